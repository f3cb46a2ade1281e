import type { SummaryTable } from '@shared/disclosure/summary-model';
import { periodText, type DecidedBlock, type DecidedReport } from '@shared/reports/decide';
import { partChart } from '@shared/reports/part-chart';
import { footnotesOf } from '@shared/reports/publish';
import { Chart } from '../../../charts';
import { useDisclosurePolicy } from '../../../records/use-disclosure-policy';
import { DataTable, HiddenCell } from '../../../ui';
import { hiddenWords } from '../hidden-words';
import styles from '../reports.module.css';

/** The report as it will look, with the reasons that only the preview gives. */
export function Preview(props: { readonly decided: DecidedReport }) {
  const { decided } = props;
  return (
    <section className={styles.paper} aria-label="Preview of the report">
      <p className={styles.paperTitle}>{decided.title}</p>
      <p className={styles.small}>
        {decided.serviceName === null ? '' : `${decided.serviceName}. `}
        {periodText(decided)}.
      </p>
      <hr className={styles.rule} />
      {decided.blocks.map((block) => (
        <PreviewBlock key={block.id} block={block} />
      ))}
      {footnotesOf(decided.isRounded).map((note) => (
        <p key={note} className={styles.small}>
          {note}
        </p>
      ))}
    </section>
  );
}

function PreviewBlock(props: { readonly block: DecidedBlock }) {
  const { block } = props;
  const hasParts = block.parts.some((part) => part.kind !== 'text' || part.paragraphs.length > 0);
  if (!hasParts) return null;
  const [first] = block.parts;
  // A table of the same name is its own heading.
  const isNamed = first?.kind === 'table' && first.title === block.title;
  return (
    <section className={styles.part} aria-label={block.title}>
      {!isNamed && <h2>{block.title}</h2>}
      {block.parts.map((part, index) => {
        if (part.kind === 'text')
          return part.paragraphs.map((paragraph, at) => <p key={`${index}-${at}`}>{paragraph}</p>);
        if (part.kind === 'list')
          return (
            <ul key={index}>
              {part.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          );
        const chart = partChart(part);
        return (
          <div key={part.id} className={styles.partTable}>
            <PreviewTable table={part} />
            {chart !== null && <Chart spec={chart.spec} />}
          </div>
        );
      })}
    </section>
  );
}

function PreviewTable(props: { readonly table: SummaryTable }) {
  const policy = useDisclosurePolicy();
  const { table } = props;
  return (
    <>
      <DataTable
        caption={table.title}
        columns={table.columns.map((label, index) => ({
          key: String(index),
          label,
          ...(index === 0 ? {} : { align: 'right' as const }),
        }))}
        rows={table.rows.map((row) => ({
          key: row.key,
          isTotal: row.isTotal,
          cells: [
            row.label,
            ...row.cells.map((cell, index) => {
              if (cell.state === 'shown') return cell.text;
              if (cell.state === 'not-enough-data') return 'Not enough data';
              return <HiddenCell key={index} reason={hiddenWords(cell.reason, table.id, policy)} />;
            }),
          ],
        }))}
      />
      <p className={styles.small}>{table.note}</p>
    </>
  );
}
