import { MessagesSquare, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { presenceChart } from '@shared/charts/presence-chart';
import { presenceOf } from '@shared/team-life/conversations';
import { Chart } from '../../../../charts';
import { EmptyState, LinkButton, Page, Row, RowList, Section, Sheet, Status } from '../../../../ui';
import { useRecords } from '../../../../vault';
import { teamCrumbs } from '../crumbs';
import { TeamNav } from '../TeamNav';
import { answersStatus, conversationLine } from './conversation-words';

const addButton = (
  <LinkButton href="~/people/team/conversations/new" variant="primary" icon={<Plus aria-hidden="true" />}>
    Record a conversation
  </LinkButton>
);

/** What the team talked about, newest first, and how many were there. */
export function ConversationsPage() {
  const conversations = useRecords('conversation');
  const sorted = useMemo(
    () => conversations.toSorted((left, right) => right.value.on.localeCompare(left.value.on)),
    [conversations],
  );
  const chart = useMemo(() => presenceChart(presenceOf(conversations)), [conversations]);
  return (
    <Page
      title="Conversations"
      docTitle="Team conversations"
      crumbs={teamCrumbs}
      lede="What the team said about its own wellbeing, and what came of it."
      actions={sorted.length === 0 ? undefined : addButton}
    >
      <TeamNav />
      {sorted.length === 0 ? (
        <EmptyState icon={<MessagesSquare />} title="No conversation is recorded" action={addButton}>
          <p>
            Ten minutes in a team meeting are enough. Write down what was said and what was decided, without
            names. For example: “Lunch is eaten at the desk”, answered by cover from 12:30.
          </p>
        </EmptyState>
      ) : (
        <>
          <Sheet>
            <RowList aria-label="Conversations">
              {sorted.map(({ id, value }) => {
                const status = answersStatus(value);
                return (
                  <Row
                    key={id}
                    href={`~/people/team/conversations/${id}`}
                    title={value.topic}
                    detail={conversationLine(value)}
                    status={status === null ? undefined : <Status {...status} />}
                  />
                );
              })}
            </RowList>
          </Sheet>
          {chart !== null && (
            <Section title="How many were there">
              <Chart spec={chart} />
            </Section>
          )}
        </>
      )}
    </Page>
  );
}
