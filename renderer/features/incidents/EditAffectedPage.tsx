import { useMemo, useState } from 'react';
import { setAffected } from '@shared/event-plans/contacts';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { Button, Form, FormActions, LinkButton, Note, Page, Sheet, useGo, useToast } from '../../ui';
import { useDraft } from '../../vault';
import { AffectedPicker } from './AffectedPicker';
import { valuesOfDraft, type AffectedChoice } from './new-plan-values';
import styles from './incidents.module.css';
import { nameWords } from './plan-words';
import { usePeople } from './people';
import { notUndone } from './undo-words';
import { usePlan } from './use-plan';

/** Who is affected, after the plan was opened. Those who stay keep their answers. */
export function EditAffectedPage(props: { readonly id: string }) {
  const { record, problem, change } = usePlan(props.id);
  const today = useToday();
  const people = usePeople();
  const go = useGo();
  const toast = useToast();
  const [typed, setTyped] = useState<readonly AffectedChoice[] | null>(null);
  const planHref = `/incidents/${props.id}`;
  const before = record?.value.affected ?? [];
  const listed = before.map(({ personId, closeness }) => ({ personId, closeness }));
  const draft = useDraft(
    'affected',
    record?.id ?? null,
    'People affected by an incident',
    { affected: typed ?? listed },
    typed !== null,
  );
  const restored = useMemo(
    () => (draft.restored === null ? null : valuesOfDraft(draft.restored).affected),
    [draft.restored],
  );
  const [isRestored, setRestored] = useState(restored !== null);
  const value = typed ?? (isRestored ? restored : null) ?? listed;
  const kept = new Set(value.map(({ personId }) => personId));
  const withAnswers = before.filter((person) => !kept.has(person.personId) && person.contacts.length > 0);

  const save = async () => {
    if (!(await change((plan) => setAffected(plan, value)))) return;
    await draft.clear();
    const putBack = async () => {
      const isBack = await change((plan) => ({ ...plan, affected: before }));
      toast({ text: isBack ? 'Put back.' : notUndone });
    };
    toast({
      text: 'People affected saved.',
      actions: [{ label: 'Undo', onPress: () => void putBack() }],
    });
    go(planHref);
  };

  return (
    <Page
      title="People affected"
      crumbs={[
        { label: 'Incidents', href: '/incidents' },
        { label: record === undefined ? 'Plan' : eventTypeLabels[record.value.eventType], href: planHref },
      ]}
      docTitle="People affected"
    >
      <div className={styles.formWidth}>
        <Sheet pad>
          <Form
            onSubmit={save}
            errors={problem === null ? [] : [{ field: '', message: problem }]}
            aria-label="People affected"
          >
            {isRestored && (
              <DraftNote
                onDiscard={() => {
                  setTyped(null);
                  setRestored(false);
                  void draft.clear();
                }}
              />
            )}
            <AffectedPicker people={people} today={today} value={value} onChange={setTyped} />
            {withAnswers.length > 0 && (
              <Note kind="info" title="Their answers go too">
                {nameWords(withAnswers.map(({ personId }) => people.nameOf(personId)))}: what was recorded for
                them goes with the name.
              </Note>
            )}
            <FormActions>
              <Button type="submit" variant="primary">
                Save people
              </Button>
              <LinkButton href={planHref}>Not now</LinkButton>
            </FormActions>
          </Form>
        </Sheet>
      </div>
    </Page>
  );
}
