/** Open incident plans of a large service, each with twenty steps, some done and some late. */
import { addStep, changeStep, openPlan } from '@shared/event-plans/open-plan';
import { planTemplates } from '@shared/event-plans/registry';
import { addDays } from '@shared/kernel/local-date';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import { personIdOf } from './records.js';
import { teamAsOf, type TeamSize } from './team.js';

export const stepsEach = 20;
const affectedEach = 4;

export function teamPlan({ seed, people }: TeamSize, index: number): EventPlan {
  const template = planTemplates[index % planTemplates.length]!;
  const occurredOn = addDays(teamAsOf, -((index * 7) % 180));
  const opened = openPlan({
    nation: 'scotland',
    template,
    eventType: template.eventTypes[0] ?? 'disaster',
    occurredOn,
    occurredAt: '16:20',
    everyoneSafe: 'yes',
    facts: 'Made-up facts in one line, as they are typed in the evening of the day.',
    affected: Array.from({ length: affectedEach }, (_, place) => ({
      personId: personIdOf(seed, (index * affectedEach + place) % people),
      closeness: place === 0 ? ('was-there' as const) : ('knew-them' as const),
    })),
  });
  let plan: EventPlan = { ...opened, steps: opened.steps.slice(0, stepsEach) };
  while (plan.steps.length < stepsEach) {
    plan = addStep(plan, {
      phaseId: 'months-3',
      title: `Made-up step ${plan.steps.length}`,
      detail: '',
      due: addDays(occurredOn, 90),
      ownerRole: 'Manager',
    });
  }
  // Most of what is past is done; every fifth of it waits.
  return plan.steps.reduce(
    (next, step, place) =>
      step.due < teamAsOf && (place + index) % 5 !== 0
        ? changeStep(next, step.id, { doneOn: step.due })
        : next,
    plan,
  );
}
