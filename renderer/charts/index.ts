/** The only door to Recharts: draws a ChartSpec. */
export { Chart, type ChartProps } from './Chart';
