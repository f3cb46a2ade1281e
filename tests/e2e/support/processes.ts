/** The renderer processes of the app, and what stands in their memory. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** All of them, the one that Chromium keeps in reserve included. */
export async function rendererPids(page: Page): Promise<readonly number[]> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('This host does not say which processes there are');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Other people's memory is read by the system's owner alone. */
export const canReadMemory = process.platform === 'linux' && process.getuid?.() === 0;

const chunkBytes = 4 * 1024 * 1024;
/** Larger ones are room that was set aside, not used. */
const maxRegionBytes = 1024 * chunkBytes;

/** Whether a process has the words anywhere in memory that it can write to, in either of the ways text is kept. */
export function holdsWords(pid: number, words: string): boolean {
  const needles = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')];
  const overlap = Math.max(...needles.map((needle) => needle.length));
  const buffer = Buffer.alloc(chunkBytes + overlap);
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      if (from === '') continue;
      const [start, end] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      if (end - start > maxRegionBytes) continue;
      for (let at = start; at < end; at += chunkBytes) {
        let bytes: number;
        try {
          bytes = readSync(memory, buffer, 0, Math.min(buffer.length, end - at), at);
        } catch {
          continue; // not there after all: a region of a device, or one that has just gone
        }
        const read = buffer.subarray(0, bytes);
        if (needles.some((needle) => read.includes(needle))) return true;
      }
    }
  } finally {
    closeSync(memory);
  }
  return false;
}
