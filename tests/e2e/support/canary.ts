/**
 * Words that stand nowhere else in the world, to be typed into the app and then looked for in every byte that it
 * left behind: as text in each encoding a program may write, and in the names of files and folders.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export const encodings = ['utf8', 'utf16le', 'utf16be', 'base64+0', 'base64+1', 'base64+2'] as const;
export type Encoding = (typeof encodings)[number];

/** Base64 of the text where it begins `offset` bytes into a group of three: only what depends on it alone. */
function base64At(text: string, offset: number): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text, 'utf8')]);
  const whole = bytes.toString('base64').replace(/=+$/, '');
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor((bytes.length * 8) / 6);
  return Buffer.from(whole.slice(from, to), 'latin1');
}

export function encoded(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text, 'utf8');
    case 'utf16le':
      return Buffer.from(text, 'utf16le');
    case 'utf16be':
      return Buffer.from(text, 'utf16le').swap16();
    default:
      return base64At(text, Number(encoding.slice(-1)));
  }
}

export interface Sighting {
  /** What was found: the name of the canary, never itself. */
  readonly canary: string;
  readonly encoding: Encoding | 'name of a file';
  readonly file: string;
}

/** Every canary in some bytes. */
export function sightingsIn(
  bytes: Buffer,
  canaries: Readonly<Record<string, string>>,
  file: string,
): Sighting[] {
  return Object.entries(canaries).flatMap(([canary, text]) =>
    encodings
      .filter((encoding) => bytes.includes(encoded(text, encoding)))
      .map((encoding) => ({ canary, encoding, file })),
  );
}

export interface Scan {
  readonly files: readonly string[];
  readonly sightings: readonly Sighting[];
}

/** Every file below a folder, its content and its name; sockets and the like have neither content nor secrets. */
export async function scanFolder(folder: string, canaries: Readonly<Record<string, string>>): Promise<Scan> {
  const files: string[] = [];
  const sightings: Sighting[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    for (const [canary, text] of Object.entries(canaries)) {
      if (
        decodeURIComponent(path.replace(/%(?![0-9a-f]{2})/gi, '%25')).includes(text) ||
        path.includes(text)
      ) {
        sightings.push({ canary, encoding: 'name of a file', file: path });
      }
    }
    if (!entry.isFile()) continue;
    // The app writes and renames while this looks: what has gone since the listing is under its other name.
    const bytes = await readFile(join(folder, path)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    });
    if (bytes === null) continue;
    files.push(path);
    sightings.push(...sightingsIn(bytes, canaries, path));
  }
  return { files, sightings };
}
