/** The texts that cells refer to by number. Text in several fonts is one text; how it is pronounced is left out. */
import type { ImportFileError } from '../file-errors';
import { workbookLimits } from '../file-errors';
import type { XmlHandler } from './xml';

export interface SharedTextsReader extends XmlHandler {
  readonly texts: readonly string[];
}

export function createSharedTextsReader(): SharedTextsReader {
  const texts: string[] = [];
  let stopped: ImportFileError | null = null;
  let characters = 0;
  let current: string | null = null;
  let isInText = false;
  let isPronunciation = false;
  return {
    texts,
    get stopped() {
      return stopped;
    },
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') isPronunciation = true;
      else if (name === 't') isInText = !isPronunciation;
    },
    text(text) {
      if (!isInText || current === null) return;
      current += text;
      characters += text.length;
      if (characters > workbookLimits.characters) stopped = { tag: 'SpreadsheetTooLarge' };
    },
    close(name) {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isPronunciation = false;
      else if (name === 'si' && current !== null) {
        texts.push(current);
        current = null;
      }
    },
  };
}
