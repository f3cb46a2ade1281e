/** What lies on a disk in memory: the bytes and names as they are, and as they were when last fsynced. */
export type FileChange =
  | { readonly type: 'write'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly type: 'truncate'; readonly length: number };
type FolderChange = ReadonlyMap<string, Node | null>;

export interface FileNode {
  readonly type: 'file';
  readonly ino: number;
  data: Uint8Array;
  size: number;
  mtimeMs: number;
  durable: Uint8Array;
  pending: FileChange[];
}
export interface FolderNode {
  readonly type: 'folder';
  readonly ino: number;
  entries: Map<string, Node>;
  durable: Map<string, Node>;
  pending: FolderChange[];
}
export type Node = FileNode | FolderNode;

export function newFolder(ino: number): FolderNode {
  return { type: 'folder', ino, entries: new Map(), durable: new Map(), pending: [] };
}

export function apply(file: Pick<FileNode, 'data' | 'size'>, made: FileChange): void {
  const size = made.type === 'truncate' ? made.length : Math.max(file.size, made.at + made.bytes.length);
  if (size > file.data.length) {
    const grown = new Uint8Array(Math.max(size, file.data.length * 2));
    grown.set(file.data.subarray(0, file.size));
    file.data = grown;
  } else if (size < file.size) file.data.fill(0, size, file.size);
  if (made.type === 'write') file.data.set(made.bytes, made.at);
  file.size = size;
}

export function settle(file: FileNode): void {
  if (file.pending.length > 0) file.durable = file.data.slice(0, file.size);
  file.pending = [];
}

export function settleFolder(folder: FolderNode): void {
  folder.durable = new Map(folder.entries);
  folder.pending = [];
}

/** Of the changes that were not fsynced, any may have reached the disk, a write also in part. */
export function survive(folder: FolderNode, pick: (n: number) => number): FolderNode {
  const entries = new Map(folder.durable);
  for (const changes of folder.pending) {
    if (pick(1) === 0) continue;
    for (const [name, node] of changes) {
      if (node === null) entries.delete(name);
      else entries.set(name, node);
    }
  }
  const after = newFolder(folder.ino);
  for (const [name, node] of entries) {
    after.entries.set(name, node.type === 'folder' ? survive(node, pick) : surviveFile(node, pick));
  }
  settleFolder(after);
  return after;
}

function surviveFile(file: FileNode, pick: (n: number) => number): FileNode {
  const after: FileNode = { ...file, data: file.durable.slice(), size: file.durable.length, pending: [] };
  for (const made of file.pending) {
    const share = pick(2);
    if (share === 0) continue;
    const isTorn = share === 1 && made.type === 'write';
    apply(after, isTorn ? { ...made, bytes: made.bytes.slice(0, pick(made.bytes.length)) } : made);
  }
  after.durable = after.data.slice(0, after.size);
  return after;
}

export function copyOf(node: Node): Node {
  if (node.type === 'file') {
    return { ...node, data: node.data.slice(), durable: node.durable.slice(), pending: [...node.pending] };
  }
  const copies = new Map<Node, Node>();
  const copy = (one: Node): Node => {
    const made = copies.get(one) ?? copyOf(one);
    copies.set(one, made);
    return made;
  };
  const made = newFolder(node.ino);
  for (const [name, one] of node.entries) made.entries.set(name, copy(one));
  for (const [name, one] of node.durable) made.durable.set(name, copy(one));
  made.pending = node.pending.map(
    (changes) => new Map([...changes].map(([name, one]) => [name, one === null ? null : copy(one)])),
  );
  return made;
}

export function pathsIn(folder: FolderNode, at: string): string[] {
  return [...folder.entries]
    .flatMap(([name, node]) => (node.type === 'file' ? [`${at}/${name}`] : pathsIn(node, `${at}/${name}`)))
    .sort();
}
