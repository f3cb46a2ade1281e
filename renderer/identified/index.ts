/** The door for copies that name people. Nothing that makes anonymised files comes in here, and nothing of them is used. */
export { IdentifiedDoor } from './IdentifiedDoor';
export type { IdentifiedCopy } from './copy';
export { useIdentifiedDoor, useOwnCopyDoor } from './use-door';
