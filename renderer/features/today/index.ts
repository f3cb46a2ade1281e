export { draftHref, draftsToCarryOn } from './drafts';
export { TodayPlace } from './TodayPlace';
