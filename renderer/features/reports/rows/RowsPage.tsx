import { Rows3 } from 'lucide-react';
import { useDisclosureSettings } from '../../../records/use-disclosure-policy';
import { EmptyState, LinkButton, Page, Sheet } from '../../../ui';
import { RowsMaking } from './RowsMaking';
import { useRowRecords } from './use-row-records';

const head = {
  title: 'Rows, one a person',
  docTitle: 'Rows',
  crumbs: [{ label: 'Reports', href: '/reports' }],
} as const;

/** A file of rows about single people, where the service has allowed them. */
export function RowsPage() {
  const { allowsRows } = useDisclosureSettings();
  const records = useRowRecords();
  if (!allowsRows) {
    return (
      <Page {...head}>
        <Sheet>
          <EmptyState
            icon={<Rows3 />}
            title="Rows are switched off"
            action={<LinkButton href="/settings/leaving">What may leave</LinkButton>}
          >
            Tables answer nearly every question with less risk. You can allow rows in Settings.
          </EmptyState>
        </Sheet>
      </Page>
    );
  }
  if (records === null) return null;
  return (
    <Page
      {...head}
      lede="Each row is about one person, made so coarse that others read the same. No names, no notes, no days."
    >
      <RowsMaking records={records} />
    </Page>
  );
}
