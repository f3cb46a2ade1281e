/** A sheet of the page as a PDF, as it would be printed. */
import { useState } from 'react';
import { errorText } from '../../app/error-text';
import { desktop } from '../../platform';
import { useToast } from '../../ui';

/** `said`: once it is saved. Nothing of the vault stands on such a sheet, so it has no line in the export log. */
export function useSavePdf(suggestedName: string, footer: string, said = 'Saved.') {
  const toast = useToast();
  const [isSaving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    const saved = await desktop['file.savePdf']({ suggestedName, footer });
    setSaving(false);
    if (saved.ok) {
      toast({
        text: said,
        actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
      });
    } else if (saved.error.tag !== 'Cancelled') toast({ text: errorText(saved.error) });
  };
  return { isSaving, save };
}
