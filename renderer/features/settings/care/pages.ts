/** The pages of looking after the records: a chunk of its own, since they are seldom opened. */
export { BackupsPage } from './BackupsPage';
export { DeletedPage } from './DeletedPage';
export { DestroyedPage } from './DestroyedPage';
export { ErasePage } from './ErasePage';
export { KeepingPage } from './KeepingPage';
export { LogPage } from './LogPage';
export { ProvePage } from './ProvePage';
export { SafetyPage } from './SafetyPage';
