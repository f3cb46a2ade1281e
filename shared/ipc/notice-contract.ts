/**
 * What the computer may show while the app is in the background: how many of what sort are due. The page hands over
 * numbers; main makes the words of them, so that no name, title or date can ever be in one.
 */
import { z } from '@shared/kernel/zod';
import { nothing } from './vault-contract';

const countWords = {
  supervision: ['supervision', 'supervisions'],
  'agreement-review': ['agreement to look at', 'agreements to look at'],
  group: ['group meeting', 'group meetings'],
  'facilitator-training': ['training date', 'training dates'],
  'access-request': ['reply', 'replies'],
  'plan-review': ['review', 'reviews'],
  'agreed-action': ['task', 'tasks'],
  'plan-step': ['plan step', 'plan steps'],
  'plan-date': ['day to keep in mind', 'days to keep in mind'],
  'ready-plan': ['ready plan review', 'ready plan reviews'],
  'outside-reply': ['expected reply', 'expected replies'],
  'outside-review': ['issue to look at', 'issues to look at'],
  'policy-review': ['policy review', 'policy reviews'],
} as const satisfies Record<string, readonly [string, string]>;
type NoticeKind = keyof typeof countWords;
const noticeKinds = Object.keys(countWords) as [NoticeKind, ...NoticeKind[]];

const counts = z.partialRecord(z.enum(noticeKinds), z.int().min(1).max(9_999));
export type NoticeCounts = Readonly<Partial<Record<NoticeKind, number>>>;

/** "2 supervisions, 1 reply due": counts and nothing else. Null when nothing is due. */
export function noticeText(of: NoticeCounts): string | null {
  const parts = noticeKinds.flatMap((kind) => {
    const count = of[kind] ?? 0;
    return count === 0 ? [] : [`${count} ${countWords[kind][count === 1 ? 0 : 1]}`];
  });
  return parts.length === 0 ? null : `${parts.join(', ')} due`;
}

export const noticeContract = {
  /** Shown while the vault is open, once a day for the same counts. Working hours are the page's to keep. */
  'notice.show': { request: z.strictObject({ counts }), reply: nothing },
} as const;
