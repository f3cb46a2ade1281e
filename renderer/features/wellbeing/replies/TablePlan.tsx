import { useState } from 'react';
import type { AnswersPlan } from '@shared/import/answers';
import { Button, DataTable, Note } from '../../../ui';
import wellbeing from '../wellbeing.module.css';

const problemsShown = 20;
const namesShown = 8;

const replyWords = (count: number): string => (count === 1 ? '1 reply' : `${count} replies`);
const rowWords = (count: number): string => (count === 1 ? '1 row has' : `${count} rows have`);

/** What the file gives, before anything is saved. */
export function TablePlan(props: {
  readonly plan: AnswersPlan;
  /** Headings of columns that are not read. */
  readonly unread: readonly string[];
  /** Some of them look as if they said whose a reply is. */
  readonly mayName: boolean;
  readonly problem: string | null;
  readonly onAdd: () => Promise<void>;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}) {
  const { plan, unread, mayName, problem, onAdd, onBack, onLeave } = props;
  const [isAdding, setAdding] = useState(false);
  const { replies, problems, emptyRows } = plan;
  const more = problems.length - problemsShown;
  return (
    <div className={wellbeing.sides}>
      {problem !== null && (
        <div role="alert">
          <Note kind="caution">{problem}</Note>
        </div>
      )}
      <div role="status">
        <Note
          kind={replies.length > 0 ? 'info' : 'caution'}
          title={`${replyWords(replies.length)} can be added`}
        >
          <p>
            {problems.length > 0 &&
              `${rowWords(new Set(problems.map(({ row }) => row)).size)} a problem and ${new Set(problems.map(({ row }) => row)).size === 1 ? 'is' : 'are'} left out. `}
            {emptyRows > 0 &&
              (emptyRows === 1 ? '1 empty row is left out. ' : `${emptyRows} empty rows are left out. `)}
            Equal rows are all kept: two people may have answered alike. Nothing is saved yet.
          </p>
          {unread.length > 0 && (
            <p>
              Not read: {unread.slice(0, namesShown).join(', ')}
              {unread.length > namesShown && ` and ${unread.length - namesShown} more`}.
              {mayName && ' The file itself may say who answered what: delete it when you are done.'}
            </p>
          )}
        </Note>
      </div>
      {problems.length > 0 && (
        <DataTable
          caption="Rows left out"
          columns={[
            { key: 'row', label: 'Row' },
            { key: 'column', label: 'Column' },
            { key: 'reason', label: 'Reason' },
          ]}
          rows={problems.slice(0, problemsShown).map(({ row, column, reason }) => ({
            key: `${row}-${column}`,
            cells: [String(row), column, reason],
          }))}
        />
      )}
      {more > 0 && <p className={wellbeing.muted}>And {more} more.</p>}
      <div className={wellbeing.bar}>
        {replies.length > 0 && (
          <Button
            variant="primary"
            isPending={isAdding}
            pendingText="Adding the replies"
            onPress={() => {
              setAdding(true);
              void onAdd().then(() => {
                setAdding(false);
              });
            }}
          >
            {`Add ${replyWords(replies.length)}`}
          </Button>
        )}
        <Button onPress={onBack}>Change how it is read</Button>
        <Button variant="quiet" onPress={onLeave}>
          Not now
        </Button>
      </div>
    </div>
  );
}
