import { useMemo, useState } from 'react';
import { contactOf, setAffected, setOthersAffected } from '@shared/event-plans/contacts';
import { type Affected as AffectedPart, eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { Button, Form, FormActions, LinkButton, Note, Page, Sheet, useGo, useToast } from '../../ui';
import { useDraft } from '../../vault';
import { type Affected, AffectedPicker } from './AffectedPicker';
import { valuesOfDraft } from './new-plan-values';
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
  const [typed, setTyped] = useState<Affected | null>(null);
  const planHref = `/incidents/${props.id}`;
  const before = record?.value.affected ?? [];
  const othersBefore = record?.value.othersAffected ?? [];
  const listed: Affected = {
    affected: before.map((each) => ({ personId: each.personId, ...choiceOf(each) })),
    others: othersBefore.map((each) => ({ id: each.id, line: each.line, ...choiceOf(each) })),
  };
  const draft = useDraft(
    'affected',
    record?.id ?? null,
    'People affected by an incident',
    { ...(typed ?? listed) },
    typed !== null,
  );
  const restored = useMemo(
    (): Affected | null => (draft.restored === null ? null : valuesOfDraft(draft.restored)),
    [draft.restored],
  );
  const [isRestored, setRestored] = useState(restored !== null);
  const value = typed ?? (isRestored ? restored : null) ?? listed;
  const kept = new Set<string>([
    ...value.affected.map(({ personId }) => personId),
    ...value.others.map(({ id }) => id ?? ''),
  ]);
  const withAnswers = [
    ...before.map((each) => ({ id: each.personId as string, name: people.nameOf(each.personId), each })),
    ...othersBefore.map((each) => ({ id: each.id, name: each.line, each })),
  ].filter(({ id, each }) => !kept.has(id) && each.contacts.length > 0);

  const save = async () => {
    const isSaved = await change((plan) =>
      setOthersAffected(
        setAffected(plan, value.affected),
        value.others.map(({ id, line, closeness, duty }) => ({
          line,
          closeness,
          duty,
          ...(id === undefined ? {} : { id }),
        })),
      ),
    );
    if (!isSaved) return;
    await draft.clear();
    const putBack = async () => {
      const isBack = await change((plan) => ({
        ...plan,
        affected: before,
        othersAffected: othersBefore,
      }));
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
            <AffectedPicker
              people={people}
              today={today}
              value={value}
              onChange={setTyped}
              hasSupport={false}
            />
            {withAnswers.length > 0 && (
              <Note kind="info" title="Their answers go too">
                {nameWords(withAnswers.map(({ name }) => name))}: what was recorded for them goes with the
                name.
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

function choiceOf(each: AffectedPart) {
  return { closeness: each.closeness, duty: each.duty, support: contactOf(each, 'immediate').status };
}
