import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Instrument } from '@shared/instruments/instrument';
import { findInstrument } from '@shared/instruments/registry';
import { maxPackLength, parseWordingPack, wordingProblemText } from '@shared/instruments/wording-pack';
import { blankPackFile } from '@shared/wellbeing/blank-pack';
import { formWordingOf } from '@shared/survey/form-wording';
import { desktop } from '../../../platform';
import { Pairs } from '../../../records/Facts';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { newRecordId, useRecords, useVault, type StoredRecord } from '../../../vault';
import { Button, FileDrop, Note, Section, Sheet, TextLink, useToast } from '../../../ui';
import { errorText } from '../../../app/error-text';
import { FormPreview } from './FormPreview';
import { useWordingPack } from '../use-form-wording';
import styles from './measures.module.css';

const mostProblems = 8;

/** The words of a licensed form, for a service that holds the licence. */
export function WordingSection(props: { readonly instrument: Instrument }) {
  const { instrument } = props;
  const pack = useWordingPack(instrument);
  const older = useRecords('wording-pack').filter(
    ({ value }) => value.instrument === instrument.id && value.instrumentVersion !== instrument.version,
  );
  const vault = useVault();
  const save = useSaveWithUndo();
  const remove = useRemoveWithUndo();
  const toast = useToast();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const isOfOtherKey = older.length > 0;

  async function take(bytes: Uint8Array): Promise<void> {
    // Bytes, not characters: whatever is longer than this is too long as text too.
    const text =
      bytes.length > maxPackLength * 4 ? ' '.repeat(maxPackLength + 1) : new TextDecoder().decode(bytes);
    const read = parseWordingPack(text, findInstrument);
    if (!read.ok) {
      setProblems(read.error.map(wordingProblemText));
      return;
    }
    if (read.value.instrument !== instrument.id) {
      const title = findInstrument(read.value.instrument)?.title ?? 'another measure';
      setProblems([`This pack is for another measure: ${title}. Load it on the page of that measure.`]);
      return;
    }
    const problem = await save(
      [
        {
          kind: 'wording-pack',
          id: pack?.id ?? newRecordId(),
          value: read.value,
          before: pack ?? null,
        },
      ],
      pack == null ? 'Wording loaded. It stays sealed in this vault.' : 'Wording replaced.',
    );
    setProblems(problem === null ? [] : [problem]);
  }

  async function saveBlank(): Promise<void> {
    const { name, text } = blankPackFile(instrument);
    const saved = await desktop['file.save']({
      suggestedName: name,
      bytes: new TextEncoder().encode(text),
    });
    if (saved.ok)
      toast({
        text: 'Saved. Every item and every value has its place in it; the words are yours to add.',
        actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
      });
    else if (saved.error.tag !== 'Cancelled') setProblems([errorText(saved.error)]);
  }

  /** With every field, so that undo puts back the words and not only the outline. */
  async function removeOlder(): Promise<void> {
    const found = await vault.whole(
      'wording-pack',
      older.map(({ id }) => id),
    );
    if (found.ok) await remove(found.value, 'Earlier wording removed.');
    else setProblems([errorText(found.error)]);
  }

  return (
    <Section title="Wording">
      <div className={styles.stack}>
        {isOfOtherKey && (
          <Note kind="info" title="Wording for an earlier key">
            A pack for another version of this key is here. Forms do not use it, because its items may be
            numbered otherwise.
            <div>
              <Button size="small" onPress={() => void removeOlder()}>
                Remove the earlier wording
              </Button>
            </div>
          </Note>
        )}
        {pack != null && (
          <Held
            pack={pack}
            instrument={instrument}
            onRemove={() => void remove([pack], 'Wording removed.')}
          />
        )}
        <div role="alert">
          {problems.length > 0 && (
            <Note kind="caution" title="This pack was not loaded">
              <ul>
                {problems.slice(0, mostProblems).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              {problems.length > mostProblems && <p>And {problems.length - mostProblems} more.</p>}
              <p>Nothing was changed. Put the file right, then choose it again.</p>
            </Note>
          )}
        </div>
        {pack !== undefined && (
          <FileDrop
            label={pack === null ? 'Load your licensed wording' : 'Replace the wording'}
            hint={
              <>
                A wording pack: one JSON file. It stays sealed in this vault and is in no export.{' '}
                <TextLink href="~/help/measures">How to make one</TextLink>
              </>
            }
            accept=".json,application/json"
            buttonLabel="Choose a wording pack"
            onFile={({ bytes }) => void take(bytes)}
          />
        )}
        <Button
          variant="quiet"
          size="small"
          icon={<Download aria-hidden="true" />}
          onPress={() => void saveBlank()}
        >
          Save a blank pack
        </Button>
      </div>
    </Section>
  );
}

function Held(props: {
  readonly pack: StoredRecord<'wording-pack'>;
  readonly instrument: Instrument;
  readonly onRemove: () => void;
}) {
  const { value } = props.pack;
  const wording = formWordingOf(props.instrument, { own: [], packs: [value] });
  return (
    <>
      <Sheet pad>
        <Pairs
          pairs={[
            ['Loaded', `${value.items.length} items, for version ${value.instrumentVersion} of the key`],
            ['Language', value.language],
            ['Licence', value.licence],
            ['On every form', value.notice],
          ]}
        />
        <div className={styles.buttons}>
          <Button variant="quiet" size="small" onPress={props.onRemove}>
            Remove the wording
          </Button>
        </div>
      </Sheet>
      <details className={styles.more}>
        <summary>Read the form as it was loaded</summary>
        {wording !== null && <FormPreview wording={wording} isValidated={props.instrument.isValidated} />}
      </details>
    </>
  );
}
