import { isInvestigation } from '@shared/event-plans/strands';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { useToday } from '../../platform';
import { Columns, Note, Page, Section, Sheet } from '../../ui';
import { AddStep } from './AddStep';
import styles from './incidents.module.css';
import { usePeople } from './people';
import { incidentsCrumb, PlanGone } from './PlanGone';
import { PlanNav } from './PlanNav';
import { ReviewActions } from './ReviewActions';
import { SaveProblem } from './SaveProblem';
import { StepRow } from './StepRow';
import { usePlan } from './use-plan';

/** The learning review and what came of it. It never stands on a page with support: people stop trusting both. */
export function InvestigationPage(props: { readonly id: string }) {
  const { record, problem, change } = usePlan(props.id);
  const today = useToday();
  const people = usePeople();
  if (record === undefined) return <PlanGone title="Learning and investigation" />;
  const plan = record.value;
  const steps = plan.steps.filter(isInvestigation);
  return (
    <Page
      title="Learning and investigation"
      docTitle="Learning and investigation"
      lede={eventTypeLabels[plan.eventType]}
      crumbs={[incidentsCrumb, { label: 'Plan', href: `~/incidents/${record.id}` }]}
    >
      <SaveProblem problem={problem} />
      <PlanNav id={record.id} />
      <Columns
        main={
          <>
            <Section title="Steps">
              <Sheet>
                {steps.length === 0 ? (
                  <p className={styles.padded}>No step of a review is in this plan yet.</p>
                ) : (
                  <ul className={styles.steps} aria-label="Steps of learning and investigation">
                    {steps.map((step) => (
                      <StepRow
                        key={step.id}
                        step={step}
                        plan={plan}
                        people={people}
                        today={today}
                        change={change}
                      />
                    ))}
                  </ul>
                )}
                {plan.closedOn === null && (
                  <AddStep
                    phaseId="weeks-1-2"
                    strand="investigation"
                    plan={plan}
                    today={today}
                    change={change}
                  />
                )}
              </Sheet>
            </Section>
            <ReviewActions plan={plan} people={people} today={today} change={change} />
          </>
        }
        side={
          <Note kind="info" title="Apart from support, on purpose">
            An interview for a review is no support, and says so beforehand. Nobody is named for blame. What
            somebody said in a check-in is not used here.
          </Note>
        }
      />
    </Page>
  );
}
