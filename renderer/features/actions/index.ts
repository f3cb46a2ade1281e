export { ActionsPlace } from './ActionsPlace';
