export { SupervisionPlace } from './SupervisionPlace';
