import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { issueStatusLabels, type OutsideIssue } from '@shared/records/outside-issue/outside-issue';
import { replyAwaited } from '@shared/workforce/outside-issues';
import { ratingWords } from './issue-words';
import { paperSections } from './paper-words';
import styles from './paper.module.css';

export interface RiskPaperProps {
  readonly issue: OutsideIssue;
  readonly serviceName: string;
  readonly today: LocalDate;
}

export const paperTitle = (issue: Pick<OutsideIssue, 'title'>): string => `Risk paper: ${issue.title}`;

function standingWords(issue: OutsideIssue, today: LocalDate): string {
  const due = replyAwaited(issue);
  const why = issue.statusWhy === '' ? '' : ` ${issue.statusWhy}.`;
  const reply =
    due === null
      ? ''
      : due < today
        ? ` A reply was due by ${formatDate(due)} and has not come.`
        : ` A reply is due by ${formatDate(due)}.`;
  const review =
    issue.status === 'closed' || issue.reviewOn === null
      ? ''
      : ` We look at it again on ${formatDate(issue.reviewOn)}.`;
  return `${issueStatusLabels[issue.status]}.${why}${reply}${review}`;
}

function Paragraphs(props: { readonly text: string }) {
  return props.text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, index) => <p key={index}>{line}</p>);
}

/** `Heading` is one level below the paper's own heading: h2 on paper, h3 in the preview. */
function Body({ issue, serviceName, today, Heading }: RiskPaperProps & { readonly Heading: 'h2' | 'h3' }) {
  const rating = ratingWords(issue);
  return (
    <>
      <p className={styles.from}>
        {serviceName === '' ? '' : `${serviceName}. `}
        {formatDate(today)}
      </p>
      {paperSections.map(({ field, heading }) => {
        const text = issue[field];
        const figures = field === 'evidence' ? issue.figures : [];
        if (text.trim() === '' && figures.length === 0) return null;
        return (
          <section key={field}>
            <Heading>{heading}</Heading>
            <Paragraphs text={text} />
            {figures.length > 0 && (
              <ul>
                {figures.map(({ measure, words }) => (
                  <li key={`${measure}${words}`}>{words}</li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
      {rating !== '' && (
        <section>
          <Heading>How large the risk is</Heading>
          <p>{rating}</p>
        </section>
      )}
      <section>
        <Heading>What we asked, and what came back</Heading>
        <p>
          Asked of {issue.askedOf} on {formatDate(issue.raisedOn)}.
          {issue.replies.length === 0 && ' There is no reply yet.'}
        </p>
        {issue.replies.length > 0 && (
          <table>
            <thead>
              <tr>
                <th scope="col">Date</th>
                <th scope="col">From</th>
                <th scope="col">Reply</th>
              </tr>
            </thead>
            <tbody>
              {issue.replies.map(({ id, on, from, said }) => (
                <tr key={id}>
                  <td>{formatDate(on)}</td>
                  <td>{from}</td>
                  <td>{said}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section>
        <Heading>Where it stands</Heading>
        <p>{standingWords(issue, today)}</p>
      </section>
      {issue.figures.length > 0 && (
        <p className={styles.foot}>
          Figures are of the whole service and read as they did when they were chosen. None is about fewer
          than five people.
        </p>
      )}
    </>
  );
}

/** As it will look on paper. */
export function PaperPreview(props: RiskPaperProps) {
  return (
    <section className={styles.preview} aria-label="The paper as it will look">
      <h2 className={styles.title}>{paperTitle(props.issue)}</h2>
      <Body {...props} Heading="h3" />
    </section>
  );
}

/** What is printed: straight under the body, so that no column of the app narrows it. */
export function PrintedPaper(props: RiskPaperProps) {
  return (
    <article data-print="sheet" data-screen="no" className={styles.print}>
      <h1>{paperTitle(props.issue)}</h1>
      <Body {...props} Heading="h2" />
    </article>
  );
}
