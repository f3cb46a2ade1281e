/** The passphrase or the recovery code: from a file or typed without being shown; never from the command line. */
import { readFileSync, statSync } from 'node:fs';
import type { ReadStream } from 'node:tty';
import { err, ok, type Result } from '@shared/kernel/result';
import { codeOf } from './pieces';

export interface ReadSecret {
  readonly secret: string;
  /** What was not taken as a part of it, in words. */
  readonly notes: readonly string[];
}

const maxFileBytes = 1024 * 1024;

export function readSecretFile(path: string): Result<ReadSecret, string> {
  let bytes: Buffer;
  try {
    if (statSync(path).size > maxFileBytes) return err('The secret file is too long to hold a passphrase.');
    bytes = readFileSync(path);
  } catch (cause) {
    return err(`The secret file cannot be read (${codeOf(cause)}).`);
  }
  const notes: string[] = [];
  const text = decode(bytes, notes);
  if (text === null) return err('The secret file is not text in UTF-8.');
  const secret = text.replace(/\r?\n$/, '');
  if (secret !== text) {
    notes.push('The secret file ends with a line break. It was not taken as a part of the secret.');
  }
  if (/\s$/.test(secret)) {
    notes.push('The secret still ends with white space, which was taken as a part of it.');
  }
  return secret === '' ? err('The secret file is empty.') : ok({ secret, notes });
}

/** Editors and shells on Windows put a mark in front, and some write two bytes for a letter. */
function decode(bytes: Buffer, notes: string[]): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isMarked = isUtf16 || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf);
  if (isMarked)
    notes.push('The secret file begins with a byte order mark. It was not taken as a part of the secret.');
  try {
    const decoder = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true });
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

export type Terminal = Pick<
  ReadStream,
  'isTTY' | 'setRawMode' | 'setEncoding' | 'on' | 'off' | 'resume' | 'pause'
>;

const enter = ['\r', '\n'];
const interrupt = '\u0003';
const endOfInput = '\u0004';
const erase = ['\u007f', '\b'];
const eraseLine = '\u0015';
/** Arrow keys, and the marks that terminals put around what is pasted. */
// oxlint-disable-next-line no-control-regex -- they begin with a control character
const keySequences = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|O[A-Z])/g;

/** Null when it was broken off. The caller has made sure that there is a terminal. */
export function promptSecret(
  terminal: Terminal,
  show: (text: string) => void,
  question: string,
): Promise<string | null> {
  return new Promise((resolve) => {
    let typed: string[] = [];
    const end = (answer: string | null): void => {
      terminal.off('data', onData);
      terminal.setRawMode(false);
      terminal.pause();
      show('\n');
      resolve(answer);
    };
    const onData = (text: string): void => {
      for (const letter of text.replaceAll(keySequences, '')) {
        if (enter.includes(letter)) {
          end(typed.join(''));
          return;
        }
        if (letter === interrupt || letter === endOfInput) {
          end(null);
          return;
        }
        if (erase.includes(letter)) typed.pop();
        else if (letter === eraseLine) typed = [];
        else if (letter >= ' ') typed.push(letter);
      }
    };
    show(question);
    terminal.setEncoding('utf8');
    terminal.setRawMode(true);
    terminal.on('data', onData);
    terminal.resume();
  });
}
