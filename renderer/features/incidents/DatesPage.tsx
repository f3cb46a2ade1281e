import { useState } from 'react';
import { addKeptDate, noticeDays, removeKeptDate } from '@shared/event-plans/kept-dates';
import { phaseWindow } from '@shared/event-plans/phases';
import { parseDateText } from '@shared/kernel/date-text';
import { addDays, formatDate, formatDateWithWeekday } from '@shared/kernel/local-date';
import {
  eventTypeLabels,
  type KeptDate,
  keptDateKinds,
  keptDateLabels,
  type KeptDateKind,
} from '@shared/records/event-plan/event-plan';
import { useToday } from '../../platform';
import {
  Button,
  DateField,
  Form,
  FormActions,
  FormRow,
  Page,
  Row,
  RowList,
  Section,
  Select,
  Sheet,
  TextField,
  useToast,
} from '../../ui';
import styles from './incidents.module.css';
import { incidentsCrumb, PlanGone } from './PlanGone';
import { PlanNav } from './PlanNav';
import { SaveProblem } from './SaveProblem';
import { notUndone } from './undo-words';
import { type PlanHandle, usePlan } from './use-plan';

/** Anniversaries, inquiries, court days: said two weeks ahead, so that there is time to change a rota. */
export function DatesPage(props: { readonly id: string }) {
  const { record, problem, change } = usePlan(props.id);
  const toast = useToast();
  if (record === undefined) return <PlanGone title="Days to keep in mind" />;
  const plan = record.value;
  const anniversary = phaseWindow('anniversary', plan.occurredOn).from;
  const isSaid = plan.dates.some(({ on }) => on === anniversary);
  const own: readonly KeptDate[] = isSaid
    ? plan.dates
    : [{ id: '', kind: 'anniversary', on: anniversary, line: '' } as const, ...plan.dates];
  const dates = [...own].sort((left, right) => left.on.localeCompare(right.on));

  const remove = async (date: KeptDate) => {
    if (!(await change((now) => removeKeptDate(now, date.id)))) return;
    const putBack = async () => {
      const isBack = await change((now) => addKeptDate(now, date));
      toast({ text: isBack ? 'Put back.' : notUndone });
    };
    toast({ text: 'Day taken out.', actions: [{ label: 'Undo', onPress: () => void putBack() }] });
  };

  return (
    <Page
      title="Days to keep in mind"
      docTitle="Days to keep in mind"
      lede={`${eventTypeLabels[plan.eventType]}. Each day is said two weeks ahead, in a closed plan too.`}
      crumbs={[incidentsCrumb, { label: 'Plan', href: `~/incidents/${record.id}` }]}
    >
      <SaveProblem problem={problem} />
      <PlanNav id={record.id} />
      <div className={styles.formWidth}>
        <Section title="The days">
          <Sheet>
            <RowList aria-label="Days to keep in mind">
              {dates.map((date) => (
                <Row
                  key={date.id}
                  title={`${keptDateLabels[date.kind]}, ${formatDateWithWeekday(date.on)}`}
                  detail={`${date.line === '' ? '' : `${date.line}. `}Reminder ${formatDate(addDays(date.on, -noticeDays))}.`}
                  action={
                    date.id === '' ? undefined : (
                      <Button
                        variant="quiet"
                        size="small"
                        aria-label={`Take out: ${keptDateLabels[date.kind]}, ${formatDate(date.on)}`}
                        onPress={() => void remove(date)}
                      >
                        Take out
                      </Button>
                    )
                  }
                />
              ))}
            </RowList>
          </Sheet>
        </Section>
        <AddDate change={change} />
      </div>
    </Page>
  );
}

function AddDate(props: { readonly change: PlanHandle['change'] }) {
  const { change } = props;
  const today = useToday();
  const [kind, setKind] = useState<KeptDateKind>('inquiry');
  const [on, setOn] = useState('');
  const [line, setLine] = useState('');
  const [error, setError] = useState<string | null>(null);
  const add = async () => {
    const day = parseDateText(on, today);
    if (day === null) {
      setError('Enter the day, like 24/11/2026');
      return;
    }
    setError(null);
    if (!(await change((now) => addKeptDate(now, { kind, on: day, line: line.trim().slice(0, 200) }))))
      return;
    setOn('');
    setLine('');
  };
  return (
    <Section title="Add a day">
      <Sheet pad>
        <Form
          onSubmit={add}
          errors={error === null ? [] : [{ field: 'on', message: error }]}
          aria-label="Add a day to keep in mind"
        >
          <FormRow>
            <Select
              name="kind"
              label="What day is it?"
              value={kind}
              onChange={(picked) => {
                setKind(keptDateKinds.find((each) => each === picked) ?? kind);
              }}
              options={keptDateKinds.map((value) => ({ value, label: keptDateLabels[value] }))}
              width="full"
            />
            <DateField
              name="on"
              label="Day"
              value={on}
              onChange={setOn}
              today={today}
              error={error ?? undefined}
            />
          </FormRow>
          <TextField
            name="line"
            label="In a few words"
            hint="No names of people who use the service."
            isOptional
            value={line}
            onChange={setLine}
          />
          <FormActions>
            <Button type="submit">Add day</Button>
          </FormActions>
        </Form>
      </Sheet>
    </Section>
  );
}
