import { useState } from 'react';
import { notificationsFor } from '@shared/event-plans/notifications';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { useToday } from '../../platform';
import { useNation } from '../../records/use-nation';
import { Note, Page, Sheet } from '../../ui';
import styles from './incidents.module.css';
import { NotificationRow } from './NotificationRow';
import { countWords } from './plan-words';
import { incidentsCrumb, PlanGone } from './PlanGone';
import { PlanNav } from './PlanNav';
import { SaveProblem } from './SaveProblem';
import { usePlan } from './use-plan';

/** Who may have to be told, by when, and that it was done. Never the form itself. */
export function NotificationsPage(props: { readonly id: string }) {
  const { record, problem, change } = usePlan(props.id);
  const today = useToday();
  const nation = useNation();
  const [open, setOpen] = useState<string | null>(null);
  if (record === undefined) return <PlanGone title="Who to tell" />;
  const plan = record.value;
  const lines = notificationsFor(plan);
  const left = lines.filter(({ noted }) => noted.state === 'open').length;
  return (
    <Page
      title="Who to tell"
      docTitle="Who to tell"
      lede={`${eventTypeLabels[plan.eventType]}. ${left === 0 ? 'Each was looked at.' : countWords(left, 'is not looked at yet.', 'are not looked at yet.')}`}
      crumbs={[incidentsCrumb, { label: 'Plan', href: `~/incidents/${record.id}` }]}
    >
      <SaveProblem problem={problem} />
      <PlanNav id={record.id} />
      <Note kind="plain">
        This list prompts. It does not decide, and it is no legal advice. Note here that somebody was told,
        with the reference. The form itself stays where it belongs.
      </Note>
      {nation !== 'scotland' && (
        <Note kind="caution" title="This list is written for Scotland">
          Where your service is, other bodies are told, and other limits count. Use it as a reminder to ask
          who they are.
        </Note>
      )}
      <div className={styles.formWidth}>
        <Sheet>
          <ul className={styles.steps} aria-label="Who may have to be told">
            {lines.map((line) => (
              <NotificationRow
                key={line.item.id}
                line={line}
                plan={plan}
                today={today}
                isOpen={open === line.item.id}
                onOpenChange={(isOpen) => {
                  setOpen(isOpen ? line.item.id : null);
                }}
                change={change}
              />
            ))}
          </ul>
        </Sheet>
      </div>
    </Page>
  );
}
