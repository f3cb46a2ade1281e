import { describe, expect, it } from 'vitest';
import { recordIdFromBytes } from '@shared/kernel/ids';
import { err, ok, type Result } from '@shared/kernel/result';
import type { VaultError } from '@shared/vault/errors';
import type { AuditNote } from '@shared/vault/vault-care';
import { createViewNotes } from '../../../renderer/vault/view-notes';

const one = recordIdFromBytes(new Uint8Array(16).fill(1));
const two = recordIdFromBytes(new Uint8Array(16).fill(2));
const minute = 60_000;

function setup() {
  const notes: AuditNote[] = [];
  let now = 1_000_000;
  let answer: Result<void, VaultError> = ok();
  const views = createViewNotes(
    (made) => {
      if (answer.ok) notes.push(...made);
      return Promise.resolve(answer);
    },
    () => now,
  );
  return {
    notes,
    views,
    pass: (ms: number) => {
      now += ms;
    },
    answerWith: (next: typeof answer) => {
      answer = next;
    },
  };
}

describe('notes of views', () => {
  it('are one for the same record within a quarter of an hour, and one for each record', () => {
    const { views, notes, pass } = setup();
    views.seen('person', one);
    pass(14 * minute);
    views.seen('person', one);
    views.seen('supervision-session', two);
    expect(notes).toEqual([
      { event: 'view', kind: 'person', ids: [one] },
      { event: 'view', kind: 'supervision-session', ids: [two] },
    ]);
    pass(minute);
    views.seen('person', one);
    expect(notes).toHaveLength(3);
  });

  it('begin anew after a lock, and when the clock was put back', () => {
    const { views, notes, pass } = setup();
    views.seen('person', one);
    views.clear();
    views.seen('person', one);
    pass(-minute);
    views.seen('person', one);
    expect(notes).toHaveLength(3);
  });

  it('try again when the log could not be written', async () => {
    const { views, notes, answerWith } = setup();
    answerWith(err({ tag: 'StorageFull' }));
    views.seen('person', one);
    await Promise.resolve();
    await Promise.resolve();
    answerWith(ok());
    views.seen('person', one);
    expect(notes).toHaveLength(1);
  });
});
