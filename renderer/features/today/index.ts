export { TodayPlace } from './TodayPlace';
