/** What the owner of a plan types, on its way under their own key. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '@shared/kernel/result';
import { emptyPlan } from '@shared/wellbeing/plan-content';
import type { OwnPlan } from '@shared/vault/owner-plans';
import { createPlanKeeper } from '../../../renderer/app/lock/hand-over/plan-keeper';
import { planText } from '../../../renderer/app/lock/hand-over/plan-text';
import { day } from '../retention/support';

const opened: OwnPlan = { content: emptyPlan, shared: [], reviewOn: null };
const today = day('2026-05-11');

function setupKeeper(save = (plan: OwnPlan) => Promise.resolve(ok(plan))) {
  const saved: OwnPlan[] = [];
  const plans = {
    save: vi.fn((plan: OwnPlan) => {
      saved.push(plan);
      return save(plan);
    }),
  };
  const keeper = createPlanKeeper({ plans, opened, today: () => today, now: () => 5 });
  return { keeper, plans, saved };
}

describe('the keeper of a plan', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('seals a moment after the last change, once, and nothing when nothing was typed', async () => {
    const { keeper, plans, saved } = setupKeeper();
    await keeper.flush();
    expect(plans.save).not.toHaveBeenCalled();
    keeper.write('drains-me', 'N');
    keeper.write('drains-me', 'Nights');
    expect(keeper.state().isSaved).toBe(false);
    await vi.advanceTimersByTimeAsync(2000);
    expect(saved.map(({ content }) => content.sections)).toEqual([{ 'drains-me': 'Nights' }]);
    expect(keeper.state()).toMatchObject({ isSaved: true, savedAt: 5, problem: null });
  });

  it('never shares what is typed later, until that is asked for', async () => {
    const { keeper, saved } = setupKeeper();
    keeper.write('adjustments', ' Late starts ');
    await keeper.share('adjustments', day('2026-06-30'));
    keeper.write('adjustments', 'Late starts, and a quiet room');
    await keeper.flush();
    const [entry] = saved.at(-1)?.shared ?? [];
    expect(entry).toEqual({ sectionId: 'adjustments', text: 'Late starts', until: day('2026-06-30') });
    await keeper.share('adjustments', day('2026-06-30'));
    expect(saved.at(-1)?.shared[0]?.text).toBe('Late starts, and a quiet room');
    await keeper.takeBack('adjustments');
    expect(saved.at(-1)?.shared).toEqual([]);
  });

  it('takes all back in one save', async () => {
    const { keeper, saved } = setupKeeper();
    keeper.write('adjustments', 'A');
    keeper.write('review', 'B');
    await keeper.share('adjustments', day('2026-06-30'));
    await keeper.share('review', day('2026-06-30'));
    const before = saved.length;
    expect(await keeper.takeBack(null)).toBe(true);
    expect(saved.slice(before).map(({ shared }) => shared)).toEqual([[]]);
  });

  it('seals scores at once, beside the words, and shares nothing of them', async () => {
    const { keeper, saved } = setupKeeper();
    keeper.write('review', 'With Ailsa');
    const score = { measureId: 'who5', measureVersion: 1, takenOn: today, answers: [3, 2, 3, 1, 4] };
    expect(await keeper.keepScores([score])).toBe(true);
    expect(saved).toEqual([
      {
        content: { version: 2, sections: { review: 'With Ailsa' }, scores: [score] },
        shared: [],
        reviewOn: null,
      },
    ]);
    await keeper.share('review', day('2026-06-30'));
    expect(JSON.stringify(saved.at(-1)?.shared)).not.toMatch(/who5|2026-05-11/);
  });

  it('keeps what could not be saved, says so, and saves it with the next try', async () => {
    let isFull = true;
    const full = err({ tag: 'StorageFull' } as const);
    const { keeper } = setupKeeper((plan) => Promise.resolve(isFull ? full : ok(plan)) as never);
    keeper.write('review', 'In autumn');
    expect(await keeper.flush()).toBe(false);
    expect(keeper.state()).toMatchObject({ isSaved: false, problem: { tag: 'StorageFull' } });
    isFull = false;
    expect(await keeper.flush()).toBe(true);
    expect(keeper.state()).toMatchObject({ isSaved: true, problem: null });
  });

  it('counts words typed during a save as not saved', async () => {
    let finish = (): void => undefined;
    const { keeper, saved } = setupKeeper(
      (plan) =>
        new Promise((resolve) => {
          finish = () => {
            resolve(ok(plan));
          };
        }),
    );
    keeper.write('review', 'one');
    const saving = keeper.flush();
    await vi.advanceTimersByTimeAsync(0);
    keeper.write('review', 'one two');
    finish();
    await saving;
    expect(keeper.state()).toMatchObject({
      isSaved: false,
      plan: { content: { sections: { review: 'one two' } } },
    });
    await vi.advanceTimersByTimeAsync(2000);
    expect(saved.at(-1)?.content.sections.review).toBe('one two');
  });
});

it('the owner’s copy has every written section in order, who reads it, and the day to look again, and no score', () => {
  const plan: OwnPlan = {
    content: {
      version: 2,
      sections: { review: 'With Ailsa', 'keeps-me-well': 'Sea\nand tea', 'drains-me': ' ' },
      scores: [{ measureId: 'who5', measureVersion: 1, takenOn: today, answers: [3, 2, 3, 1, 4] }],
    },
    shared: [
      { sectionId: 'review', text: 'With Ailsa', until: day('2026-06-30') },
      { sectionId: 'keeps-me-well', text: 'Sea', until: day('2026-05-10') },
    ],
    reviewOn: day('2026-09-01'),
  };
  expect(planText(plan, 'Hamish Orr', today).split('\r\n')).toEqual([
    'Wellbeing Plan of Hamish Orr, 11 May 2026',
    '',
    'What keeps me well',
    'Sea',
    'and tea',
    '',
    'When I look at this again',
    '(Shared until 30 June 2026)',
    'With Ailsa',
    '',
    'I look at this again on 1 September 2026.',
    '',
  ]);
});
