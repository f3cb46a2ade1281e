import type { DecidedReport, HiddenFigure } from '@shared/reports/decide';
import type { DisclosurePolicy } from '@shared/disclosure/thresholds';
import { useDisclosurePolicy } from '../../../records/use-disclosure-policy';
import { DataTable, Section } from '../../../ui';
import { hiddenWords } from '../hidden-words';

const plainColumns = new Set(['', 'Figure', 'People', 'Number', 'Events']);

function nameOf({ rowLabel, column }: HiddenFigure): string {
  return plainColumns.has(column) ? rowLabel : `${rowLabel}, ${column.toLowerCase()}`;
}

function whyWords({ reason, tableId, isBlocked, isLeftOut }: HiddenFigure, policy: DisclosurePolicy): string {
  if (isLeftOut) return 'You left it out.';
  if (isBlocked) return 'With what was given out before, somebody could be worked out from it.';
  return hiddenWords(reason, tableId, policy);
}

export function HiddenTable(props: { readonly decided: DecidedReport }) {
  const policy = useDisclosurePolicy();
  return (
    <Section title="What is hidden, and why">
      <DataTable
        caption="Hidden numbers and reasons, for you alone. The file does not say which reason it was."
        columns={[
          { key: 'table', label: 'Part' },
          { key: 'row', label: 'Number' },
          { key: 'why', label: 'Why' },
        ]}
        rows={props.decided.hidden.map((cell, index) => ({
          key: String(index),
          cells: [cell.tableTitle, nameOf(cell), whyWords(cell, policy)],
        }))}
      />
    </Section>
  );
}
