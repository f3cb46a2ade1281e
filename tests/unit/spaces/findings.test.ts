import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { resourceKind, type Resource } from '@shared/records/resource/resource';
import { siteKind, type Site } from '@shared/records/site/site';
import type { SpaceCheck } from '@shared/records/space-check/space-check';
import { partsFor } from '@shared/spaces/check-items';
import {
  deskFigures,
  dueResources,
  gapsOf,
  latestCheck,
  nextCheckOn,
  sideBySide,
} from '@shared/spaces/findings';
import { hasQuietSpace, quietHours } from '@shared/spaces/quiet-hours';
import { restockWords, spaceNeeds } from '@shared/spaces/space-needs';
import { recentUses, usedIn, usedOnce } from '@shared/spaces/tally';
import { answeredWords } from '../../../renderer/features/spaces/space-words';

const siteId = '0123456789abcdef0123456789abcdef' as RecordId;
const otherId = 'fedcba9876543210fedcba9876543210' as RecordId;
const day = toLocalDate;

function check(part: Partial<SpaceCheck>): SpaceCheck {
  return { siteId, on: day('2026-01-10'), answeredBy: 'staff', answered: 6, items: {}, ...part };
}

const said = (answer: 'yes' | 'partly' | 'no' | 'not-here') => ({ answer, note: '', ownerRole: '' });

describe('the last check of a group', () => {
  const stored = [
    { id: siteId, value: check({ on: day('2025-01-10') }) },
    { id: otherId, value: check({ on: day('2026-01-10'), answered: 7 }) },
    { id: siteId, value: check({ on: day('2026-03-01'), answeredBy: 'people-who-use' }) },
    { id: siteId, value: check({ on: day('2026-03-09'), siteId: otherId }) },
  ];

  it('is its newest at this site, and of nobody else', () => {
    expect(latestCheck(stored, siteId, 'staff')?.value.answered).toBe(7);
    expect(latestCheck(stored, siteId, 'people-who-use')?.value.on).toBe('2026-03-01');
    expect(latestCheck([], siteId, 'staff')).toBeNull();
  });

  it('is due again after a year', () => {
    expect(nextCheckOn(check({ on: day('2025-03-31') }))).toBe('2026-03-31');
    expect(nextCheckOn(null)).toBeNull();
  });
});

describe('both checks side by side', () => {
  const staff = check({
    items: { warmth: said('yes'), alone: said('no'), signs: said('yes'), rest: said('partly') },
  });
  const people = check({ answeredBy: 'people-who-use', items: { warmth: said('no'), signs: said('yes') } });

  it('say where the groups differ, and only there', () => {
    const items = sideBySide(staff, people).flatMap((part) => part.items);
    expect(items.map(({ id, isSplit }) => [id, isSplit])).toEqual([
      ['warmth', true],
      ['rest', false],
      ['alone', false],
      ['signs', false],
    ]);
  });

  it('name what either group misses, what is missing altogether first', () => {
    expect(gapsOf(staff, people).map(({ id }) => id)).toEqual(['warmth', 'alone', 'rest']);
    expect(gapsOf(null, null)).toEqual([]);
  });

  it('ask people who use the service nothing that only staff can know', () => {
    const asked = partsFor('people-who-use').flatMap(({ items }) => items.map(({ id }) => id));
    for (const id of ['rest', 'lone-kit', 'signal', 'remote', 'room']) expect(asked).not.toContain(id);
    expect(asked).toContain('speak');
  });

  it('never say how many agreed when they were fewer than five', () => {
    expect(answeredWords({ answered: 4 })).not.toMatch(/\d/);
    expect(answeredWords({ answered: 5 })).toContain('5');
  });
});

describe('desks of a site', () => {
  it('count rooms with desks only', () => {
    const [site] = siteKind.examples;
    expect(deskFigures(site as Site)).toEqual({
      measured: 1,
      desks: 8,
      fit: 6,
      crowded: [{ id: 'room-1', name: 'Front office', tooMany: 2 }],
    });
  });
});

describe('a quiet room', () => {
  const quiet = {
    days: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '17:00',
    isBookable: true,
    isShared: true,
    takenHours: 26,
    use: 'rarely',
  } as const;
  const site = (takenHours: number | null, isShared = true): Site => {
    const [example] = siteKind.examples;
    const [room] = example?.rooms ?? [];
    if (example === undefined || room === undefined) throw new Error('No example');
    return {
      ...example,
      rooms: [{ ...room, quiet: { ...quiet, days: [...quiet.days], takenHours, isShared } }],
    };
  };

  it('is worth the hours that are left of it', () => {
    expect(quietHours({ ...quiet, days: [...quiet.days] })).toEqual({ open: 40, free: 14 });
    expect(quietHours({ ...quiet, days: [1], from: '09:30', to: '12:00', takenHours: 9 })).toEqual({
      open: 2.5,
      free: 0,
    });
    expect(quietHours({ ...quiet, days: [], takenHours: null })).toEqual({ open: 0, free: null });
  });

  it('counts as there only while some of it is for staff', () => {
    expect(hasQuietSpace(site(26))).toBe(true);
    expect(hasQuietSpace(site(40))).toBe(false);
    expect(hasQuietSpace(site(null, true))).toBe(false);
    expect(hasQuietSpace(site(null, false))).toBe(true);
    expect(hasQuietSpace({ rooms: [] })).toBe(false);
  });
});

describe('a resource', () => {
  const [example] = resourceKind.examples;
  const box = example as Resource;
  const stored = (value: Resource, id = siteId) => ({ id, value });

  it('is due on the day, not the day before, and by its longest overdue thing', () => {
    // Tissues of 2 March every 30 days: 1 April. The look of 2 March every 31 days: 2 April.
    expect(dueResources([stored(box)], day('2026-03-31'))).toEqual([]);
    expect(dueResources([stored(box)], day('2026-04-01'))).toMatchObject([
      { on: '2026-04-01', daysLate: 0, restock: ['Tissues'] },
    ]);
    expect(dueResources([stored({ ...box, contents: [] })], day('2026-04-03'))).toMatchObject([
      { on: '2026-04-02', daysLate: 1, restock: [] },
    ]);
    expect(dueResources([stored({ ...box, checkedOn: null })], day('2026-03-05'))).toMatchObject([
      { daysLate: 0 },
    ]);
  });

  it('and a site checked a year ago are lines for Today, without a name', () => {
    const sites = [{ id: siteId, value: siteKind.examples[0] as Site }];
    const checks = [{ id: otherId, value: check({ on: day('2025-03-30') }) }];
    const needs = spaceNeeds({ sites, checks, resources: [stored(box)] }, day('2026-04-01'));
    expect(needs.map(({ title, detail, daysLate }) => [title, detail, daysLate])).toEqual([
      ['Check Harbour again', 'Last checked by staff on 30 March 2025', 2],
      ['Fill up: Soothing box, back room', 'Tissues', 0],
    ]);
    expect(spaceNeeds({ sites, checks: [], resources: [] }, day('2026-04-01'))).toEqual([]);
  });

  it('lists two things by name', () => {
    expect(restockWords(['A'])).toBe('A');
    expect(restockWords(['A', 'B'])).toBe('A and B');
    expect(restockWords(['A', 'B', 'C', 'D'])).toBe('A, B and 2 more');
  });

  it('is counted by month alone', () => {
    const once = usedOnce(box, day('2026-03-31'));
    expect(usedIn(once, '2026-03' as never)).toBe(5);
    const next = usedOnce(once, day('2026-04-01'));
    expect(next.uses.map(({ month, count }) => [month, count])).toEqual([
      ['2026-02', 7],
      ['2026-03', 5],
      ['2026-04', 1],
    ]);
    expect(Object.keys(next.uses[0] ?? {})).toEqual(['month', 'count']);
    expect(recentUses(next, day('2026-05-02'), 12).map(({ count }) => count)).toEqual([0, 1, 5, 7]);
    expect(recentUses({ uses: [] }, day('2026-05-02'))).toEqual([]);
  });
});
