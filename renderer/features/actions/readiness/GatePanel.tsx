import { newActionHref } from '@shared/actions/action-links';
import { fundedActions, type Missing } from '@shared/readiness/finish';
import { Note, Row, RowList, Section, Sheet, Status } from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import { areaHref } from './readiness-crumbs';
import { missingWords } from './readiness-words';
import styles from './readiness.module.css';

/** Staff wellbeing decides whether a check can be finished: what is there for it, and what is missing. */
export function GatePanel(props: {
  readonly check: StoredRecord<'readiness-check'>;
  readonly missing: readonly Missing[];
}) {
  const { check, missing } = props;
  const actions = useRecords('action');
  const { finishedWith } = check.value;
  const funded = finishedWith?.actions ?? fundedActions(actions, check.value).map(({ value }) => value.what);
  return (
    <Section title="Before it can be finished">
      {missing.length === 0 ? (
        <Note
          kind="good"
          title={finishedWith === null ? 'Staff wellbeing is ready' : 'Staff wellbeing was ready'}
        >
          <p>Rated, with evidence, and with what is paid for:</p>
          <ul className={styles.lines}>
            {funded.map((what, index) => (
              <li key={`${index} ${what}`}>{what}</li>
            ))}
          </ul>
        </Note>
      ) : (
        <MissingList id={check.id} missing={missing} />
      )}
    </Section>
  );
}

/** What is missing, each with the way to it. */
export function MissingList(props: { readonly id: string; readonly missing: readonly Missing[] }) {
  const { id, missing } = props;
  const hrefOf = (each: Missing): string =>
    each === 'action'
      ? `~${newActionHref({ from: 'readiness', area: 'wellbeing' })}`
      : areaHref(id, 'wellbeing');
  return (
    <Sheet>
      <RowList aria-label="Still to do">
        {missing.map((each) => (
          <Row
            key={each}
            href={hrefOf(each)}
            title={missingWords[each].title}
            detail={missingWords[each].detail}
            status={<Status kind="later">To do</Status>}
          />
        ))}
      </RowList>
    </Sheet>
  );
}
