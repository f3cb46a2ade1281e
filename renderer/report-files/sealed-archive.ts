/**
 * An Office file is a zip. Its writers put the hour of the export and their own name into it; here it is packed anew:
 * the same parts, no time, nothing of the machine. The same report gives the same bytes.
 */
import {
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-custom.js';

/** The first moment that a zip can name, for every part: 1 January 1980, by the fields themselves, without a time zone. */
const noTime = 0x00_21_00_00;

const plain = {
  rawLastModDate: noTime,
  extendedTimestamp: false,
  // Otherwise the parts bear a Unix system's rights.
  msDosCompatible: true,
  dataDescriptor: false,
  useWebWorkers: false,
  keepOrder: true,
} as const;

/** `replaced`: parts by their path, whose words are ours instead of the writer's. */
export async function sealedArchive(
  bytes: Uint8Array,
  replaced: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter(), plain);
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    const own = replaced[entry.filename];
    const part =
      own === undefined
        ? await entry.getData(new Uint8ArrayWriter(), { useWebWorkers: false })
        : new TextEncoder().encode(own);
    await writer.add(entry.filename, new Uint8ArrayReader(part), plain);
  }
  await reader.close();
  return writer.close();
}
