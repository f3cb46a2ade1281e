/**
 * What was copied out of the app does not stay on the clipboard: it goes after a minute, when the vault locks and
 * when the app ends, if it is still there. Of it only a keyed hash is kept, to tell ours from somebody else's.
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
  readonly hash: (copied: string | Uint8Array) => string;
}

export interface ClipboardGuard {
  write(text: string): Promise<void>;
  writeImage(png: Uint8Array): Promise<void>;
  /** The person copied something in the page: whatever the clipboard holds a moment later is ours. */
  copied(): Promise<void>;
  /** Takes what is ours away now. */
  clear(): Promise<void>;
}

export function createClipboardGuard(deps: ClipboardGuardDeps): ClipboardGuard {
  const { clipboard, timer, hash } = deps;
  let ours: { readonly isImage: boolean; readonly hash: string } | null = null;
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
  const readImage = async (): Promise<Uint8Array | null> => {
    try {
      return await clipboard.readImage();
    } catch {
      return null;
    }
  };

  const remember = (copied: string | Uint8Array): void => {
    ours = copied.length === 0 ? null : { isImage: typeof copied !== 'string', hash: hash(copied) };
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
    if (wanted?.isImage === true) {
      const png = await readImage();
      if (png !== null && hash(png) === wanted.hash) {
        clipboard.clear();
        return;
      }
    }
    const text = await read();
    if (text !== '' && (wasUnseen || hash(text) === wanted?.hash)) clipboard.clear();
  };

  deps.session.subscribe((state) => {
    if (state === 'locked') void clear();
  });

  return {
    async write(text) {
      await clipboard.writeText(text);
      remember(text);
    },
    async writeImage(png) {
      await clipboard.writeImage(png);
      // The system may keep the picture in a form of its own: what it gives back is what will be looked for.
      remember((await readImage()) ?? png);
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
