/**
 * The system's dialogs for saving and opening, asked for by a page. A dialog may stand open for minutes, and the vault
 * may lock meanwhile: then the page that asked is gone, and what it wanted written is not written any more. The person
 * is told so.
 */
import type { AskWhatToOpen, AskWhereToSave } from '../ports';
import type { SessionState } from './session-state';

export interface PageDialogsDeps {
  readonly session: Pick<SessionState, 'subscribe'>;
  readonly askWhereToSave: AskWhereToSave;
  readonly askWhatToOpen: AskWhatToOpen;
  /** Shows a message and is done when it was read. */
  readonly tell: (message: string, detail: string) => Promise<unknown>;
}

export interface PageDialogs {
  readonly askWhereToSave: AskWhereToSave;
  readonly askWhatToOpen: AskWhatToOpen;
}

const lockedMeanwhile = 'Steading locked while that window was open';
const notSaved = 'Nothing was saved. Unlock, then save it again.';
const notChosen = 'Nothing was changed. Unlock, then choose again.';

export function createPageDialogs(deps: PageDialogsDeps): PageDialogs {
  let locks = 0;
  deps.session.subscribe((state) => {
    if (state === 'locked') locks += 1;
  });
  /** True when it locked between asking and answering. */
  async function spanned<T>(
    ask: () => Promise<T>,
  ): Promise<{ readonly answer: T; readonly isLate: boolean }> {
    const before = locks;
    const answer = await ask();
    return { answer, isLate: locks !== before };
  }
  return {
    async askWhereToSave(options) {
      const { answer, isLate } = await spanned(() => deps.askWhereToSave(options));
      if (!isLate) return answer;
      if (!answer.canceled) void deps.tell(lockedMeanwhile, notSaved);
      return { canceled: true, filePath: '' };
    },
    async askWhatToOpen(options) {
      const { answer, isLate } = await spanned(() => deps.askWhatToOpen(options));
      if (!isLate) return answer;
      if (!answer.canceled) void deps.tell(lockedMeanwhile, notChosen);
      return { canceled: true, filePaths: [] };
    },
  };
}
