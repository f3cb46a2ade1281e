/**
 * Messages of the system, of counts alone. Nothing is shown while the vault is locked, and the same counts once a day:
 * main outlives the page, which starts anew after each lock.
 */
import { noticeText, type NoticeCounts } from '@shared/ipc/notice-contract';
import type { SessionState } from './session-state';

export interface NoticesDeps {
  readonly session: Pick<SessionState, 'current'>;
  /** The local day, in any spelling that changes at midnight. */
  readonly day: () => string;
  readonly show: (text: string) => void;
}

export interface Notices {
  show(counts: NoticeCounts): void;
}

export function createNotices(deps: NoticesDeps): Notices {
  let last = '';
  return {
    show(counts) {
      const text = noticeText(counts);
      if (text === null || deps.session.current() !== 'unlocked') return;
      const mark = `${deps.day()} ${text}`;
      if (mark === last) return;
      last = mark;
      deps.show(text);
    },
  };
}
