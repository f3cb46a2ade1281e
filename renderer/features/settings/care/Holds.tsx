import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { holdReasons, type Hold, type HoldReason } from '@shared/records/care-settings/care-settings';
import { isHeld, liftHold, setHold } from '@shared/retention/settings';
import { careErrorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { capital, unknownPerson } from '../../../records/record-words';
import { useCareSettings } from '../../../records/use-care-settings';
import { useNames } from '../../../records/use-names';
import {
  Button,
  ComboBox,
  Form,
  FormRow,
  Row,
  RowList,
  Section,
  Select,
  Sheet,
  useToast,
  type FormProblem,
} from '../../../ui';
import { useRecords, useVaultCare } from '../../../vault';
import styles from './care.module.css';
import { holdReasonWords } from './keeping-words';

/** Records that have to stay whatever the rules say. */
export function Holds() {
  const { settings, change } = useCareSettings();
  const nameOf = useNames();
  const care = useVaultCare();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const { holds } = settings;

  async function lift(hold: Hold): Promise<void> {
    const saved = await change((now) => liftHold(now, hold.personId));
    if (!saved.ok) {
      toast({ text: careErrorText(saved.error, 'read') });
      return;
    }
    void care.note([{ event: 'hold-lifted', kind: 'person', ids: [hold.personId], detail: hold.reason }]);
    const undo = async (): Promise<void> => {
      const again = await change((now) => setHold(now, hold));
      if (again.ok)
        void care.note([{ event: 'hold-set', kind: 'person', ids: [hold.personId], detail: hold.reason }]);
      toast({ text: again.ok ? 'On hold again.' : careErrorText(again.error, 'read') });
    };
    toast({ text: 'Hold lifted.', actions: [{ label: 'Undo', onPress: () => void undo() }] });
  }

  return (
    <Section
      title={holds.length === 0 ? 'On hold' : `On hold: ${holds.length}`}
      action={
        <Button
          variant="quiet"
          size="small"
          aria-expanded={isOpen}
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? 'Not now' : 'Put someone on hold'}
        </Button>
      }
    >
      <div className={styles.stack}>
        {isOpen && (
          <HoldForm
            onDone={() => {
              setOpen(false);
            }}
          />
        )}
        {holds.length === 0 ? (
          <p className={styles.small}>
            Nobody. While someone is on hold, nothing about them can be erased or deleted for good: for a
            complaint, a court, an inquiry, or when they have asked to see their records.
          </p>
        ) : (
          <Sheet>
            <RowList aria-label="People on hold">
              {holds.map((hold) => {
                const name = capital(nameOf(hold.personId) ?? unknownPerson);
                return (
                  <Row
                    key={hold.personId}
                    title={name}
                    detail={`${holdReasonWords[hold.reason]}. Since ${formatDate(hold.since)}`}
                    action={
                      <Button
                        size="small"
                        aria-label={`Lift the hold: ${name}`}
                        onPress={() => void lift(hold)}
                      >
                        Lift the hold
                      </Button>
                    }
                  />
                );
              })}
            </RowList>
          </Sheet>
        )}
      </div>
    </Section>
  );
}

function HoldForm(props: { readonly onDone: () => void }) {
  const { settings, change } = useCareSettings();
  const people = useRecords('person');
  const today = useToday();
  const care = useVaultCare();
  const toast = useToast();
  const [person, setPerson] = useState<string | null>(null);
  const [reason, setReason] = useState<string>('');
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const errorOf = (field: string): string | undefined => errors.find((each) => each.field === field)?.message;
  const options = people
    .filter(({ id }) => !isHeld(settings, id))
    .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
    .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'));

  async function save(): Promise<void> {
    const why: HoldReason | undefined = holdReasons.find((each) => each === reason);
    const problems: FormProblem[] = [];
    if (person === null) problems.push({ field: 'held', message: 'Choose who it is' });
    if (why === undefined) problems.push({ field: 'reason', message: 'Choose a reason' });
    setErrors(problems);
    if (person === null || why === undefined) return;
    const personId = person as RecordId;
    const saved = await change((now) => setHold(now, { personId, reason: why, since: today }));
    if (!saved.ok) {
      setErrors([{ field: '', message: careErrorText(saved.error, 'read') }]);
      return;
    }
    void care.note([{ event: 'hold-set', kind: 'person', ids: [personId], detail: why }]);
    toast({ text: 'On hold from today.' });
    props.onDone();
  }

  return (
    <Sheet pad>
      <Form aria-label="Put someone on hold" errors={errors} onSubmit={save}>
        <FormRow>
          <ComboBox
            label="Who"
            name="held"
            autoFocus
            value={person}
            onChange={setPerson}
            options={options}
            error={errorOf('held')}
          />
          <Select
            label="Why"
            name="reason"
            width="full"
            value={reason}
            onChange={setReason}
            options={holdReasons.map((each) => ({ value: each, label: holdReasonWords[each] }))}
            error={errorOf('reason')}
          />
        </FormRow>
        <Button type="submit">Put on hold</Button>
      </Form>
    </Sheet>
  );
}
