export { WellbeingPlace } from './WellbeingPlace';
