import { ClipboardList, History, Pencil, Printer } from 'lucide-react';
import { dueWords } from '@shared/event-plans/step-order';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { ReadyPlan } from '@shared/records/ready-plan/ready-plan';
import { IdentifiedDoor, useIdentifiedDoor, type IdentifiedCopy } from '../../../identified';
import { useToday } from '../../../platform';
import { Button, Columns, EmptyState, LinkButton, Note, Page, Section, Sheet, Status } from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import { IncidentsNav } from '../IncidentsNav';
import { linesOfOnePage, printLines } from './ready-fields';
import { ReadySheet } from './ReadySheet';
import styles from './ready.module.css';
import { useReadyPlan } from './use-ready-plan';

/** What has to be known before anything happens, on one page. */
export function ReadyPage() {
  const record = useReadyPlan();
  return record === null ? <NoReadyPlan /> : <Ready record={record} />;
}

const crumbs = [{ label: 'Incidents', href: '~/incidents' }];
const lede =
  'Whom to ring, where to go and who does what: written on a quiet day, printed before it is needed.';

function NoReadyPlan() {
  return (
    <Page title="Ready plan" docTitle="Ready plan" crumbs={crumbs} lede={lede}>
      <IncidentsNav />
      <EmptyState
        icon={<ClipboardList />}
        title="No ready plan yet"
        action={
          <LinkButton href="~/incidents/ready/edit" variant="primary">
            Make the ready plan
          </LinkButton>
        }
      >
        It takes about ten minutes. When somebody is not safe, the new plan shows these numbers first. For
        example: “On call at weekends, duty manager, 01632 960002”.
      </EmptyState>
    </Page>
  );
}

function Ready(props: { readonly record: StoredRecord<'ready-plan'> }) {
  const { id, value: plan } = props.record;
  const today = useToday();
  const serviceName = useRecords('service')[0]?.value.name ?? '';
  const door = useIdentifiedDoor();
  const sheet = <ReadySheet plan={plan} serviceName={serviceName} />;
  const leave = (way: IdentifiedCopy['way']): void => {
    door.open({
      code: 'ready-page',
      about: { kind: 'ready-plan', ids: [id] },
      title: 'Ready plan, one page',
      names: 'Those whom to ring, who are on call, and who have a role.',
      holds: 'Numbers, roles, places, who tells whom, and the note.',
      leavesOut: 'Any event, and anything about how people are.',
      purposes: [
        { id: 'staff-wall', whom: 'our own staff' },
        { id: 'on-call', whom: 'those on call' },
      ],
      way,
    });
  };
  const isLong = printLines(plan) > linesOfOnePage;
  return (
    <Page
      title="Ready plan"
      docTitle="Ready plan"
      crumbs={crumbs}
      lede={lede}
      actions={
        <>
          <Button
            variant="primary"
            icon={<Printer aria-hidden="true" />}
            onPress={() => {
              leave({ by: 'print', sheet });
            }}
          >
            Print
          </Button>
          <Button
            isPending={door.isBusy}
            onPress={() => {
              leave({
                by: 'pdf',
                fileName: 'ready-plan.pdf',
                footer: `Steading. Confidential. ${formatDate(today)}`,
                sheet,
              });
            }}
          >
            Save as PDF
          </Button>
          <LinkButton href="~/incidents/ready/edit" icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <LinkButton
            href={`~/incidents/ready/${id}/history`}
            variant="quiet"
            icon={<History aria-hidden="true" />}
          >
            Earlier versions
          </LinkButton>
        </>
      }
    >
      <IncidentsNav />
      <IdentifiedDoor door={door} />
      <Columns
        main={
          <>
            <Section title="Whom to ring">
              <Sheet>
                <ul className={styles.lines} aria-label="Whom to ring">
                  <NumberLine what="Someone in danger" who="Police, ambulance, fire" phone="999" hours="" />
                  {plan.contacts.map(({ id: key, role, who, phone, hours }) => (
                    <NumberLine key={key} what={role} who={who} phone={phone} hours={hours} />
                  ))}
                </ul>
              </Sheet>
            </Section>
            {plan.onCall.length > 0 && (
              <Section title="Who is on call">
                <Sheet>
                  <ul className={styles.lines} aria-label="Who is on call">
                    {plan.onCall.map(({ id: key, when, who, phone }) => (
                      <NumberLine key={key} what={when} who={who} phone={phone} hours="" />
                    ))}
                  </ul>
                </Sheet>
              </Section>
            )}
            {plan.telling.length > 0 && (
              <Section title="Who tells whom">
                <ol className={styles.telling}>
                  {plan.telling.map(({ id: key, who, tells, how }) => (
                    <li key={key}>
                      <b>{who}</b> tells <b>{tells}</b>
                      {how !== '' && <span className={styles.small}>{how}</span>}
                    </li>
                  ))}
                </ol>
              </Section>
            )}
          </>
        }
        side={
          <>
            <Checked plan={plan} today={today} isLong={isLong} />
            {plan.roles.length > 0 && (
              <Section title="Roles">
                <ul className={styles.side}>
                  {plan.roles.map(({ id: key, role, does, who, standIn }) => (
                    <li key={key}>
                      <b>{role}</b>
                      {does !== '' && <span className={styles.small}>{does}</span>}
                      <span>{who === '' ? 'Nobody named yet' : who}</span>
                      <span className={styles.small}>
                        {standIn === '' ? 'No stand-in yet' : `Stand-in: ${standIn}`}
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {plan.places.length > 0 && (
              <Section title="Places">
                <ul className={styles.side}>
                  {plan.places.map(({ id: key, place, use, access }) => (
                    <li key={key}>
                      <b>{place}</b>
                      {use !== '' && <span>{use}</span>}
                      {access !== '' && <span className={styles.small}>Key: {access}</span>}
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {plan.note.trim() !== '' && (
              <Section title="Also good to know">
                <p className={styles.note}>{plan.note}</p>
              </Section>
            )}
          </>
        }
      />
    </Page>
  );
}

function NumberLine(props: {
  readonly what: string;
  readonly who: string;
  readonly phone: string;
  readonly hours: string;
}) {
  const { what, who, phone, hours } = props;
  const detail = [who, hours].filter((part) => part !== '').join('. ');
  return (
    <li>
      <span>
        <b>{what}</b>
        {detail !== '' && <span className={styles.small}>{detail}</span>}
      </span>
      {phone === '' ? (
        <Status kind="later">No number yet</Status>
      ) : (
        <span className={styles.phone}>{phone}</span>
      )}
    </li>
  );
}

function Checked(props: { readonly plan: ReadyPlan; readonly today: LocalDate; readonly isLong: boolean }) {
  const { plan, today, isLong } = props;
  const { reviewOn } = plan;
  return (
    <Section title="Is it up to date?">
      <p>
        {reviewOn === null ? (
          <Status kind="none">No day set to look again</Status>
        ) : reviewOn > today ? (
          <Status kind="good">Look again on {formatDate(reviewOn)}</Status>
        ) : (
          <Status kind="due">
            {reviewOn === today ? 'To look at again today' : dueWords(reviewOn, today)}
          </Status>
        )}
      </p>
      <p className={styles.small}>Checked on {formatDate(plan.checkedOn)}. Saving it again sets a new day.</p>
      {isLong && (
        <Note kind="info" title="More than one page">
          Printed, this takes a second page. Shorten it if it is to hang on a wall.
        </Note>
      )}
    </Section>
  );
}
