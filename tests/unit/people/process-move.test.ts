import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { fieldsOfMove, readMove } from '../../../renderer/features/people/process/move-form';

const who = '00112233445566778899aabbccddeeff' as RecordId;
const today = toLocalDate('2026-03-31');
const move = { personId: who, toldOn: toLocalDate('2026-03-02'), movedOn: toLocalDate('2026-03-04') };

describe('the dates of a move to a process', () => {
  it('gives a saved move back unchanged, and takes a corrected day', () => {
    expect(readMove(fieldsOfMove(move), who, today)).toEqual({ move, problems: [] });
    expect(readMove({ ...fieldsOfMove(move), movedOn: '5/3/2026' }, who, today).move).toEqual({
      ...move,
      movedOn: '2026-03-05',
    });
  });

  it('names what is missing, to come, or in the wrong order', () => {
    expect(
      readMove({ toldOn: '', movedOn: 'someday' }, who, today).problems.map(({ field }) => field),
    ).toEqual(['toldOn', 'movedOn']);
    expect(readMove({ ...fieldsOfMove(move), movedOn: '1/4/2026' }, who, today).problems).toEqual([
      { field: 'movedOn', message: 'This day is still to come' },
    ]);
    expect(readMove({ toldOn: '5/3/2026', movedOn: '4/3/2026' }, who, today).problems).toEqual([
      { field: 'toldOn', message: 'Tell them first, on the same day at the latest' },
    ]);
  });
});
