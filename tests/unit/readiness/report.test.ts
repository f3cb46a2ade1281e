import { beforeAll, describe, expect, it } from 'vitest';
import { blockerWords, evidenceWords } from '@shared/readiness/report-words';
import { checkForReport } from '@shared/reports/blocks/readiness-block';
import type { ReadinessCheck } from '@shared/records/readiness-check/readiness-check';
import { blocks, openReports, type MakeReport } from '../reports/report-support';
import { check, day, idOf, wellbeingRated } from './support';

const old: ReadinessCheck = check({
  name: 'CANARY-NAME',
  areas: {
    ...wellbeingRated,
    wellbeing: { ...wellbeingRated.wellbeing, rating: 1, evidence: 'CANARY-EVIDENCE' },
  },
  finalisedOn: day('2026-03-20'),
  finishedWith: {
    actions: ['CANARY-ACTION'],
    found: [
      { check: 'baseline', state: 'yes', on: day('2023-09-29'), words: 'CANARY-FOUND' },
      { check: 'supervision', state: 'yes', on: day('2026-03-20'), words: '85.7% of 7 people on time.' },
      { check: 'volunteers', state: 'no', on: day('2026-03-20'), words: '0 of 2 volunteers' },
    ],
  },
  blockers: [
    { id: 'blocker-1', text: 'CANARY-BLOCKER', area: null, links: [{ kind: 'vacancies', words: '2 posts' }] },
  ],
});
const record = { id: idOf(1), value: old };

describe('readiness in a report', () => {
  let make: MakeReport;
  beforeAll(async () => {
    make = await openReports();
  });
  const chosen = { kind: 'readiness', blocks: blocks('readiness') } as const;

  it('tells ratings by month, and none of what somebody typed', () => {
    const text = JSON.stringify(make({ readiness: [record] }, chosen).published);
    expect(text).toContain('1. Talking');
    expect(text).toContain('March 2026');
    expect(text).toContain('Funded actions for it');
    expect(text).toContain('A baseline was taken');
    for (const left of ['CANARY', 'Manager', '85.7', 'volunteer', 'Supervision reaches', '20 March'])
      expect(text.includes(left), left).toBe(false);
  });

  it('takes the newest that was finished by the end of the period, and only ratings of until then', () => {
    const open = {
      id: idOf(2),
      value: check({
        startedOn: day('2026-03-25'),
        areas: {
          ...wellbeingRated,
          wellbeing: { ...wellbeingRated.wellbeing, ratedOn: day('2026-04-02'), rating: 4 },
        },
      }),
    };
    expect(checkForReport([open, record], day('2026-03-31'))?.id).toBe(record.id);
    expect(checkForReport([open, record], day('2026-02-28'))?.id).toBe(record.id);
    expect(checkForReport([open], day('2026-03-31'))?.id).toBe(open.id);
    expect(checkForReport([open, record], day('2026-01-31'))).toBeNull();
    const text = JSON.stringify(make({ readiness: [open] }, chosen).published);
    expect(text).toContain('not finished');
    expect(text).not.toContain('Embedded"');
    // Before it was finished, nothing of the day of finishing is told.
    const earlier = make({ readiness: [record] }, { ...chosen, periodEnd: day('2026-02-28') });
    expect(JSON.stringify(earlier.published)).not.toContain('Funded actions');
  });

  it('adds no figure about people', () => {
    expect(make({ readiness: [record] }, chosen).decided.hidden).toEqual([]);
  });

  it('offers evidence and blockers as a start for own words', () => {
    expect(evidenceWords(old)).toBe('Staff wellbeing, talking: CANARY-EVIDENCE');
    expect(blockerWords(old)).toBe('CANARY-BLOCKER (2 posts)');
  });
});
