import { teamsKeptAsNumbers } from '@shared/reports/blocks/people-block';
import { Section, Status, TextLink } from '../../../ui';
import { useRecords } from '../../../vault';
import styles from '../reports.module.css';
import { countOf, numbersWords } from './hidden-counts';
import { unreadWords, type ReportFields } from './report-form';
import type { ReadyReport } from './use-decided-report';
import type { Ledger } from './use-ledger';

/** The four checks of every report, each with what it found. */
export function ChecksPanel(props: {
  readonly report: ReadyReport | null;
  readonly fields: ReportFields;
  readonly ledger: Ledger;
}) {
  const { report, fields, ledger } = props;
  const people = useRecords('person');
  if (report === null) return null;
  const { hidden } = report.decided;
  const unread = unreadWords(fields).length;
  const isOpen = hidden.some(({ isBlocked, isLeftOut }) => isBlocked && !isLeftOut);
  return (
    <Section title="Checks">
      <ul className={styles.checks}>
        <li>
          <Status kind="good">Small numbers</Status>
          <p>
            {countOf(hidden, ({ reason, isBlocked }) => !isBlocked && reason !== 'protects-another')} hidden
          </p>
        </li>
        <li>
          <Status kind="good">Working it out by taking away</Status>
          <p>
            {countOf(hidden, ({ reason, isBlocked }) => !isBlocked && reason === 'protects-another')} more
            hidden
          </p>
        </li>
        <li>
          <Status kind={isOpen ? 'caution' : 'good'}>Against what was given out before</Status>
          <p>
            {earlierWords(ledger)} {isOpen ? 'Some numbers cannot be given out beside them.' : ''}
          </p>
          {report.givenAway > 0 && (
            <p>
              What was given out before already tells {numbersWords(report.givenAway)} about a few people.
              This report adds nothing to it.
            </p>
          )}
          <p>
            <TextLink href="/reports/given">Figures given out elsewhere</TextLink>
          </p>
        </li>
        <li>
          <Status kind={unread > 0 ? 'caution' : 'good'}>Names and free text</Status>
          <p>
            {unread > 0
              ? 'Own words are not in it until you have read them through.'
              : nameWords(fields.withTeamNames, teamsKeptAsNumbers(people))}
          </p>
        </li>
      </ul>
    </Section>
  );
}

function earlierWords({ reports, elsewhere, unchecked, copied }: Ledger): string {
  const earlier =
    reports === 0
      ? 'No earlier report.'
      : `${reports === 1 ? '1 earlier report' : `${reports} earlier reports`} checked.`;
  const given =
    elsewhere === 0
      ? ''
      : ` ${elsewhere === 1 ? '1 figure' : `${elsewhere} figures`} given out elsewhere checked.`;
  const old =
    unchecked === 0
      ? ''
      : ` ${unchecked === 1 ? 'One report' : `${unchecked} reports`} from before this check could not be.`;
  const alone =
    copied === 0
      ? ''
      : ` ${copied === 1 ? 'One chart or round' : `${copied} charts and rounds`} taken out by ${copied === 1 ? 'itself is' : 'themselves are'} not in this check.`;
  return `${earlier}${given}${old}${alone}`;
}

function nameWords(withTeamNames: boolean, asNumbers: number): string {
  if (!withTeamNames) return 'No name of a person, no note. Teams are numbered.';
  return asNumbers === 0
    ? 'No name of a person, no note. Teams’ names are yours to check.'
    : `${asNumbers === 1 ? 'One team stays' : `${asNumbers} teams stay`} a number: the name holds a name of somebody.`;
}
