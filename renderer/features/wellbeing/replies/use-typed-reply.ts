/** The reply being typed: kept as a draft until it is saved, cleared, or the round is closed or deleted. */
import { useState } from 'react';
import type { Instrument } from '@shared/instruments/instrument';
import { checkReply, type AnswerSet, type Reply } from '@shared/wellbeing/wave-rules';
import { useDraft } from '../../../vault';
import type { WaveRecord } from '../rounds';
import { emptyReply, isBegun } from './entry';

export interface TypedReply {
  readonly reply: Reply;
  set(reply: Reply): void;
  /** After it is saved: nothing of it is kept. */
  clear(): Promise<void>;
}

/** A reply in typing comes back only if it fits the round. */
function restoredReply(
  draft: Record<string, unknown> | null,
  { value }: WaveRecord,
  instrument: Instrument,
): Reply | null {
  const answers = draft?.['answers'];
  const split = draft?.['split'] ?? null;
  if (!Array.isArray(answers) || (split !== null && typeof split !== 'number')) return null;
  const reply: Reply = { answers: answers as AnswerSet, split };
  const checked = checkReply(value, reply, instrument);
  return checked.ok || (checked.error.tag === 'ReplyEmpty' && isBegun(reply)) ? reply : null;
}

export function useTypedReply(record: WaveRecord, instrument: Instrument): TypedReply {
  const [typed, setTyped] = useState<Reply | null>(null);
  const empty = emptyReply(instrument);
  const fields = typed ?? empty;
  const draft = useDraft(
    'wave',
    record.id,
    `A reply for ${record.value.label}`,
    { answers: fields.answers, split: fields.split },
    typed !== null,
  );
  return {
    reply: typed ?? restoredReply(draft.restored, record, instrument) ?? empty,
    set: setTyped,
    clear: async () => {
      setTyped(empty);
      await draft.clear();
    },
  };
}
