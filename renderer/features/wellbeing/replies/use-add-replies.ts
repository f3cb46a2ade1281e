/** Adds replies that were typed or read from a table, and offers to take a single one out again. */
import type { Instrument } from '@shared/instruments/instrument';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { addReplies, takeBackReply, type Reply } from '@shared/wellbeing/wave-rules';
import { errorText } from '../../../app/error-text';
import { useToast } from '../../../ui';
import { useVault } from '../../../vault';
import { ruleErrorText, type WaveRecord } from '../rounds';

/** Answers in words why not, or null once they are stored. */
export type AddReplies = (replies: readonly Reply[]) => Promise<string | null>;

export function useAddReplies(record: WaveRecord, instrument: Instrument): AddReplies {
  const vault = useVault();
  const toast = useToast();

  /** The newest stored round: a reply may be saved before the screen has drawn the one before it. */
  function latest(): WaveRecord {
    return vault.records('wellbeing-wave').find((wave) => wave.id === record.id) ?? record;
  }

  async function store(
    change: (wave: WellbeingWave) => ReturnType<typeof addReplies>,
  ): Promise<string | null> {
    const base = latest();
    const changed = change(base.value);
    if (!changed.ok) return ruleErrorText(changed.error, instrument);
    const saved = await vault.put('wellbeing-wave', changed.value, base);
    return saved.ok ? null : errorText(saved.error);
  }

  async function takeBack(single: Reply): Promise<void> {
    const problem = await store((wave) => takeBackReply(wave, single));
    toast({ text: problem ?? 'Reply taken out.' });
  }

  return async (replies) => {
    const problem = await store((wave) => addReplies(wave, replies, instrument));
    if (problem !== null) return problem;
    const { answerSets, invited } = latest().value;
    const single = replies.length === 1 ? replies[0] : undefined;
    toast({
      text: `Saved. ${answerSets.length} of ${invited} in.`,
      actions: single === undefined ? [] : [{ label: 'Undo', onPress: () => void takeBack(single) }],
    });
    return null;
  };
}
