import { Printer } from 'lucide-react';
import { Button } from '../../../ui';
import { useSaveSheet } from './use-save-sheet';

/** Two ways to paper. */
export function PrintActions(props: { readonly suggestedName: string; readonly footer: string }) {
  const { isSaving, save } = useSaveSheet(props.suggestedName, props.footer);
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
