/** What a message says of an undo. */
import type { Result } from '@shared/kernel/result';
import { errorText } from '../app/error-text';

type Shown = Parameters<typeof errorText>[0];

export function undoneText(undone: Result<unknown, Shown>, done: string): string {
  if (undone.ok) return done;
  return undone.error.tag === 'RevisionConflict'
    ? 'It was changed since, so it stays as it is now. “Earlier versions” has what it was before.'
    : errorText(undone.error);
}
