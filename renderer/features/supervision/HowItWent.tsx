/** Kind, whether it took place, and what came up: the middle of the form. */
import {
  cancelReasonLabels,
  cancelReasons,
  supervisionKindLabels,
  supervisionKinds,
  supervisionStatuses,
  supervisionThemeLabels,
  supervisionThemes,
} from '@shared/records/supervision-session/supervision-session';
import { Chips, Note, Segmented, Select, TextField, TextLink } from '../../ui';
import { useRecords } from '../../vault';
import { minuteChoices, minutesShown, type SessionFields } from './session-form';
import styles from './supervision.module.css';

const choices = <V extends string>(
  values: readonly V[],
  labels: Readonly<Record<V, string>>,
): { value: V; label: string }[] => values.map((value) => ({ value, label: labels[value] }));

const shortStatusLabels = {
  held: 'Held',
  'cancelled-by-service': 'Service cancelled',
  'cancelled-by-person': 'Person cancelled',
} as const;

export interface HowItWentProps {
  readonly fields: SessionFields;
  readonly agreedMinutes: number | null;
  readonly error: (name: string) => string | undefined;
  readonly warning: (text: string) => string | undefined;
  readonly onChange: (patch: Partial<SessionFields>) => void;
}

export function HowItWent(props: HowItWentProps) {
  const { fields, error, warning, onChange } = props;
  const groups = useRecords('reflective-group');
  const isGroup = fields.kind === 'reflective-group';
  const isHeld = fields.status === 'held';
  const { minutes, otherMinutes } = minutesShown(fields, props.agreedMinutes);
  const setKind = (kind: string): void => {
    onChange({
      kind,
      personIds: kind === 'reflective-group' ? fields.personIds : fields.personIds.slice(0, 1),
    });
  };
  return (
    <>
      <Segmented
        name="kind"
        label="Kind"
        value={fields.kind}
        error={error('kind')}
        onChange={setKind}
        options={choices<string>(supervisionKinds, supervisionKindLabels)}
      />
      {isGroup && groups.length > 0 && (
        <Note kind="plain">
          A group with a list of members has its own page, with who came and who waits:{' '}
          <TextLink href="~/supervision/groups">Reflective groups</TextLink>.
        </Note>
      )}
      <div className={styles.pair}>
        <Segmented
          name="status"
          label="Did it happen?"
          value={fields.status}
          error={error('status')}
          onChange={(status) => onChange({ status })}
          options={choices<string>(supervisionStatuses, shortStatusLabels)}
        />
        {isHeld && (
          <>
            <Segmented
              name="minutes"
              label="Minutes"
              value={minutes}
              error={error('minutes')}
              onChange={(picked) =>
                onChange({ minutes: picked, otherMinutes: picked === 'other' ? otherMinutes : '' })
              }
              options={[
                ...minuteChoices.map((value) => ({ value, label: value })),
                { value: 'other', label: 'Other' },
              ]}
            />
            {minutes === 'other' && (
              <TextField
                name="otherMinutes"
                label="How many minutes"
                isOptional
                width="short"
                inputMode="numeric"
                value={otherMinutes}
                error={error('otherMinutes')}
                onChange={(typed) => onChange({ minutes: 'other', otherMinutes: typed })}
              />
            )}
          </>
        )}
        {!isHeld && (
          <Select
            name="cancelledBecause"
            label="Why was it cancelled?"
            isOptional
            value={fields.cancelledBecause}
            error={error('cancelledBecause')}
            onChange={(cancelledBecause) => onChange({ cancelledBecause })}
            options={[
              { value: '', label: 'Not said' },
              ...choices<string>(cancelReasons, cancelReasonLabels),
            ]}
          />
        )}
      </div>
      {isHeld && (
        <>
          <Chips
            name="themes"
            label="What came up"
            isOptional
            value={fields.themes}
            onChange={(themes) => onChange({ themes })}
            options={choices<string>(supervisionThemes, supervisionThemeLabels)}
          />
          <Segmented
            name="wellbeingAsked"
            label="Did you ask how they are?"
            hint="Only that you asked. The answer stays between you."
            isOptional
            value={fields.wellbeingAsked}
            onChange={(wellbeingAsked) => onChange({ wellbeingAsked })}
            options={[
              { value: 'yes', label: 'Asked' },
              { value: 'no', label: 'Not this time' },
            ]}
          />
        </>
      )}
      <TextField
        name="note"
        label={
          isHeld ? (isGroup ? 'A note on the process' : 'How are they, in their words?') : 'A word on that'
        }
        hint={
          isGroup
            ? 'Process and themes only. Nothing that one person said.'
            : 'Themes, not details. No names of people who use the service, no diagnosis, no scores.'
        }
        isOptional
        multiline
        rows={3}
        value={fields.note}
        error={error('note')}
        warning={warning(fields.note)}
        onChange={(note) => onChange({ note })}
      />
    </>
  );
}
