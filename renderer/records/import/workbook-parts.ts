/**
 * The one door to zip.js for reading. Every part is unpacked as a stream that is counted as it comes, and its check
 * sum is compared: a flipped bit in a number would otherwise be another number.
 */
import {
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  Uint8ArrayReader,
  ZipReader,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { workbookLimits, type ImportFileError } from '@shared/import/file-errors';
import { damaged, type WorkbookParts } from '@shared/import/xlsx/xml';
import { err, ok, type Result } from '@shared/kernel/result';
import { createXmlPart } from './xml-part';

/** Directory and parts have to agree, none may lie over another, and there is one meaning only. */
const strict = {
  strictness: 'strict',
  checkCrc32: true,
  checkOverlappingEntry: true,
  // Nothing is written to a disk, and some programs put a slash in front.
  filenameValidation: 'tolerant',
  useWebWorkers: false,
} as const;

const lockedWords: readonly string[] = [ERR_ENCRYPTED, ERR_ENCRYPTED_CENTRAL_DIRECTORY];
const tooLarge: ImportFileError = { tag: 'SpreadsheetTooLarge' };

const archiveError = (error: unknown): ImportFileError =>
  error instanceof Error && lockedWords.includes(error.message) ? { tag: 'LockedSpreadsheet' } : damaged;

/** Thrown into the stream to stop unpacking, and caught where the reading began. */
class Enough extends Error {}

export async function openParts(
  bytes: Uint8Array,
  onProgress: (share: number) => void,
): Promise<Result<WorkbookParts, ImportFileError>> {
  const entries = new Map<string, FileEntry>();
  let packed = 0;
  try {
    for await (const entry of new ZipReader(new Uint8ArrayReader(bytes), strict).getEntriesGenerator()) {
      if (entry.directory) continue;
      if (entry.encrypted) return err({ tag: 'LockedSpreadsheet' });
      const name = entry.filename.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
      if (entries.has(name) || entries.size >= workbookLimits.parts) return err(damaged);
      entries.set(name, entry);
      packed += entry.compressedSize;
    }
  } catch (error) {
    return err(archiveError(error));
  }

  let unpacked = 0;
  let donePacked = 0;
  return ok({
    names: new Set(entries.keys()),
    async read(name, handler) {
      const entry = entries.get(name);
      if (entry === undefined) return damaged;
      const { uncompressedSize } = entry;
      if (
        uncompressedSize > workbookLimits.partBytes ||
        unpacked + uncompressedSize > workbookLimits.allBytes
      )
        return tooLarge;
      const part = createXmlPart(handler);
      const seen = { bytes: 0, isTooLarge: false };
      const sink = new WritableStream<Uint8Array>({
        write(chunk) {
          seen.bytes += chunk.length;
          unpacked += chunk.length;
          // The sizes that the archive gives are not believed.
          if (seen.bytes > workbookLimits.partBytes || unpacked > workbookLimits.allBytes)
            seen.isTooLarge = true;
          else if (part.write(chunk)) {
            onProgress(
              Math.min(1, (donePacked + entry.compressedSize * (seen.bytes / uncompressedSize)) / packed),
            );
            return;
          }
          throw new Enough();
        },
      });
      try {
        await entry.getData(sink);
      } catch (error) {
        return seen.isTooLarge
          ? tooLarge
          : (part.end() ?? (error instanceof Enough ? damaged : archiveError(error)));
      }
      donePacked += entry.compressedSize;
      return part.end();
    },
  });
}
