/** The only door to Recharts: draws a ChartSpec, or several that belong together. */
export { Chart } from './Chart';
export { SmallMultiples } from './SmallMultiples';
export { StackedCharts } from './StackedCharts';
/** For the files of a report, which draw charts out of sight. */
export { asPng } from './picture/as-png';
export { PictureStage } from './picture/PictureStage';
export type { ChartPicture } from './picture/chart-picture';
