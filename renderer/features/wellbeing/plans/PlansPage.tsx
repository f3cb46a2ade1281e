import { NotebookPen } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { isInPost } from '@shared/supervision/coverage';
import { useToday } from '../../../platform';
import { useHandOver } from '../../../records/hand-over';
import {
  Button,
  Columns,
  ComboBox,
  EmptyState,
  Form,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  type FormProblem,
} from '../../../ui';
import { useRecords } from '../../../vault';
import { reviewWords, sharedWords, usePlanViews } from './plans';
import styles from './plans.module.css';

/** The plans that are here, and the way to hand the laptop to somebody who writes one. */
export function PlansPage() {
  const plans = usePlanViews();
  const today = useToday();
  return (
    <Page
      title="Wellbeing Plans"
      docTitle="Wellbeing Plans"
      crumbs={[{ label: 'Wellbeing', href: '/' }]}
      lede="Each one is its owner’s, under a passphrase of their own. You see what they share, until the day they choose."
      actions={<LinkButton href="/plans/blank">Blank form for paper</LinkButton>}
    >
      <Columns
        main={
          <Section title="Plans here">
            {plans.length === 0 ? (
              <EmptyState icon={<NotebookPen />} title="No plans here yet">
                <p>
                  Offer one, in a quiet hour and without a deadline: choose who, then hand over the laptop. A
                  plan is nobody’s duty, so nobody without one is listed.
                </p>
              </EmptyState>
            ) : (
              <Sheet>
                <RowList aria-label="Wellbeing Plans">
                  {plans.map(({ record, name, shared }) => (
                    <Row
                      key={record.id}
                      href={`/plans/${record.id}`}
                      title={name}
                      detail={reviewWords(record.value.reviewOn, today)}
                      status={
                        <Status kind={shared.length > 0 ? 'good' : 'hidden'}>{sharedWords(shared)}</Status>
                      }
                    />
                  ))}
                </RowList>
              </Sheet>
            )}
          </Section>
        }
        side={
          <>
            <Section title="Hand over the laptop">
              <Sheet pad>
                <HandOverForm />
              </Sheet>
            </Section>
            <Note kind="plain" title="Good to say beforehand">
              A plan is a choice, and so is sharing it. A lost passphrase means a lost plan. Paper works as
              well.
            </Note>
          </>
        }
      />
    </Page>
  );
}

function HandOverForm() {
  const people = useRecords('person');
  const plans = useRecords('wellbeing-plan');
  const today = useToday();
  const handOver = useHandOver();
  const [chosen, setChosen] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const options = useMemo(() => {
    const withPlan = new Set<RecordId>(plans.map(({ value }) => value.ownerId));
    return people
      .filter(({ id, value }) => withPlan.has(id) || isInPost(value, today) || value.startDate > today)
      .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
      .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'));
  }, [people, plans, today]);

  return (
    <Form
      errors={errors}
      onSubmit={() => {
        const owner = people.find(({ id }) => id === chosen);
        if (owner === undefined) setErrors([{ field: 'owner', message: 'Choose whose plan it is' }]);
        else handOver({ kind: 'plan', owner: { id: owner.id, name: owner.value.name } });
      }}
    >
      <ComboBox
        label="Whose plan"
        name="owner"
        value={chosen}
        onChange={setChosen}
        options={options}
        error={errors.find(({ field }) => field === 'owner')?.message}
      />
      <p className={styles.small}>
        Steading shuts everything else. When they are done it locks, and opens with your passphrase again.
      </p>
      <Button type="submit" variant="primary">
        Hand over
      </Button>
    </Form>
  );
}
