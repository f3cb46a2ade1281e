/** The charts that have pictures, by the names of their files. Free of imports: scripts and specs read it as it is. */
export const singleNames = [
  'run',
  'xmr',
  'xmr-trial',
  'p',
  'u',
  'c',
  't',
  'g',
  'funnel',
  'kaplan-meier',
  'rows',
] as const;
export type SingleName = (typeof singleNames)[number];

export const chartNames = [...singleNames, 'small-multiples', 'stacked', 'ten-years'] as const;
