/** The disclosure engine, off the page's thread: what of a table may leave, given all that has left before. */
export type { AuditedRelease } from './protocol';
export { ReleaseWait } from './ReleaseWait';
export { useRelease } from './use-release';
