/**
 * What was copied out of the app does not stay on the clipboard: it goes after a minute, when the vault locks and
 * when the app ends, if it is still there. Of the text only a keyed hash is kept, to tell ours from somebody else's.
 */
import type { ClipboardPort, TimerPort } from '../ports';
import type { SessionState } from './session-state';

const keepMs = 60_000;
/** The page hears of a copy before the system has it. */
const settleMs = 150;

export interface ClipboardGuardDeps {
  readonly clipboard: ClipboardPort;
  readonly timer: TimerPort;
  readonly session: SessionState;
  /** Of another key with each start of the app. */
  readonly hash: (text: string) => string;
}

export interface ClipboardGuard {
  write(text: string): Promise<void>;
  /** The person copied something in the page: whatever the clipboard holds a moment later is ours. */
  copied(): Promise<void>;
  /** Takes our text away now. */
  clear(): Promise<void>;
}

export function createClipboardGuard(deps: ClipboardGuardDeps): ClipboardGuard {
  const { clipboard, timer, hash } = deps;
  let ours: string | null = null;
  /** The last copy that was not looked at yet. */
  let unseen: object | null = null;
  let copies = 0;

  /** A clipboard that does not answer holds nothing that could be told to be ours. */
  const read = async (): Promise<string> => {
    try {
      return await clipboard.readText();
    } catch {
      return '';
    }
  };

  const remember = (text: string): void => {
    ours = text === '' ? null : hash(text);
    copies += 1;
    const copy = copies;
    void timer.wait(keepMs).then(async () => {
      if (copy === copies) await clear();
    });
  };

  const clear = async (): Promise<void> => {
    const [wanted, wasUnseen] = [ours, unseen !== null];
    if (wanted === null && !wasUnseen) return;
    ours = null;
    unseen = null;
    const text = await read();
    if (text !== '' && (wasUnseen || hash(text) === wanted)) clipboard.clear();
  };

  deps.session.subscribe((state) => {
    if (state === 'locked') void clear();
  });

  return {
    async write(text) {
      await clipboard.writeText(text);
      remember(text);
    },
    async copied() {
      const mine = {};
      unseen = mine;
      await timer.wait(settleMs);
      if (unseen !== mine) return;
      unseen = null;
      remember(await read());
    },
    clear,
  };
}
