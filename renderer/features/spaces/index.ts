export { SpacesPlace } from './SpacesPlace';
