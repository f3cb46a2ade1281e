import { Mountain, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { replyAwaited } from '@shared/workforce/outside-issues';
import { useToday } from '../../../platform';
import { EmptyState, LinkButton, Page, Row, RowList, Section, Sheet, Status } from '../../../ui';
import { useRecords, type StoredOutline } from '../../../vault';
import { countWords } from '../posts/post-words';
import { WorkforceNav } from '../workforce-nav';
import { issueStatus } from './issue-words';

type Issue = StoredOutline<'outside-issue'>;

const addButton = (
  <LinkButton href="~/workforce/outside/new" variant="primary" icon={<Plus aria-hidden="true" />}>
    Raise an issue
  </LinkButton>
);

/** What hurts the service and is for others to change: what was asked of whom, and what came back. */
export function IssuesPage() {
  const issues = useRecords('outside-issue');
  const { waiting, answered, over } = useMemo(() => {
    const of = (...states: readonly Issue['value']['status'][]): Issue[] =>
      issues.filter(({ value }) => states.includes(value.status));
    // Whom nobody promised an answer stands last.
    const dueOf = ({ value }: Issue): string => replyAwaited(value) ?? '9999';
    const raisedOf = ({ value }: Issue): string => value.raisedOn;
    return {
      waiting: of('raised').toSorted((left, right) => dueOf(left).localeCompare(dueOf(right))),
      answered: of('answered').toSorted((left, right) => raisedOf(right).localeCompare(raisedOf(left))),
      over: of('accepted', 'closed').toSorted((left, right) => raisedOf(right).localeCompare(raisedOf(left))),
    };
  }, [issues]);
  return (
    <Page
      title="Outside our control"
      docTitle="Outside our control"
      crumbs={[{ label: 'Workforce', href: '~/workforce' }]}
      lede="What wears people down and is for others to change: asked, answered, or still waiting."
      actions={issues.length === 0 ? undefined : addButton}
    >
      <WorkforceNav />
      {issues.length === 0 ? (
        <EmptyState icon={<Mountain />} title="Nothing was raised so far" action={addButton}>
          <p>
            Some of what hurts cannot be put right here. Write it down once, with what it does and whom you
            asked. It prints as a risk paper. For example: no local detox beds, raised with the Partnership.
          </p>
        </EmptyState>
      ) : (
        <>
          <Group title="Waiting for a reply" issues={waiting} none="Nobody owes you a reply." />
          <Group title="Answered" issues={answered} />
          <Group title="Accepted as a risk, or closed" issues={over} />
        </>
      )}
    </Page>
  );
}

function Group(props: { readonly title: string; readonly issues: readonly Issue[]; readonly none?: string }) {
  const today = useToday();
  if (props.issues.length === 0 && props.none === undefined) return null;
  return (
    <Section title={props.title}>
      {props.issues.length === 0 ? (
        <p>{props.none}</p>
      ) : (
        <Sheet>
          <RowList aria-label={props.title}>
            {props.issues.map(({ id, value }) => (
              <Row
                key={id}
                href={`~/workforce/outside/${id}`}
                title={value.title}
                detail={[
                  `Asked of ${value.askedOf} on ${formatDate(value.raisedOn)}`,
                  value.replies.length === 0
                    ? 'No reply yet'
                    : countWords(value.replies.length, 'reply', 'replies'),
                  value.statusWhy,
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
                status={<Status {...issueStatus(value, today)} />}
              />
            ))}
          </RowList>
        </Sheet>
      )}
    </Section>
  );
}
