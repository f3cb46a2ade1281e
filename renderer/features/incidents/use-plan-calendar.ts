import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import { useSaveCalendar } from '../../records/use-save-calendar';
import { useToast } from '../../ui';
import { planCalendar } from './plan-calendar';

/** Saves the dates of one plan as a calendar file. */
export function usePlanCalendar(): (id: RecordId, plan: PlanOutline, today: LocalDate) => Promise<void> {
  const toast = useToast();
  const save = useSaveCalendar({
    suggestedName: 'incident-plan-dates.ics',
    saved: 'Saved. Open it with your calendar. It says "Task" and the day, and nothing else.',
  });
  return async (id, plan, today) => {
    const entries = planCalendar(id, plan, today);
    if (entries.length === 0) toast({ text: 'No date of this plan is still to come.' });
    else await save(entries);
  };
}
