import { useState } from 'react';
import type { BundleRow } from '@shared/bundle/bundle';
import { bundleMeasureOf, bundleMeasures, type BundleMeasure } from '@shared/bundle/measures';
import { valueText } from '@shared/bundle/together-report';
import { formatMonth, type LocalMonth } from '@shared/kernel/local-date';
import { DataTable, HiddenCell, Section, Select } from '../../../ui';
import { useDisclosurePolicy } from '../../../records/use-disclosure-policy';
import { hiddenWords } from '../hidden-words';
import { reasonKey, type OwnBundle } from './use-own-bundle';

interface Listed {
  readonly measure: BundleMeasure;
  /** Newest first. */
  readonly rows: readonly BundleRow[];
}

function listedOf({ draft }: OwnBundle): Listed[] {
  const byMeasure = new Map<string, BundleRow[]>();
  for (const row of draft.tables.months)
    byMeasure.set(row.measure, [row, ...(byMeasure.get(row.measure) ?? [])]);
  return bundleMeasures.flatMap((measure) => {
    const rows = byMeasure.get(measure.id);
    return rows === undefined ? [] : [{ measure, rows }];
  });
}

const withState = (rows: readonly BundleRow[], state: BundleRow['state']): number =>
  rows.filter((row) => row.state === state).length;

/** Every figure as it will leave: how many of each measure, and the months of one, with the reasons for you alone. */
export function BundlePreview({ bundle }: { readonly bundle: OwnBundle }) {
  const listed = listedOf(bundle);
  const [id, setId] = useState('headcount');
  const chosen = listed.find(({ measure }) => measure.id === id) ?? listed[0];
  return (
    <>
      <Section title="What is in it">
        <DataTable
          caption="Months of each measure"
          isCaptionHidden
          columns={[
            { key: 'measure', label: 'Measure' },
            { key: 'shown', label: 'Months shown', align: 'right' },
            { key: 'hidden', label: 'Hidden', align: 'right' },
            { key: 'unknown', label: 'Not known', align: 'right' },
          ]}
          rows={listed.map(({ measure, rows }) => ({
            key: measure.id,
            cells: [
              measure.label,
              withState(rows, 'shown'),
              withState(rows, 'hidden'),
              withState(rows, 'not-known'),
            ],
          }))}
        />
      </Section>
      {chosen !== undefined && (
        <Section title="Month by month">
          <Select
            label="Measure"
            name="measure"
            width="medium"
            value={chosen.measure.id}
            onChange={setId}
            options={listed.map(({ measure }) => ({ value: measure.id, label: measure.label }))}
          />
          <DataTable
            caption={`${chosen.measure.label}, month by month. The file does not say why a number is hidden.`}
            columns={[
              { key: 'month', label: 'Month' },
              { key: 'value', label: chosen.measure.label, align: 'right' },
            ]}
            rows={chosen.rows.map((row) => ({
              key: row.month,
              cells: [formatMonth(row.month as LocalMonth), <Value key="value" row={row} bundle={bundle} />],
            }))}
          />
        </Section>
      )}
    </>
  );
}

function Value({ row, bundle }: { readonly row: BundleRow; readonly bundle: OwnBundle }) {
  const policy = useDisclosurePolicy();
  const measure = bundleMeasureOf(row.measure);
  if (row.state === 'not-known') return 'Not known';
  if (row.state === 'shown' && measure !== null) return valueText(measure, row.value);
  const reason = bundle.reasons.get(reasonKey(row.month, row.measure)) ?? 'protects-another';
  return <HiddenCell reason={hiddenWords(reason, 'bundle', policy)} />;
}
