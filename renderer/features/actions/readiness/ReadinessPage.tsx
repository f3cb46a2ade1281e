import { Plus, Signpost } from 'lucide-react';
import { useMemo } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { readinessAreaIds, readinessAreaLabels, readinessAreaLedes } from '@shared/readiness/areas';
import { currentCheck, finishedChecks, previousOf } from '@shared/readiness/finish';
import { EmptyState, LinkButton, Page, Row, RowList, Section, Sheet, Status } from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import { AreaRows } from './AreaRows';
import { OverTime } from './OverTime';
import { checkHref, readinessHref } from './readiness-crumbs';
import { checkLede, ratedWords } from './readiness-words';
import styles from './readiness.module.css';
import { useMissing } from './use-check';

type Check = StoredRecord<'readiness-check'>;

const beginButton = (words: string) => (
  <LinkButton href={`${readinessHref}/new`} variant="primary" icon={<Plus aria-hidden="true" />}>
    {words}
  </LinkButton>
);

/** How ready the service is for trauma-informed practice: the check that is open, and what it has come from. */
export function ReadinessPage() {
  const checks = useRecords('readiness-check');
  const current = useMemo(() => currentCheck(checks), [checks]);
  const done = useMemo(() => finishedChecks(checks), [checks]);
  const missing = useMissing(current?.value);
  const last = done[0]?.value.finalisedOn ?? null;
  const lede =
    current !== null
      ? checkLede(current.value, missing)
      : last !== null
        ? `The last check was finished on ${formatDate(last)}. None is open.`
        : 'How ready the service is for trauma-informed practice, in eight areas.';
  return (
    <Page
      title="Readiness"
      docTitle="Readiness"
      crumbs={[{ label: 'Actions', href: '~/actions' }]}
      lede={lede}
      actions={
        current !== null ? (
          <LinkButton href={checkHref(current.id)} variant="primary">
            Open the check
          </LinkButton>
        ) : done.length > 0 ? (
          beginButton('Begin the next check')
        ) : undefined
      }
    >
      {checks.length === 0 ? (
        <NoChecks />
      ) : (
        <>
          {current !== null && (
            <Section title={current.value.name}>
              <AreaRows check={current} previous={previousOf(checks, current)?.value ?? null} />
            </Section>
          )}
          <OverTime checks={[...done.toReversed(), ...(current === null ? [] : [current])]} />
          <Checks checks={checks} current={current} done={done} />
        </>
      )}
    </Page>
  );
}

function NoChecks() {
  return (
    <>
      <EmptyState icon={<Signpost />} title="No check has been begun" action={beginButton('Begin a check')}>
        <p>
          You rate eight areas, with the evidence beside each. One of them, staff wellbeing, has to be rated
          and paid for before a check can be finished. For example: leaders, testing, “a lead has half a day a
          week since May”.
        </p>
      </EmptyState>
      <Section title="The eight areas">
        <dl className={styles.areas}>
          {readinessAreaIds.map((id) => (
            <div key={id}>
              <dt>{readinessAreaLabels[id]}</dt>
              <dd>{readinessAreaLedes[id]}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

/** Finished ones, and any further one that was left open. */
function Checks(props: {
  readonly checks: readonly Check[];
  readonly current: Check | null;
  readonly done: readonly Check[];
}) {
  const { checks, current, done } = props;
  const alsoOpen = checks.filter(({ id, value }) => value.finalisedOn === null && id !== current?.id);
  if (done.length === 0 && alsoOpen.length === 0) return null;
  return (
    <Section title="Earlier checks">
      <Sheet>
        <RowList aria-label="Earlier checks">
          {[...alsoOpen, ...done].map(({ id, value }) => (
            <Row
              key={id}
              href={checkHref(id)}
              title={value.name}
              detail={ratedWords(value)}
              status={
                value.finalisedOn === null ? (
                  <Status kind="later">Open since {formatDate(value.startedOn)}</Status>
                ) : (
                  <Status kind="good">Finished {formatDate(value.finalisedOn)}</Status>
                )
              }
            />
          ))}
        </RowList>
      </Sheet>
    </Section>
  );
}
