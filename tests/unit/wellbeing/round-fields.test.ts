import { describe, expect, it } from 'vitest';
import type { LocalDate } from '@shared/kernel/local-date';
import { measuresOf } from '@shared/wellbeing/measures';
import {
  askedAlreadyText,
  loadText,
  plannedRounds,
  tooSoonText,
} from '../../../renderer/features/wellbeing/measures/planned-rounds';
import {
  partsOf,
  readRoundFields,
  splitWarning,
  type RoundFieldValues,
} from '../../../renderer/features/wellbeing/measures/round-fields';
import { expectCalm } from '../ui/calm';

const day = (text: string): LocalDate => text as LocalDate;
const today = day('2026-03-30');
const fields: RoundFieldValues = {
  instrumentId: 'who5',
  label: 'Spring',
  group: '',
  opensOn: '30 Mar 2026',
  closesOn: '13 Apr 2026',
  invited: '20',
  splitKind: 'none',
  splitQuestion: 'Where do you work?',
  splitParts: 'Refuge\n\n  Outreach ',
  note: '',
};
const problems = (patch: Partial<RoundFieldValues>): Record<string, string> =>
  Object.fromEntries(
    readRoundFields({ ...fields, ...patch }, today).problems.map(({ field, message }) => [field, message]),
  );

describe('the form of a round', () => {
  it('asks no part unless it is chosen', () => {
    expect(readRoundFields(fields, today).details).toMatchObject({ invited: 20, split: null });
    expect(readRoundFields({ ...fields, splitKind: 'paid' }, today).details?.split).toEqual({
      question: 'How you work here',
      options: ['Paid', 'Volunteer'],
    });
    expect(readRoundFields({ ...fields, splitKind: 'own' }, today).details?.split).toEqual({
      question: 'Where do you work?',
      options: ['Refuge', 'Outreach'],
    });
  });

  it('takes two to eight parts, each with a name of its own', () => {
    const own = (splitParts: string, splitQuestion = 'Where?') =>
      problems({ splitKind: 'own', splitParts, splitQuestion });
    expect(own('Refuge')).toEqual({ splitParts: 'Give at least two parts, one a line' });
    expect(own('a\nb\nc\nd\ne\nf\ng\nh\ni')).toEqual({ splitParts: 'Use 8 parts or fewer' });
    expect(own('Refuge\nrefuge')).toEqual({ splitParts: 'Two parts have the same name' });
    expect(own('a\nb', ' ')).toEqual({ splitQuestion: 'Write the question about the part of the service' });
    // What is not asked is not looked at.
    expect(problems({ splitParts: 'Refuge' })).toEqual({});
    expect(partsOf(' a \r\n\n b')).toEqual(['a', 'b']);
  });

  it('reads the number of people as a whole one', () => {
    for (const invited of ['0', '', '2.5', '-3', '100001', 'ten']) {
      expect(Object.keys(problems({ invited })), invited).toEqual(['invited']);
    }
    expect(problems({ invited: ' 100000 ' })).toEqual({});
  });

  it('warns where parts cannot reach five people each', () => {
    const warning = (patch: Partial<RoundFieldValues>) => splitWarning({ ...fields, ...patch });
    expect(warning({ invited: '9' })).toBeNull();
    expect(warning({ splitKind: 'paid', invited: '9' })).toContain('Leave this question out');
    expect(warning({ splitKind: 'paid', invited: '10' })).toBeNull();
    expect(warning({ splitKind: 'own', splitParts: 'a\nb\nc', invited: '14' })).toContain('not all 3 parts');
    expect(warning({ splitKind: 'own', splitParts: 'a\nb\nc', invited: '15' })).toBeNull();
    // Below five the form says that nothing can be shown at all.
    expect(warning({ splitKind: 'paid', invited: '4' })).toBeNull();
    for (const invited of ['9', '12'])
      expectCalm(warning({ splitKind: 'own', splitParts: 'a\nb\nc', invited }) ?? '');
  });
});

describe('what people are asked already', () => {
  const measures = measuresOf([], []);
  const wave = (instrumentId: string, opensOn: string, group = '', instrumentVersion = 1) => ({
    value: { instrumentId, instrumentVersion, opensOn: day(opensOn), group },
  });

  it('counts each round by the minutes of its measure, an older version by the newest', () => {
    expect(
      plannedRounds([wave('who5', '2026-02-01'), wave('who5', '2026-02-02', 'Nights', 9)], measures),
    ).toEqual([
      { opensOn: '2026-02-01', minutes: 1, group: '' },
      { opensOn: '2026-02-02', minutes: 1, group: 'Nights' },
    ]);
    expect(plannedRounds([wave('gone', '2026-02-01')], measures)).toEqual([]);
  });

  it('is said in minutes of a half-year', () => {
    const planned = plannedRounds([wave('who5', '2026-02-01'), wave('who5', '2025-06-01')], measures);
    expect(askedAlreadyText(planned, today)).toContain('up to 1 minute in the half-year');
    expect(askedAlreadyText([], today)).toContain('No round');
    expect(loadText({ minutes: 15, isTooMuch: true })).toContain('15 minutes');
    for (const text of [askedAlreadyText(planned, today), loadText({ minutes: 16, isTooMuch: true })])
      expectCalm(text);
  });

  it('says when an event is far enough away, and names neither it nor its day', () => {
    const text = tooSoonText([day('2026-01-10'), day('2025-01-01')], today) ?? '';
    expect(text).toContain('From 10 April 2026');
    expect(text).not.toContain('January');
    expectCalm(text);
    expect(tooSoonText([day('2025-12-30')], today)).toBeNull();
    expect(tooSoonText([], today)).toBeNull();
  });
});
