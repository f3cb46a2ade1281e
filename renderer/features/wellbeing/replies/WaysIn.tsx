import { Keyboard, Laptop, Mail, Table2 } from 'lucide-react';
import type { StoredOutline } from '@shared/vault/vault-api';
import { formatDate } from '@shared/kernel/local-date';
import { Row, RowList, Section, Sheet, Status } from '../../../ui';
import type { WaveRecord } from '../rounds';

/** Four ways to ask people; a round can use all of them. */
export function WaysIn(props: {
  readonly record: WaveRecord;
  readonly survey: StoredOutline<'wave-survey'> | null;
}) {
  const { record, survey } = props;
  const at = `/rounds/${record.id}`;
  return (
    <Section title="Ways to get replies">
      <Sheet>
        <RowList aria-label="Ways to get replies">
          <Row
            href={`${at}/survey`}
            icon={<Mail />}
            title="Sealed survey file"
            detail="People answer on their own device. Only this copy of Steading opens what they send."
            status={
              survey === null ? undefined : (
                <Status kind="good">Made {formatDate(survey.value.madeOn).replace(/ \d{4}$/u, '')}</Status>
              )
            }
          />
          <Row
            href={`${at}/hand-over`}
            icon={<Laptop />}
            title="Hand the laptop over"
            detail="People answer here, one after the other. Everything else is shut meanwhile."
          />
          <Row
            href={`${at}/paper`}
            icon={<Keyboard />}
            title="On paper"
            detail="Print answer sheets, then type them in by item number."
          />
          <Row
            href={`${at}/table`}
            icon={<Table2 />}
            title="From another survey tool"
            detail="Bring in a CSV file. You say which column is which item."
          />
        </RowList>
      </Sheet>
    </Section>
  );
}
