/** How the tool ends when it ends early. */
import { err, type Result } from '@shared/kernel/result';

export const exitCodes = { fine: 0, damaged: 1, wrongKey: 2, notOurs: 3, notDone: 64 } as const;

/** An exit code and the words for it. */
export interface Ending {
  readonly code: number;
  readonly words: string;
}

export const ending = (code: number, words: string): Result<never, Ending> => err({ code, words });
