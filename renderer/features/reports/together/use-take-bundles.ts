/** Files → records: read, checked, one bundle a service and period, all in one save. */
import { useState } from 'react';
import { receivedOf, sortIn, type Fate } from '@shared/bundle/received';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { newRecordId, useRecords, useVault, type Write } from '../../../vault';
import { mostFilesAtOnce, ownFiles, readBundleFiles, type BundleFile, type ReadFiles } from './read-bundles';

export type TakeOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly text: string }
  | {
      readonly kind: 'taken';
      readonly taken: number;
      readonly fates: readonly Fate[];
      readonly problems: ReadFiles['problems'];
    };

export function useTakeBundles(): {
  readonly outcome: TakeOutcome;
  readonly isTaking: boolean;
  take(files: readonly BundleFile[]): Promise<void>;
} {
  const vault = useVault();
  const kept = useRecords('received-bundle');
  const today = useToday();
  const [outcome, setOutcome] = useState<TakeOutcome>({ kind: 'none' });
  const [isTaking, setTaking] = useState(false);

  const taken = async (files: readonly BundleFile[]): Promise<TakeOutcome> => {
    const read = await readBundleFiles(files, (bundles) => vault.bundles.verify(bundles));
    if (!read.ok) return { kind: 'problem', text: errorText(read.error) };
    const { bundles, problems } = read.value;
    const sorted = sortIn(bundles, kept);
    const coming = sorted.filter(({ fate }) => fate === 'added' || fate === 'replaced');
    const writes = coming.map(({ bundle, instead, calledHere }): Write => ({
      type: 'put',
      kind: 'received-bundle',
      id: instead?.id ?? newRecordId(),
      baseRevision: instead?.revision ?? 0,
      value: receivedOf(bundle, calledHere, today),
    }));
    const saved = writes.length === 0 ? null : await vault.commit(writes);
    if (saved !== null && !saved.ok) return { kind: 'problem', text: errorText(saved.error) };
    return { kind: 'taken', taken: coming.length, fates: sorted.map(({ fate }) => fate), problems };
  };

  const take = async (given: readonly BundleFile[]): Promise<void> => {
    const files = ownFiles(given);
    if (files.length === 0) {
      setOutcome({ kind: 'problem', text: 'There is no file in it. Nothing was changed.' });
      return;
    }
    if (files.length > mostFilesAtOnce) {
      const most = mostFilesAtOnce.toLocaleString('en-GB');
      setOutcome({ kind: 'problem', text: `That is more than ${most} files. Take them in in parts.` });
      return;
    }
    setTaking(true);
    setOutcome(await taken(files));
    setTaking(false);
  };

  return { outcome, isTaking, take };
}
