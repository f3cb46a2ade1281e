/** The only door to Recharts: draws a ChartSpec. */
export { Chart } from './Chart';
