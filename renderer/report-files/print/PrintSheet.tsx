import { useId } from 'react';
import type {
  PublishedPart,
  PublishedReport,
  PublishedSection,
  PublishedTable,
} from '@shared/reports/published-report';
import { isOfNumbers } from '../column-widths';
import { oneLine, plainText } from '../inert-text';
import styles from './print-sheet.module.css';

/** Tables up to here are not broken over two pages. */
const keptTogether = 16;
const roomyColumns = 7;

type Addresses = ReadonlyMap<string, string>;

/** What a PDF is printed from: never on screen. `addresses`: the picture of each chart, by its id. */
export function PrintSheet(props: { readonly report: PublishedReport; readonly addresses: Addresses }) {
  const { report, addresses } = props;
  return (
    <article data-print="sheet" data-screen="no" className={styles.sheet} lang="en-GB">
      <header className={styles.front}>
        {report.serviceName !== null && <p className={styles.service}>{oneLine(report.serviceName)}</p>}
        <h1>{oneLine(report.title)}</h1>
        <p className={styles.period}>{report.periodWords}</p>
      </header>
      {report.sections.map((section) => (
        <Section key={section.id} section={section} addresses={addresses} />
      ))}
      {report.footnotes.length > 0 && (
        <div className={styles.footnotes}>
          {report.footnotes.map((note) => (
            <p key={note}>{oneLine(note)}</p>
          ))}
        </div>
      )}
    </article>
  );
}

function Section(props: { readonly section: PublishedSection; readonly addresses: Addresses }) {
  const { section, addresses } = props;
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>{oneLine(section.title)}</h2>
      {section.parts.map((part, index) => (
        <Part key={index} part={part} sectionId={id} sectionTitle={section.title} addresses={addresses} />
      ))}
    </section>
  );
}

function Part(props: {
  readonly part: PublishedPart;
  readonly sectionId: string;
  readonly sectionTitle: string;
  readonly addresses: Addresses;
}) {
  const { part, sectionId, sectionTitle, addresses } = props;
  switch (part.kind) {
    case 'text':
      return part.paragraphs.map((text, index) => (
        <p key={index} className={styles.text}>
          {plainText(text)}
        </p>
      ));
    case 'list':
      return (
        <ul className={styles.list}>
          {part.items.map((text, index) => (
            <li key={index}>{plainText(text)}</li>
          ))}
        </ul>
      );
    case 'table':
      return <SheetTable table={part} headingId={part.title === sectionTitle ? sectionId : null} />;
    case 'chart': {
      const address = addresses.get(part.id);
      return (
        // No figure element: in a PDF it would be a picture of its own, without words, around the one with them.
        <div className={styles.chart}>
          {part.title !== sectionTitle && <h3>{oneLine(part.title)}</h3>}
          {address === undefined ? (
            <p>{plainText(part.alt)}</p>
          ) : (
            <img src={address} alt={oneLine(part.alt)} />
          )}
        </div>
      );
    }
  }
}

/**
 * `headingId`: the heading that names the table already. Its own name is a heading before it and no caption, which
 * Chromium would put among the rows.
 */
function SheetTable(props: { readonly table: PublishedTable; readonly headingId: string | null }) {
  const { table, headingId } = props;
  const ownId = useId();
  const isNumbers = table.columns.map((_head, index) => isOfNumbers(table, index));
  const align = (index: number) => (isNumbers[index] === true ? styles.number : undefined);
  return (
    <div
      className={styles.part}
      data-short={table.rows.length <= keptTogether}
      data-dense={table.columns.length > roomyColumns}
    >
      {headingId === null && <h3 id={ownId}>{oneLine(table.title)}</h3>}
      <table aria-labelledby={headingId ?? ownId}>
        <thead>
          <tr>
            {table.columns.map((head, index) => (
              <th key={index} scope="col" className={align(index)}>
                {oneLine(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at} data-total={row.isTotal}>
              <th scope="row">{oneLine(row.label)}</th>
              {row.cells.map((text, index) => (
                <td key={index} className={align(index + 1)}>
                  {oneLine(text)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.note !== '' && <p className={styles.note}>{oneLine(table.note)}</p>}
    </div>
  );
}
