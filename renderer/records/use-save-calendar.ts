import { calendarFile, type CalendarEntry } from '@shared/reminders/calendar';
import { careErrorText, errorText } from '../app/error-text';
import { clock, desktop } from '../platform';
import { useToast } from '../ui';
import { useVaultCare } from '../vault';

export interface CalendarWords {
  readonly suggestedName?: string;
  /** Said once it is saved. */
  readonly saved?: string;
  /** Where a problem is told; otherwise in a message. */
  readonly onProblem?: (words: string) => void;
}

/** Saves days as a calendar file with neutral titles, notes it in the log first, and says in a message how it went. */
export function useSaveCalendar(
  words: CalendarWords = {},
): (entries: readonly CalendarEntry[]) => Promise<void> {
  const care = useVaultCare();
  const toast = useToast();
  const tell =
    words.onProblem ??
    ((text: string): void => {
      toast({ text });
    });
  return async (entries) => {
    const noted = await care.note([{ event: 'export', detail: 'calendar', count: entries.length }]);
    if (!noted.ok) {
      tell(`The log could not be written, so no file was made. ${careErrorText(noted.error, 'read')}`);
      return;
    }
    const saved = await desktop['file.save']({
      suggestedName:
        words.suggestedName ?? (entries.length === 1 ? 'steading-date.ics' : 'steading-dates.ics'),
      bytes: new TextEncoder().encode(calendarFile(entries, clock.now())),
    });
    if (saved.ok) {
      toast({
        text: words.saved ?? 'Saved. Open it with your calendar.',
        actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
      });
      return;
    }
    await care.note([{ event: 'export', detail: 'calendar-not-saved' }]);
    if (saved.error.tag !== 'Cancelled') tell(errorText(saved.error));
  };
}
