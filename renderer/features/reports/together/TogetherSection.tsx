import { Building2 } from 'lucide-react';
import { Row, RowList, Section, Sheet } from '../../../ui';

/** The way from Reports to the sums over services. */
export function TogetherSection() {
  return (
    <Section title="Several services">
      <Sheet>
        <RowList aria-label="Several services">
          <Row
            icon={<Building2 />}
            title="Services together"
            detail="Take in the bundles of other services, and read and save the sums over all of them."
            href="/reports/together"
          />
        </RowList>
      </Sheet>
    </Section>
  );
}
