/** The only door to Recharts: draws a ChartSpec, or several that belong together. */
export { Chart } from './Chart';
export { SmallMultiples } from './SmallMultiples';
export { StackedCharts } from './StackedCharts';
