export { WorkforcePlace } from './WorkforcePlace';
