import { Rows3 } from 'lucide-react';
import { useDisclosureSettings } from '../../../records/use-disclosure-policy';
import { Row, RowList, Section, Sheet } from '../../../ui';

/** The way to rows about single people, on Reports. Only where the service has allowed them. */
export function RowsSection() {
  const { allowsRows } = useDisclosureSettings();
  if (!allowsRows) return null;
  return (
    <Section title="Rows about single people">
      <Sheet>
        <RowList>
          <Row
            icon={<Rows3 />}
            title="Rows, one a person"
            href="/reports/rows"
            detail="One file for a year, for research. No names, no notes, no days."
          />
        </RowList>
      </Sheet>
    </Section>
  );
}
