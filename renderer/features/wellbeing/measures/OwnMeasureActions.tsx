import { Copy, Download, Pencil, Trash2 } from 'lucide-react';
import type { Instrument } from '@shared/instruments/instrument';
import { pulseMeasure } from '@shared/instruments/pulse';
import { exportMeasure, isVersionUsed, measureFileName } from '@shared/wellbeing/own-measures';
import { errorText } from '../../../app/error-text';
import { desktop } from '../../../platform';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { useRecords, type StoredRecord } from '../../../vault';
import { LinkButton, MoreMenu, useGo, useToast } from '../../../ui';

/** What can be done with a measure whose words are ours or the service's own. Nothing for a licensed form. */
export function OwnMeasureActions(props: {
  readonly instrument: Instrument;
  readonly record: StoredRecord<'own-measure'> | null;
  readonly isNewest: boolean;
}) {
  const { instrument, record, isNewest } = props;
  const waves = useRecords('wellbeing-wave');
  const remove = useRemoveWithUndo();
  const go = useGo();
  const toast = useToast();
  const copyHref = `/measures/new/${instrument.id}`;

  if (record === null) {
    return instrument.id === pulseMeasure.id ? (
      <LinkButton href={copyHref} icon={<Copy aria-hidden="true" />}>
        Copy and change
      </LinkButton>
    ) : null;
  }

  const isUsed = isVersionUsed(
    record.value,
    waves.map(({ value }) => value),
  );

  async function saveFile(measure: StoredRecord<'own-measure'>['value']): Promise<void> {
    const saved = await desktop['file.save']({
      suggestedName: measureFileName,
      bytes: new TextEncoder().encode(exportMeasure(measure)),
    });
    if (saved.ok)
      toast({
        text: 'Saved. The file holds the words of the measure, and no answers.',
        actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
      });
    else if (saved.error.tag !== 'Cancelled') toast({ text: errorText(saved.error) });
  }

  async function takeAway(measure: StoredRecord<'own-measure'>): Promise<void> {
    if (isUsed) {
      toast({
        text: 'A round was opened with this measure, so it stays: its answers could not be scored without it.',
      });
      return;
    }
    if (await remove([measure], 'Measure deleted.')) go('/measures');
  }

  return (
    <>
      {isNewest && (
        <LinkButton href={`/measures/own/${record.id}/edit`} icon={<Pencil aria-hidden="true" />}>
          Change
        </LinkButton>
      )}
      <MoreMenu
        aria-label="More for this measure"
        items={[
          {
            label: 'Copy and change',
            icon: <Copy aria-hidden="true" />,
            onAction: () => {
              go(copyHref);
            },
          },
          {
            label: 'Save as a file',
            icon: <Download aria-hidden="true" />,
            onAction: () => void saveFile(record.value),
          },
          { label: 'Delete', icon: <Trash2 aria-hidden="true" />, onAction: () => void takeAway(record) },
        ]}
      />
    </>
  );
}
