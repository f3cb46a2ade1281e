import { addDays, formatDate } from '@shared/kernel/local-date';
import { useToday } from '../../../platform';
import { useChangeRecord } from '../../../records/use-change-record';
import type { StoredRecord } from '../../../vault';
import { DayDialog } from './DayDialog';

export type PostDay = 'started' | 'withdrawn' | 'frozen' | 'advertised-again';

/** The day of a step that ends or stops the search. */
export function PostDayDialog(props: {
  readonly record: StoredRecord<'vacancy'>;
  /** Null: nothing is asked. */
  readonly asking: PostDay | null;
  readonly onClose: () => void;
}) {
  const { record, asking, onClose } = props;
  const { value } = record;
  const today = useToday();
  const change = useChangeRecord('vacancy', record.id);
  const cleared = {
    day: value.clearedOn,
    message: `It was cleared to advertise on ${formatDate(value.clearedOn)}`,
  };
  const lastFreeze = value.freezes.at(-1);
  switch (asking) {
    case null:
      return null;
    case 'started':
      return (
        <DayDialog
          title="Somebody starts"
          label="First day in the post"
          hint="An accepted offer ends nothing. The vacancy is open until this day."
          why={null}
          save="Save the day"
          today={today}
          notBefore={cleared}
          onClose={onClose}
          onSave={(startedOn) => change((now) => ({ ...now, startedOn }), 'Saved.')}
        />
      );
    case 'withdrawn':
      return (
        <DayDialog
          title="The post is withdrawn"
          label="Withdrawn on"
          hint="It is no longer looked for. What was tried stays here."
          why={{ label: 'Why', missing: 'Say why it was withdrawn' }}
          save="Withdraw the post"
          today={today}
          notBefore={cleared}
          hasToBeOver
          onClose={onClose}
          onSave={(withdrawnOn, withdrawnWhy) =>
            change((now) => ({ ...now, withdrawnOn, withdrawnWhy }), 'Withdrawn.')
          }
        />
      );
    case 'frozen':
      return (
        <DayDialog
          title="The post is frozen"
          label="Frozen from"
          hint="Until it may be advertised again, its days count as frozen, not as open."
          why={{ label: 'Why', missing: 'Say why it is frozen' }}
          save="Freeze the post"
          today={today}
          notBefore={
            lastFreeze?.until == null
              ? cleared
              : {
                  day: lastFreeze.until,
                  message: `It was frozen before, until ${formatDate(lastFreeze.until)}`,
                }
          }
          hasToBeOver
          onClose={onClose}
          onSave={(from, why) =>
            change((now) => ({ ...now, freezes: [...now.freezes, { from, until: null, why }] }), 'Frozen.')
          }
        />
      );
    case 'advertised-again': {
      const from = lastFreeze?.from ?? value.clearedOn;
      return (
        <DayDialog
          title="It may be advertised again"
          label="From"
          hint="The first day on which it is open again."
          why={null}
          save="Save the day"
          today={today}
          notBefore={{ day: addDays(from, 1), message: `The freeze began on ${formatDate(from)}` }}
          hasToBeOver
          onClose={onClose}
          onSave={(until) =>
            change(
              (now) => ({
                ...now,
                freezes: now.freezes.map((freeze) => (freeze.until === null ? { ...freeze, until } : freeze)),
              }),
              'Open again.',
            )
          }
        />
      );
    }
  }
}
