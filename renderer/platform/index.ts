/** The page's door to the machine: main process, clock, randomness. */
export { clock, dayOfInstant, formatTime, useFormatTime } from './clock';
export { watchCopies } from './copies';
export { desktop } from './desktop';
export { pickWords, randomBelow } from './random';
export { chordText, isMac } from './system';
export { TodayProvider, useToday } from './today';
