import { expect, it } from 'vitest';
import {
  shareAnew,
  visibleSections,
  withdrawSections,
  withoutExpired,
} from '@shared/wellbeing/shared-sections';
import { day, stored } from '../retention/support';

const plan = stored('wellbeing-plan', 1, {
  shared: [
    { sectionId: 'helps-in-the-moment', text: 'Outside', until: day('2026-06-30') },
    { sectionId: 'who-to-contact', text: 'My sister', until: day('2026-05-31') },
  ],
}).value;
const ids = (of: ReturnType<typeof visibleSections>) => of.map(({ sectionId }) => sectionId);

it('shows a section to the end of its last day', () => {
  expect(ids(visibleSections(plan, day('2026-05-31')))).toEqual(['helps-in-the-moment', 'who-to-contact']);
  expect(ids(visibleSections(plan, day('2026-06-01')))).toEqual(['helps-in-the-moment']);
  expect(visibleSections(plan, day('2026-07-01'))).toEqual([]);
  expect(JSON.stringify(withoutExpired(plan, day('2026-07-01')))).not.toMatch(/Outside|sister/);
  expect(withoutExpired(plan, day('2026-05-31'))).toBe(plan);
});

it('keeps only the day of what was taken back', () => {
  const today = day('2026-05-01');
  const all = withdrawSections(plan, null, today);
  expect(all).toMatchObject({ shared: [], withdrawnOn: ['2026-05-01'] });
  expect(JSON.stringify(all)).not.toMatch(/Outside|sister|who-to-contact/);
  expect(ids(withdrawSections(plan, ['who-to-contact'], today).shared)).toEqual(['helps-in-the-moment']);
  expect(withdrawSections(plan, ['review'], today)).toBe(plan);
});

it('sharing anew says what was taken back, and whether older words have to be forgotten', () => {
  const [outside, sister] = plan.shared;
  if (outside === undefined || sister === undefined) throw new Error('Two are shared');
  const today = day('2026-05-31');
  const same = shareAnew(plan, [outside, { ...sister, until: day('2026-08-01') }], today);
  expect(same).toMatchObject({ takenBack: 0, forgets: false, plan: { withdrawnOn: [] } });
  const reworded = shareAnew(plan, [{ ...outside, text: 'Inside' }, sister], today);
  expect(reworded).toMatchObject({ takenBack: 0, forgets: true, plan: { withdrawnOn: [] } });
  const one = shareAnew(plan, [outside], today);
  expect(one).toMatchObject({ takenBack: 1, forgets: true, plan: { withdrawnOn: [today] } });
  // What came to its end by itself was not taken back, and goes all the same.
  const ended = shareAnew(plan, [outside], day('2026-06-01'));
  expect(ended).toMatchObject({ takenBack: 0, forgets: true, plan: { withdrawnOn: [] } });
  expect(shareAnew(plan, plan.shared, day('2026-07-01')).plan.shared).toEqual([]);
});
