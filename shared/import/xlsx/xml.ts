/** What the host's XML reader tells while it goes through a part. The core has no parser of its own. */
import type { ImportFileError } from '../file-errors';

export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** Names come without their prefix. */
  open(name: string, attributes: XmlAttributes): void;
  text(text: string): void;
  close(name: string): void;
  /** Set once the rest of the part is not worth reading. */
  readonly stopped: ImportFileError | null;
}

/** The parts of an opened workbook. `read` answers with an error where a part is not well formed or too large. */
export interface WorkbookParts {
  /** Lower case, without a slash in front. */
  readonly names: ReadonlySet<string>;
  read(name: string, handler: XmlHandler): Promise<ImportFileError | null>;
}

export const damaged: ImportFileError = { tag: 'DamagedSpreadsheet' };

/** "1" and "true" are how XML says yes. */
export function isYes(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** A part that is something else than the workbook says would otherwise be an empty sheet. */
export function withRoot(root: string, handler: XmlHandler): XmlHandler {
  let isOpen = false;
  let isOther = false;
  return {
    get stopped() {
      return isOther ? damaged : handler.stopped;
    },
    open(name, attributes) {
      if (!isOpen) {
        isOpen = true;
        isOther = name !== root;
      }
      if (!isOther) handler.open(name, attributes);
    },
    text: (text) => handler.text(text),
    close: (name) => handler.close(name),
  };
}
