import { GraduationCap, Plus } from 'lucide-react';
import { nextStep } from '@shared/team-life/training';
import { useToday } from '../../../../platform';
import { EmptyState, LinkButton, Page, Row, RowList, Sheet, Status } from '../../../../ui';
import { useRecords } from '../../../../vault';
import { teamCrumbs } from '../crumbs';
import { TeamNav } from '../TeamNav';
import { MissedPlaces } from './MissedPlaces';
import { planLine, stepStatus } from './training-words';

const addButton = (
  <LinkButton href="~/people/team/training/new" variant="primary" icon={<Plus aria-hidden="true" />}>
    Start a plan
  </LinkButton>
);

/** The training plans of the service. Each starts with wellbeing. */
export function TrainingPage() {
  const today = useToday();
  const plans = useRecords('training-plan');
  return (
    <Page
      title="Training"
      docTitle="Training plans"
      crumbs={teamCrumbs}
      lede="Each plan starts with the wellbeing of those who learn."
      actions={plans.length === 0 ? undefined : addButton}
    >
      <TeamNav />
      {plans.length === 0 ? (
        <EmptyState icon={<GraduationCap />} title="No plan of training yet" action={addButton}>
          <p>
            Services that began with staff wellbeing found people readier for the rest. For example: looking
            after ourselves first, then trauma-informed practice, then Safety and Stabilisation skills.
          </p>
        </EmptyState>
      ) : (
        <Sheet>
          <RowList aria-label="Training plans">
            {plans
              .toSorted((left, right) => left.value.name.localeCompare(right.value.name, 'en-GB'))
              .map(({ id, value }) => {
                const next = nextStep(value);
                return (
                  <Row
                    key={id}
                    href={`~/people/team/training/${id}`}
                    title={value.name}
                    detail={planLine(value)}
                    status={
                      next === null ? (
                        <Status kind="good">All steps done</Status>
                      ) : (
                        <Status {...stepStatus(next, today)} />
                      )
                    }
                  />
                );
              })}
          </RowList>
        </Sheet>
      )}
      <MissedPlaces />
    </Page>
  );
}
