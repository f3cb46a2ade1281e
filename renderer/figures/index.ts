/** Figures of Workforce, worked out off the page's thread. */
export { useFigureRecords } from './use-figure-records';
export { useWorkforceFigures } from './use-workforce-figures';
