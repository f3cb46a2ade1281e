/** The reply that somebody has begun to type on the paper page and not saved: a draft of this round. */
import type { RecordId } from '@shared/kernel/ids';
import { useRecords, useVault } from '../../../vault';

export interface ReplyInTyping {
  readonly isBegun: boolean;
  drop(): Promise<void>;
}

export function useReplyInTyping(waveId: RecordId): ReplyInTyping {
  const vault = useVault();
  const drafts = useRecords('draft').filter(
    ({ value }) => value.form === 'wave' && value.recordId === waveId,
  );
  return {
    isBegun: drafts.some(({ value: { fields } }) => {
      const answers = fields['answers'];
      return Array.isArray(answers) && answers.some((answer) => answer !== null);
    }),
    drop: async () => {
      if (drafts.length === 0) return;
      await vault.commit(
        drafts.map(({ kind, id, revision }) => ({
          type: 'remove' as const,
          kind,
          id,
          baseRevision: revision,
        })),
      );
    },
  };
}
