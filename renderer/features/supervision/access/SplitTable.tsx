import { useState, type ReactNode } from 'react';
import {
  accessDimensions,
  type Access,
  type AccessDimension,
  type AccessSplit,
  type Share,
} from '@shared/supervision/access';
import { Section, Select, Sheet } from '../../../ui';
import styles from './access.module.css';
import { fewestForRate, shareWords } from './indicators';

const dimensionLabels = {
  role: 'Role',
  exposure: 'Exposure in the role',
  site: 'Site',
  place: 'Kind of place',
  pattern: 'Work pattern',
  contract: 'Contract',
  belonging: 'Belongs here as',
  hours: 'Full or part time',
} as const satisfies Record<AccessDimension, string>;

/** A group shows its percentage with the count; a small one the count alone. */
function Rate(props: { readonly share: Share }) {
  const { value, count } = shareWords(props.share);
  return (
    <>
      {value}
      {props.share.whole >= fewestForRate && <span className={styles.of}> {count}</span>}
    </>
  );
}

const columns: readonly {
  readonly label: string;
  readonly cell: (split: AccessSplit) => ReactNode;
}[] = [
  { label: 'People', cell: ({ people }) => people },
  { label: 'Named supervisor', cell: ({ assigned }) => <Rate share={assigned} /> },
  { label: 'Agreement', cell: ({ agreed }) => <Rate share={agreed} /> },
  { label: 'Held on time', cell: ({ onTime }) => <Rate share={onTime} /> },
  { label: 'Both routes', cell: ({ both }) => both },
  { label: 'Clinical only', cell: ({ clinicalOnly }) => clinicalOnly },
  { label: 'Group only', cell: ({ groupOnly }) => groupOnly },
  { label: 'Neither', cell: ({ neither }) => neither },
];

/** A real table that stands on its side where there is no room: each row becomes a block of label and value. */
export function SplitTable(props: { readonly splits: Access['splits'] }) {
  const [dimension, setDimension] = useState<AccessDimension>('role');
  const rows = props.splits[dimension];
  const hasSmall = rows.some(({ people }) => people < fewestForRate);
  return (
    <Section title="The same, group by group">
      <div className={styles.split}>
        <Select
          name="dimension"
          label="Look at it by"
          value={dimension}
          onChange={(value) => setDimension(accessDimensions.find((each) => each === value) ?? 'role')}
          options={accessDimensions.map((value) => ({ value, label: dimensionLabels[value] }))}
        />
        <Sheet>
          <table className={styles.table}>
            <caption>Access by {dimensionLabels[dimension].toLowerCase()}</caption>
            <thead>
              <tr>
                <th scope="col">{dimensionLabels[dimension]}</th>
                {columns.map(({ label }) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.label}</th>
                  {columns.map(({ label, cell }) => (
                    <td key={label}>
                      <span className={styles.inRow} aria-hidden="true">
                        {label}
                      </span>
                      <span>{cell(row)}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
        <p className={styles.small}>
          Held on time is the figure of this day. Routes count when they were used in the twelve months to it.
          {hasSmall &&
            ' Groups of fewer than 5 show a count and no percentage: one person would move it too far. They stay inside Steading and go into no summary.'}
          {dimension === 'place' && ' Somebody at a place that is rural and an island counts under both.'}
        </p>
      </div>
    </Section>
  );
}
