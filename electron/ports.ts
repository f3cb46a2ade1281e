/**
 * The pieces of Electron and of the file system that the services use, as small interfaces. Electron's own
 * objects fit them as they are; the tests pass plain objects. Nothing here is imported at run time.
 */

/** One open file. `node:fs/promises` handles fit. */
export interface FileHandlePort {
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>;
  write(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesWritten: number }>;
  truncate(length: number): Promise<void>;
  stat(): Promise<{ readonly size: number; readonly ino: number }>;
  sync(): Promise<void>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

export interface FileFacts {
  readonly size: number;
  readonly ino: number;
  readonly mtimeMs: number;
  isFile(): boolean;
}

/** The file system. `node:fs/promises` fits. */
export interface FilesPort {
  open(path: string, flags: string, mode?: number): Promise<FileHandlePort>;
  mkdir(
    path: string,
    options: { readonly recursive: true; readonly mode: number },
  ): Promise<string | undefined>;
  readdir(path: string): Promise<string[]>;
  stat(path: string): Promise<FileFacts>;
  statfs(path: string): Promise<{ readonly bavail: number; readonly bsize: number }>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { readonly force?: boolean; readonly recursive?: boolean }): Promise<void>;
}

/** Reading a file of the built page. */
export interface AssetsPort {
  readFile(path: string): Promise<Uint8Array>;
}

export interface SaveDialogOptions {
  readonly defaultPath: string;
  readonly filters: { name: string; extensions: string[] }[];
  readonly properties: ('createDirectory' | 'dontAddToRecent')[];
}

/** The system's save dialog, already bound to our window. */
export type AskWhereToSave = (
  options: SaveDialogOptions,
) => Promise<{ readonly canceled: boolean; readonly filePath: string }>;

export interface OpenDialogOptions {
  readonly defaultPath: string;
  readonly filters?: { name: string; extensions: string[] }[];
  readonly properties: ('openFile' | 'openDirectory' | 'createDirectory' | 'dontAddToRecent')[];
}

/** The system's open dialog, already bound to our window. */
export type AskWhatToOpen = (
  options: OpenDialogOptions,
) => Promise<{ readonly canceled: boolean; readonly filePaths: readonly string[] }>;

/** The running programs of this computer, as far as telling a living holder of a vault from a dead one needs. */
export interface ProcessesPort {
  readonly pid: number;
  isAlive(pid: number): boolean;
  /** What no other process with this number ever had; null where the system does not tell. */
  startMark(pid: number): Promise<string | null>;
  /** Epoch milliseconds at which the computer was started. */
  bootedAt(): number;
  /** Epoch milliseconds. */
  now(): number;
}

export interface PdfOptions {
  readonly pageSize: 'A4';
  readonly generateTaggedPDF: true;
  readonly generateDocumentOutline: true;
  readonly printBackground: true;
  readonly displayHeaderFooter: true;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
  readonly margins: { top: number; bottom: number; left: number; right: number };
}

/** Our page's `printToPDF`. */
export type PrintPage = (options: PdfOptions) => Promise<Uint8Array>;

/** The part of `powerMonitor` that the idle watch uses. */
export interface PowerPort {
  getSystemIdleTime(): number;
  getSystemIdleState(idleThreshold: number): string;
  on(event: 'suspend' | 'lock-screen' | 'user-did-resign-active', listener: () => void): unknown;
}

/** Two clocks: their difference shows that the computer slept or that someone turned the clock. */
export interface ClocksPort {
  /** Epoch milliseconds. */
  wall(): number;
  /** Milliseconds that never go backwards. */
  monotonic(): number;
}

export interface TimerPort {
  /** Runs `task` each `ms` until the returned function is called. */
  every(ms: number, task: () => void): () => void;
  wait(ms: number): Promise<void>;
}

/** Who sent a message: the frame as Electron reports it, or null when it is already gone. */
export interface SenderFrame {
  /** RFC 6454 origin; a sandboxed or opaque frame says 'null'. */
  readonly origin: string;
  /** null for the top frame. */
  readonly parent: unknown;
}

export interface InvokeEvent {
  readonly senderFrame: SenderFrame | null;
}

export interface IpcMainPort {
  handle(channel: string, listener: (event: InvokeEvent, request: unknown) => Promise<unknown>): void;
}

export interface PreventableEvent {
  preventDefault(): void;
}

/** The events of a page through which it could leave `app://local` or open something. */
export interface ContentsPort {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' | 'will-attach-webview',
    listener: (event: PreventableEvent) => void,
  ): unknown;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
}

/** The part of the session that is closed off. */
export interface SessionPort {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setSpellCheckerEnabled(isEnabled: boolean): void;
  setSpellCheckerDictionaryDownloadURL(url: string): void;
  on(event: 'will-download', listener: (event: PreventableEvent) => void): unknown;
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void,
    ): void;
  };
}

/** The window as the quit flow sees it. */
export interface ClosingWindow {
  on(event: 'close', listener: (event: PreventableEvent) => void): unknown;
  isDestroyed(): boolean;
  destroy(): void;
}

/** The window as the idle watch sees it. */
export interface MinimisingWindow {
  on(event: 'minimize', listener: () => void): unknown;
}

/** The window whose page is started anew after a lock. */
export interface RenewedWindow {
  isDestroyed(): boolean;
  loadURL(url: string): Promise<void>;
}

/** The page's process. */
export interface RendererPort {
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string }) => void,
  ): unknown;
  /** 0 when there is none. */
  getOSProcessId(): number;
  forcefullyCrashRenderer(): void;
}

/** The system's clipboard. */
export interface ClipboardPort {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  /** The picture that is there, as PNG; null without one. */
  readImage(): Promise<Uint8Array | null>;
  writeImage(png: Uint8Array): Promise<void>;
  clear(): void;
}
