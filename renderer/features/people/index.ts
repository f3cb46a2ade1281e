export { PeoplePlace } from './PeoplePlace';
