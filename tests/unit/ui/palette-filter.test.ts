import { describe, expect, it } from 'vitest';
import { toLocalDate } from '@shared/kernel/local-date';
import {
  chipsOf,
  filterOf,
  guessText,
  kindOptions,
  noFilter,
  type FilterFields,
} from '../../../renderer/app/shell/palette-filter';
import { testId } from '../../support/vault-kit';
import { expectCalm } from './calm';

const today = toLocalDate('2026-06-12');
const full: FilterFields = {
  kind: 'supervision-session',
  personId: testId(1),
  from: '1 jun',
  to: '01/07/2026',
  theme: 'team',
};

describe('what the search is narrowed to', () => {
  it('is asked as codes and days', () => {
    expect(filterOf(full, today)).toEqual({
      kinds: ['supervision-session'],
      personId: testId(1),
      from: '2026-06-01',
      to: '2026-07-01',
      theme: 'team',
    });
  });

  it('is nothing while nothing is said, or only a day that cannot be read', () => {
    expect(filterOf(noFilter, today)).toBe(null);
    expect(filterOf({ ...noFilter, from: 'someday' }, today)).toBe(null);
    expect(chipsOf({ ...noFilter, from: 'someday' }, today, () => '')).toEqual([]);
  });

  it('is said in words, one for each thing to take away', () => {
    const chips = chipsOf(full, today, () => 'Ailsa Munro');
    expect(chips.map(({ words }) => words)).toEqual([
      'Supervision records',
      'About Ailsa Munro',
      'From 1 June 2026',
      'Until 1 July 2026',
      'Team',
    ]);
    const rest = chips.reduce<FilterFields>(
      (left, { field }) => ({ ...left, [field]: noFilter[field] }),
      full,
    );
    expect(rest).toEqual(noFilter);
  });

  it('offers the kinds of which there is something, and no settings', () => {
    const options = kindOptions((kind) => (kind === 'draft' ? 0 : 1));
    const values = options.map(({ value }) => value);
    expect(values[0]).toBe('');
    expect(values).toContain('agreement');
    for (const none of ['draft', 'service', 'care-settings', 'reminder-settings'] as const)
      expect(values).not.toContain(none);
    for (const { label } of options) expectCalm(label);
  });
});

describe('another spelling', () => {
  it('is said plainly, however many words it stands for', () => {
    const textFor = (...words: string[]) => guessText({ typed: 'supervison', words });
    expect(textFor('supervision')).toBe('Nothing with “supervison”. Showing “supervision”.');
    expect(textFor('a', 'b')).toBe('Nothing with “supervison”. Showing “a” and “b”.');
    expect(textFor('a', 'b', 'c')).toBe('Nothing with “supervison”. Showing “a”, “b” and “c”.');
    expect(textFor('a', 'b', 'c', 'd')).toBe(
      'Nothing with “supervison”. Showing “a”, “b”, “c” and others like it.',
    );
  });
});
