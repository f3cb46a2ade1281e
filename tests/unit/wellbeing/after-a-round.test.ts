/** What follows a round: an action that answers it, the sheet for staff, and the lines of Today. */
import { describe, expect, it } from 'vitest';
import { who5 } from '@shared/instruments/who5';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { actionKind, actionSchema, isOpen, noCost, type Action } from '@shared/records/action/action';
import type { StoredRecord } from '@shared/vault/vault-api';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { roundViews } from '@shared/wellbeing/round-results';
import {
  emptyActionFields,
  fieldsOfAction,
  readActionFields,
} from '../../../renderer/features/actions/action-form';
import { serviceNeeds } from '../../../renderer/features/today/service-needs';
import { teamTrend } from '../../../renderer/features/today/team-trend';
import { firstFields, linesOf, readHeard } from '../../../renderer/features/wellbeing/heard/heard-form';
import { resultsCsv } from '../../../renderer/features/wellbeing/results/results-csv';
import { alphaText, partsHiddenText } from '../../../renderer/features/wellbeing/results/result-notes';

const today = toLocalDate('2026-02-20');
const id = (digit: string): RecordId => digit.repeat(32) as RecordId;
const source = { from: 'round' as const, waveId: id('a'), scaleId: 'demands' };

const action: Action = {
  what: 'Share out caseloads',
  ownerId: null,
  ownerRole: 'Team lead',
  openedOn: today,
  dueOn: null,
  reviewOn: addDays(today, 56),
  source,
  ruleId: null,
  driver: 'other',
  readinessArea: null,
  evidence: '',
  cost: noCost,
  remeasure: null,
  reviews: [],
  handovers: [],
  doneOn: null,
  droppedOn: null,
  droppedWhy: '',
};

const wave = (over: Partial<WellbeingWave> = {}): WellbeingWave => ({
  instrumentId: 'who5',
  instrumentVersion: 1,
  label: 'Spring',
  group: '',
  opensOn: toLocalDate('2026-01-05'),
  closesOn: toLocalDate('2026-01-15'),
  invited: 30,
  answerSets: Array.from({ length: 12 }, (_, person) =>
    Array.from({ length: who5.itemCount }, (_item, item) => (person + item) % 6),
  ),
  split: null,
  splitAnswers: [],
  isBaseline: true,
  lockedOn: toLocalDate('2026-01-16'),
  note: '',
  ...over,
});

describe('the form of an action', () => {
  it('begins with a suggestion and eight weeks, and reads back what it was given', () => {
    const fields = emptyActionFields('Share out caseloads', source, today);
    expect(fields.reviewOn).toBe('17 April 2026');
    const read = readActionFields({ ...fields, ownerRole: 'Team lead' }, today, null);
    expect(read).toEqual({ action, problems: [] });
    expect(fieldsOfAction(action)).toEqual({ ...fields, ownerRole: 'Team lead' });
  });

  it('keeps what it does not show: when it began, its source, and that it is done', () => {
    const done = { ...action, doneOn: addDays(today, 9) };
    const read = readActionFields(
      { ...fieldsOfAction(done), what: 'Share them out' },
      addDays(today, 30),
      done,
    );
    expect(read.action).toEqual({ ...done, what: 'Share them out' });
  });

  it('names a person or a role, not both', () => {
    const fields = { ...fieldsOfAction(action), ownerId: id('b') };
    expect(readActionFields(fields, today, null).action).toMatchObject({ ownerId: id('b'), ownerRole: '' });
    expect(actionSchema.safeParse({ ...action, ownerId: id('b') }).success).toBe(false);
  });

  it('says what is missing, field by field', () => {
    const fields = { ...fieldsOfAction(action), what: ' ', reviewOn: '31 February' };
    expect(readActionFields(fields, today, null).problems.map(({ field }) => field)).toEqual([
      'what',
      'reviewOn',
    ]);
    const early = { ...fieldsOfAction(action), reviewOn: '1 January 2026' };
    expect(readActionFields(early, today, null).problems[0]?.field).toBe('reviewOn');
  });

  it('stays without its owner when they are erased, and counts its time from its end', () => {
    const erased = { id: id('b'), line: (text: string) => text, note: (text: string) => text };
    const owned = { ...action, ownerId: id('b'), ownerRole: '' };
    expect(actionKind.without(owned, erased, id('c'))).toEqual({ ...owned, ownerId: null });
    expect(actionKind.keptFrom?.(action)).toBeNull();
    expect(isOpen({ doneOn: null, droppedOn: today })).toBe(false);
  });
});

describe('the sheet for staff', () => {
  const [view] = roundViews([{ id: id('a'), value: wave() }]);

  it('begins with what is shown and with the actions that answer the round', () => {
    const dropped = { ...action, what: 'Not this', droppedOn: today };
    const first = firstFields(view!, null, [action, dropped]);
    expect(linesOf(first.heard)[0]).toBe('12 of 30 people replied.');
    expect(first.heard).toMatch(/The baseline is \d+\.\d/);
    expect(first.willDo).toBe('Share out caseloads.');
  });

  it('needs what was heard and one thing that will be done', () => {
    const empty = { heard: '', willDo: ' ', cannotDo: '' };
    expect(readHeard(empty, id('a'), null).problems.map(({ field }) => field)).toEqual(['heard', 'willDo']);
    const read = readHeard({ heard: ' One. ', willDo: 'Two.', cannotDo: '' }, id('a'), today);
    expect(read.feedback).toEqual({
      waveId: id('a'),
      heard: 'One.',
      willDo: 'Two.',
      cannotDo: '',
      toldOn: today,
    });
  });
});

describe('Today', () => {
  const stored = <K extends 'wellbeing-wave' | 'round-feedback' | 'action'>(
    kind: K,
    value: StoredRecord<K>['value'],
  ): StoredRecord<K> => ({ kind, id: id('a'), revision: 1, savedAt: 0, value });

  it('says that people wait for what came of a round, and that an action is to be looked at', () => {
    const records = {
      waves: [stored('wellbeing-wave', wave())],
      feedback: [],
      actions: [stored('action', action)],
    };
    expect(serviceNeeds(records, toLocalDate('2026-02-20'))).toEqual([]);
    const needs = serviceNeeds(records, toLocalDate('2026-04-18'));
    expect(needs.map(({ title, daysLate }) => [title, daysLate])).toEqual([
      ['Share out caseloads', 1],
      ['Tell people what came of “Spring”', 36],
    ]);
    const done = { ...records, actions: [stored('action', { ...action, doneOn: today })] };
    expect(serviceNeeds(done, toLocalDate('2026-04-18'))).toHaveLength(1);
  });

  it('has one sentence on the trend for any measure, without a score', () => {
    const pulse = (label: string, opensOn: string, shift: number, isBaseline: boolean) => ({
      ...stored(
        'wellbeing-wave',
        wave({
          instrumentId: 'cbi',
          label,
          opensOn: toLocalDate(opensOn),
          closesOn: addDays(toLocalDate(opensOn), 5),
          isBaseline,
          answerSets: Array.from({ length: 30 }, (_, person) =>
            Array.from({ length: 19 }, (_i, item) => ((person + item + shift) % 2) * 25 + shift * 50),
          ),
        }),
      ),
      id: id(isBaseline ? 'a' : 'b'),
    });
    const sentence = teamTrend([pulse('One', '2026-01-05', 0, true), pulse('Two', '2026-03-05', 1, false)]);
    expect(sentence).toMatch(/^“Work” is worse than at the baseline\./);
    expect(sentence).not.toMatch(/\d/);
  });
});

describe('words and files of the results', () => {
  it('never say which of two hidden parts is the small one', () => {
    const text = partsHiddenText('Paid and Volunteer', 2, 0, 'small-or-gives-away');
    expect(text.title).toBe('Paid and Volunteer are both hidden. Only the total stays');
    expect(`${text.why} ${text.ways.join(' ')}`).not.toMatch(/Paid|Volunteer/);
  });

  it('tell alpha in words, and what is below 0 as just that', () => {
    expect(alphaText([])).toBe('');
    expect(
      alphaText([
        { title: 'Demands', alpha: 0.81 },
        { title: 'Change', alpha: -1.3 },
      ]),
    ).toBe(
      'Items hang together well enough on Demands (0.81); loosely on Change (below 0): read with care. That is Cronbach’s alpha.',
    );
  });

  it('make cells inert that a spreadsheet would run', () => {
    const bytes = resultsCsv({
      title: '=cmd',
      note: 'Note',
      columns: ['', 'Average'],
      rows: [{ label: '@scale', cells: ['+0.16'], isTotal: false }],
    });
    const text = new TextDecoder().decode(bytes);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text).toContain("'=cmd");
    expect(text).toContain("'@scale");
    expect(text).toContain("'+0.16");
  });
});
