import { ClipboardCheck } from 'lucide-react';
import { formatDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { checkGroupLabels, checkGroups } from '@shared/spaces/check-items';
import { sideBySide, type SidedItem } from '@shared/spaces/findings';
import { DataTable, LinkButton, Row, RowList, Section, Sheet, Status } from '../../../ui';
import type { StoredOutline } from '../../../vault';
import { answeredWords, answerStatus, groupBy } from '../space-words';
import styles from '../spaces.module.css';

type Check = StoredOutline<'space-check'>;

/** Two ways to check: each group answers its own. */
export function NewCheckLinks(props: { readonly siteId: RecordId }) {
  return (
    <div className={styles.buttons}>
      {checkGroups.map((group) => (
        <LinkButton
          key={group}
          href={`~/spaces/${props.siteId}/checks/new/${group}`}
          icon={<ClipboardCheck aria-hidden="true" />}
        >
          {`Check with ${groupBy[group]}`}
        </LinkButton>
      ))}
    </div>
  );
}

function Cell(props: { readonly item: SidedItem['staff'] }) {
  return props.item === null ? (
    <span className={styles.small}>Not asked</span>
  ) : (
    <Status {...answerStatus(props.item.answer)} />
  );
}

/** Both last checks, question by question; where they differ it says so. */
export function SideBySide(props: { readonly staff: Check | null; readonly people: Check | null }) {
  const parts = sideBySide(props.staff?.value ?? null, props.people?.value ?? null);
  if (parts.length === 0) return null;
  const items = parts.flatMap((part) => part.items);
  const split = items.filter(({ isSplit }) => isSplit).length;
  const isBoth = props.staff !== null && props.people !== null;
  return (
    <Section title="The two checks side by side">
      <p className={styles.small}>
        {isBoth
          ? split === 0
            ? 'Both groups say the same wherever both were asked.'
            : `The two groups see ${String(split)} of them differently. That is where to listen.`
          : `Only ${props.staff === null ? groupBy['people-who-use'] : groupBy.staff} answered so far.`}
      </p>
      <DataTable
        caption="Answers of both groups"
        isCaptionHidden
        columns={[
          { key: 'question', label: 'Question' },
          { key: 'staff', label: 'Staff' },
          { key: 'people', label: 'People who use it' },
        ]}
        rows={items.map((item) => ({
          key: item.id,
          cells: [
            <span key="question" className={styles.question}>
              {item.label} {item.isSplit && <span className={styles.split}>They differ</span>}
            </span>,
            <Cell key="staff" item={item.staff} />,
            <Cell key="people" item={item.people} />,
          ],
        }))}
      />
    </Section>
  );
}

/** Every check of the site, the newest first. */
export function CheckHistory(props: { readonly checks: readonly Check[] }) {
  if (props.checks.length === 0) return null;
  return (
    <Section title="Checks so far">
      <Sheet>
        <RowList aria-label="Checks so far">
          {props.checks.map(({ id, value }) => (
            <Row
              key={id}
              href={`~/spaces/checks/${id}`}
              title={`${checkGroupLabels[value.answeredBy]}, ${formatDate(value.on)}`}
              detail={answeredWords(value)}
            />
          ))}
        </RowList>
      </Sheet>
    </Section>
  );
}
