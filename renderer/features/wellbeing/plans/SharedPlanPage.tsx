import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { planSectionLabels, planSections } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { careErrorText } from '../../../app/error-text';
import { Facts } from '../../../records/Facts';
import { useHandOver } from '../../../records/hand-over';
import {
  Button,
  Dialog,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  TextLink,
  useGo,
  useToast,
} from '../../../ui';
import { useVaultCare, useViewNote } from '../../../vault';
import { plansCrumbs, usePlanViews, type PlanView } from './plans';
import styles from './plans.module.css';

export function SharedPlanPage(props: { readonly id: string }) {
  const view = usePlanViews().find(({ record }) => record.id === props.id);
  return view === undefined ? (
    <Page title="This plan is not here" crumbs={plansCrumbs}>
      <Sheet pad>
        <p>Its owner may have deleted it. That is theirs to decide.</p>
        <LinkButton href="/plans">See Wellbeing Plans</LinkButton>
      </Sheet>
    </Page>
  ) : (
    <SharedPlan view={view} />
  );
}

/** Only what its owner shares today. */
function SharedPlan(props: { readonly view: PlanView }) {
  const { record, name, shared } = props.view;
  const { ownerId, reviewOn, sealedOn, withdrawnOn } = record.value;
  const handOver = useHandOver();
  const [isDeleting, setDeleting] = useState(false);
  useViewNote('wellbeing-plan', record.id);
  const sections = planSections.flatMap((id) => shared.find(({ sectionId }) => sectionId === id) ?? []);
  const lastTaken = withdrawnOn.at(-1);

  return (
    <Page
      title={name}
      docTitle="Wellbeing Plan"
      crumbs={plansCrumbs}
      lede="What they share of their plan. The rest opens with their own passphrase alone."
      actions={
        <Button
          variant="primary"
          onPress={() => {
            handOver({ kind: 'plan', owner: { id: ownerId, name } });
          }}
        >
          Hand over the laptop
        </Button>
      }
    >
      <Facts
        facts={[
          {
            label: 'Shared now',
            value: `${String(shared.length)} of ${String(planSections.length)} sections`,
          },
          { label: 'To look at again', value: reviewOn === null ? 'No day set' : formatDate(reviewOn) },
          { label: 'Last changed', value: formatDate(sealedOn) },
          { label: 'Last taken back', value: lastTaken === undefined ? 'Never' : formatDate(lastTaken) },
        ]}
      />
      {sections.length === 0 ? (
        <Note kind="plain" title="Nothing is shared with you now">
          That says nothing about the plan, or about you. If you want to know what helps, ask. They can show
          you on their own screen, too.
        </Note>
      ) : (
        <Section title="Shared with you">
          <Sheet>
            {sections.map(({ sectionId, text, until }) => (
              <section key={sectionId} className={styles.shared} aria-label={planSectionLabels[sectionId]}>
                <h3>{planSectionLabels[sectionId]}</h3>
                <p className={styles.words}>{text}</p>
                <p className={styles.small}>Until {formatDate(until)}. After that it is gone from here.</p>
              </section>
            ))}
          </Sheet>
        </Section>
      )}
      <p className={styles.small}>
        <TextLink href={`/people/${ownerId}`}>All that is recorded about them</TextLink>
      </p>
      <p className={styles.small}>
        Have they lost their passphrase? Nobody can open the plan then.{' '}
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            setDeleting(true);
          }}
        >
          Delete this plan
        </Button>
      </p>
      <DeleteDialog view={props.view} isOpen={isDeleting} onOpenChange={setDeleting} />
    </Page>
  );
}

function DeleteDialog(props: {
  readonly view: PlanView;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}) {
  const { view, isOpen, onOpenChange } = props;
  const care = useVaultCare();
  const toast = useToast();
  const go = useGo();
  const [isBusy, setBusy] = useState(false);

  async function remove(): Promise<void> {
    setBusy(true);
    const purged = await care.purge([view.record.id]);
    setBusy(false);
    onOpenChange(false);
    if (purged.ok) go('/wellbeing/plans');
    toast({ text: purged.ok ? 'The plan is deleted.' : careErrorText(purged.error, 'purge') });
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Delete this plan for good?"
      actions={
        <>
          <Button
            variant="primary"
            isPending={isBusy}
            pendingText="Deleting the plan"
            onPress={() => void remove()}
          >
            Delete for good
          </Button>
          <Button
            onPress={() => {
              onOpenChange(false);
            }}
          >
            Keep it
          </Button>
        </>
      }
    >
      <p>
        It is theirs: do this when they ask you to. All ten sections go, with what is shared of them. Nothing
        brings them back. They can begin a new plan at any time.
      </p>
    </Dialog>
  );
}
