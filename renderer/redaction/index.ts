/** Own words on their way out of the vault: what is taken out of them, by patterns and by hand, and who read them. */
export { BeforeItLeaves } from './BeforeItLeaves';
export { OwnWords } from './OwnWords';
export { useLeavingWords } from './use-leaving-words';
export { useRoster } from './use-roster';
