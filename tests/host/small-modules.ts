/** protocol, shell, safeStorage, clipboard, Notification. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { log } from './log.js';
import { isHandled, registerScheme, type SchemeHandler, setHandler } from './schemes.js';
import { refuseUnknownOptions, strict, StrictEmitter } from './strict.js';

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(
    schemes: readonly { scheme: string; privileges?: Record<string, unknown> }[],
  ): void {
    for (const { scheme, privileges } of schemes) registerScheme(scheme, privileges ?? {});
  },
  handle(scheme: string, handler: SchemeHandler): void {
    setHandler(scheme, handler);
  },
  unhandle(scheme: string): void {
    setHandler(scheme, undefined);
  },
  isProtocolHandled: isHandled,
});

/** openExternal is left out on purpose: the product never opens a link outside itself. */
export const shell = strict('shell', {
  showItemInFolder(path: string): void {
    log.shown.push(path);
  },
});

/** Like Linux without a keyring: available, and worth nothing (`basic_text`), unless the test says otherwise. */
const backend = process.env['STEADING_HOST_SAFE_STORAGE'] ?? 'basic_text';
const fixedKey = createHash('sha256').update('steading chromium host').digest();

function requireBackend(task: string): void {
  if (backend === 'unavailable') throw new Error(`Error while ${task} the text provided to safeStorage.`);
}

function encrypt(text: string): Buffer {
  requireBackend('encrypting');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', fixedKey, nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(sealed: Buffer): string {
  requireBackend('decrypting');
  const decipher = createDecipheriv('aes-256-gcm', fixedKey, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
}

export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: (): boolean => backend !== 'unavailable',
  isAsyncEncryptionAvailable: (): Promise<boolean> => Promise.resolve(backend !== 'unavailable'),
  getSelectedStorageBackend: (): string => (backend === 'unavailable' ? 'unknown' : backend),
  encryptString: encrypt,
  decryptString: decrypt,
  // async: a failure is a rejection
  encryptStringAsync: async (text: string): Promise<Buffer> =>
    await Promise.resolve().then(() => encrypt(text)),
  decryptStringAsync: async (sealed: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> =>
    await Promise.resolve().then(() => ({ result: decrypt(sealed), shouldReEncrypt: false })),
});

const pasteboard: { text: string; items: HostClipboardItem[] } = { text: '', items: [] };

/** One thing on the clipboard in its forms, as far as the product uses it: a picture. */
class HostClipboardItem {
  readonly types: readonly string[];
  constructor(private readonly forms: Readonly<Record<string, Blob>>) {
    this.types = Object.keys(forms);
  }

  getType(type: string): Promise<Blob> {
    const form = this.forms[type];
    return form === undefined ? Promise.reject(new Error(`No ${type}`)) : Promise.resolve(form);
  }
}
export const ClipboardItem = strict('ClipboardItem', HostClipboardItem);

/** The system's clipboard, apart from Chromium's own: what is copied in the page is told to it. Reading and writing are promises since Electron 45. */
export const clipboard = strict('clipboard', {
  writeText(text: string): Promise<void> {
    pasteboard.text = text;
    pasteboard.items = [];
    return Promise.resolve();
  },
  write(items: HostClipboardItem[]): Promise<void> {
    pasteboard.text = '';
    pasteboard.items = [...items];
    return Promise.resolve();
  },
  read: (): Promise<HostClipboardItem[]> => Promise.resolve([...pasteboard.items]),
  readText: (): Promise<string> => Promise.resolve(pasteboard.text),
  clear(): void {
    pasteboard.text = '';
    pasteboard.items = [];
  },
  hostPictures: (): number => pasteboard.items.length,
  hostText: (): string => pasteboard.text,
  hostCopied(text: string): void {
    pasteboard.text = text;
    pasteboard.items = [];
  },
});

/** A message of the system: what it says is in the log, nothing is drawn. */
class HostNotification extends StrictEmitter {
  constructor(private readonly options: { title: string; body: string; silent?: boolean }) {
    super('Notification', ['click']);
    refuseUnknownOptions('Notification', options, ['title', 'body', 'silent']);
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    log.effects.push(`notification ${this.options.title}: ${this.options.body}`);
  }

  close(): void {
    log.effects.push('notification closed');
  }
}

export const Notification = strict('Notification', HostNotification);
