import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { entryAbout } from '../../../renderer/features/settings/care/log-words';
import { copyMark } from '../../../renderer/identified/copy';
import {
  copyWords,
  identifiedLogWords,
  noteCode,
  notSavedCode,
  purposeIds,
  purposeWords,
  type CopyCode,
} from '../../../renderer/identified/purposes';

const codes = Object.keys(copyWords) as CopyCode[];
const whom = 'Hamish Rendall';

describe('what the activity log says of copies that name people', () => {
  it('is in words for every copy and purpose, and a name has no way into it', () => {
    for (const code of codes) {
      for (const purpose of purposeIds) {
        const detail = noteCode(code, purpose);
        expect(detail).toMatch(/^[a-z0-9-]+$/);
        expect(identifiedLogWords[detail]).toBe(`${copyWords[code].inLog}, ${purposeWords[purpose].inLog}`);
      }
      expect(identifiedLogWords[notSavedCode(code)]).toMatch(/no file was made after all$/);
    }
  });

  it('still reads what earlier versions wrote', () => {
    expect(identifiedLogWords['person-copy']).toBe('a copy of everything about them');
    expect(identifiedLogWords['recorded-sheet-not-saved']).toBe(
      'what was recorded in one session: no file was made after all',
    );
  });

  it('stands in the log behind the title of the record', () => {
    const about = entryAbout(
      {
        index: 1,
        at: 0,
        event: 'print',
        kind: 'agreement',
        ids: ['0190a0a0-0000-7000-8000-000000000001' as RecordId],
        detail: noteCode('agreement', 'to-sign'),
      },
      { titleOf: () => whom },
    );
    expect(about).toBe('Hamish Rendall; a supervision agreement, to be signed');
  });
});

describe('what is confirmed', () => {
  it('says in full sentences what it is for, and whom it is for', () => {
    for (const purpose of purposeIds) {
      const tick = purposeWords[purpose].tick(whom);
      for (const sentence of tick.split(/(?<=\.) /)) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
      }
      if (purpose !== 'my-own') expect(tick).toContain(whom);
    }
  });

  it('is the mark at the head of what leaves', () => {
    expect(copyMark(whom)).toBe('Names people. Only for Hamish Rendall.');
  });
});
