import { Printer } from 'lucide-react';
import { Button } from '../../ui';
import { useSavePdf } from './use-save-pdf';

/** Two ways to paper. */
export function PrintActions(props: {
  readonly suggestedName: string;
  readonly footer: string;
  /** Once it is saved. */
  readonly said?: string;
}) {
  const { isSaving, save } = useSavePdf(props.suggestedName, props.footer, props.said);
  return (
    <>
      <Button
        variant="primary"
        icon={<Printer aria-hidden="true" />}
        onPress={() => {
          window.print();
        }}
      >
        Print
      </Button>
      <Button isPending={isSaving} pendingText="Saving the sheet" onPress={() => void save()}>
        Save as PDF
      </Button>
    </>
  );
}
