/** What was dropped, folders opened. The browser forgets the entries when the event is over, so they are taken first. */

const deepest = 8;

export async function droppedFiles(data: DataTransfer): Promise<readonly File[]> {
  const loose = [...data.files];
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return loose;
  const found = await Promise.all(entries.map((entry) => filesIn(entry, 0)));
  return found.flat();
}

async function filesIn(entry: FileSystemEntry, depth: number): Promise<readonly File[]> {
  if (isFile(entry)) return await fileOf(entry);
  if (!isDirectory(entry) || depth >= deepest) return [];
  const inside = await entriesOf(entry.createReader());
  const found = await Promise.all(inside.map((each) => filesIn(each, depth + 1)));
  return found.flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A file can vanish between the drop and the reading: then there is none. */
function fileOf(entry: FileSystemFileEntry): Promise<readonly File[]> {
  return new Promise((resolve) => {
    entry.file(
      (file) => {
        resolve([file]);
      },
      () => {
        resolve([]);
      },
    );
  });
}

/** The reader gives a hundred at a time, until it gives none. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const next = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (next.length === 0) return all;
    all.push(...next);
  }
}
