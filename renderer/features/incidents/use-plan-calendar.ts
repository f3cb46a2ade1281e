import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import { calendarFile } from '@shared/reminders/calendar';
import { careErrorText, errorText } from '../../app/error-text';
import { clock, desktop } from '../../platform';
import { useToast } from '../../ui';
import { useVaultCare } from '../../vault';
import { planCalendar } from './plan-calendar';

/** Saves the dates of one plan as a calendar file. The log is written first: no file leaves without it. */
export function usePlanCalendar(): (id: RecordId, plan: PlanOutline, today: LocalDate) => Promise<void> {
  const care = useVaultCare();
  const toast = useToast();
  return async (id, plan, today) => {
    const entries = planCalendar(id, plan, today);
    if (entries.length === 0) {
      toast({ text: 'No date of this plan is still to come.' });
      return;
    }
    const noted = await care.note([{ event: 'export', detail: 'calendar', count: entries.length }]);
    if (!noted.ok) {
      toast({
        text: `The log could not be written, so no file was made. ${careErrorText(noted.error, 'read')}`,
      });
      return;
    }
    const saved = await desktop['file.save']({
      suggestedName: 'incident-plan-dates.ics',
      bytes: new TextEncoder().encode(calendarFile(entries, clock.now())),
    });
    if (saved.ok) {
      toast({
        text: 'Saved. Open it with your calendar. It says "Task" and the day, and nothing else.',
        actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
      });
      return;
    }
    await care.note([{ event: 'export', detail: 'calendar-not-saved' }]);
    if (saved.error.tag !== 'Cancelled') toast({ text: errorText(saved.error) });
  };
}
