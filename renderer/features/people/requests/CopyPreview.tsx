import type { CopyDocument, CopyField } from '@shared/requests/copy-document';
import { DataTable, Section } from '../../../ui';
import styles from '../people.module.css';

/** The copy as it will go out: a contents page, and every record to be read through. */
export function CopyPreview(props: { readonly document: CopyDocument }) {
  const { document } = props;
  return (
    <Section title="What goes out">
      <DataTable
        caption="Contents"
        isCaptionHidden
        columns={[
          { key: 'what', label: 'What' },
          { key: 'count', label: 'How many', align: 'right' },
          { key: 'kept', label: 'How long' },
        ]}
        rows={document.contents.map(({ title, count, kept }, index) => ({
          key: String(index),
          cells: [title, String(count), kept],
        }))}
      />
      {document.parts.map((part) => (
        <details key={part.title} className={styles.part}>
          <summary>Read: {part.title}</summary>
          {part.records.map((record, index) => (
            <div key={index} className={styles.partRecord}>
              {part.records.length > 1 && <h3>{record.title}</h3>}
              <CopyFields fields={record.fields} />
            </div>
          ))}
        </details>
      ))}
    </Section>
  );
}

export function CopyFields(props: { readonly fields: readonly CopyField[] }) {
  return (
    <dl className={styles.copyFields}>
      {props.fields.map(({ label, lines }) => (
        <div key={label}>
          <dt>{label}</dt>
          {lines.map((line, index) => (
            <dd key={index}>{line}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** What the PDF is printed from. The door puts it on paper, and nothing puts it on screen. */
export function CopySheet(props: { readonly document: CopyDocument }) {
  const { title, intro, contents, parts, rights } = props.document;
  return (
    <article className={styles.copySheet}>
      <h1>{title}</h1>
      {intro.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <h2>Contents</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">How many</th>
            <th scope="col">How long</th>
          </tr>
        </thead>
        <tbody>
          {contents.map((row) => (
            <tr key={row.title}>
              <th scope="row">{row.title}</th>
              <td>{row.count}</td>
              <td>{row.kept}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {parts.map((part) => (
        <section key={part.title}>
          <h2>{part.title}</h2>
          <p>{part.kept}.</p>
          {part.records.map((record, index) => (
            <section key={index} aria-label={record.title}>
              {part.records.length > 1 && <h3>{record.title}</h3>}
              <CopyFields fields={record.fields} />
            </section>
          ))}
        </section>
      ))}
      <h2>Your rights</h2>
      {rights.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </article>
  );
}
