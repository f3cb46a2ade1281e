/** session.webRequest: the two listeners the product may set, asked for every request. */
import { errorText, log } from './log.js';
import { strict } from './strict.js';

export interface RequestFacts {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly webContentsId?: number;
}

type Headers = Record<string, string[]>;
type BeforeListener = (
  details: object,
  callback: (answer: { cancel?: boolean; redirectURL?: string }) => void,
) => void;
type HeadersListener = (
  details: object,
  callback: (answer: {
    cancel?: boolean;
    responseHeaders?: Record<string, string | string[]>;
    statusLine?: string;
  }) => void,
) => void;
type Filter = { readonly urls: readonly string[] };

/** Match pattern as in Electron: `<all_urls>`, `*://*\/*`, `https://host/*`. */
function matches(filter: Filter | undefined, url: string): boolean {
  if (!filter) return true;
  return filter.urls.some((pattern) => {
    if (pattern === '<all_urls>') return true;
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
    return new RegExp(`^${source}$`, 's').test(url);
  });
}

interface Listening<L> {
  readonly filter: Filter | undefined;
  readonly listener: L | undefined;
}

/** Listener alone, or filter and listener; null takes it away. */
const parse = (first: unknown, second: unknown): Listening<unknown> =>
  typeof first === 'function'
    ? { filter: undefined, listener: first }
    : { filter: (first as Filter | null) ?? undefined, listener: second ?? undefined };

let before: Listening<BeforeListener> | undefined;
let headersReceived: Listening<HeadersListener> | undefined;
let requestCount = 0;

export const webRequest = strict('webRequest', {
  onBeforeRequest(first: unknown, second?: unknown): void {
    before = parse(first, second) as Listening<BeforeListener>;
  },
  onHeadersReceived(first: unknown, second?: unknown): void {
    headersReceived = parse(first, second) as Listening<HeadersListener>;
  },
});

/** true: main cancelled the request. A redirect is not something the product does. */
export async function isCancelledByMain(facts: RequestFacts): Promise<boolean> {
  const current = before;
  if (!current?.listener || !matches(current.filter, facts.url)) return false;
  const { listener } = current;
  const details = { ...facts, id: ++requestCount, timestamp: Date.now(), referrer: '', uploadData: [] };
  return await new Promise<boolean>((resolve) => {
    try {
      listener(details, (answer) => {
        if (answer.redirectURL)
          log.hostErrors.push(`onBeforeRequest asked for a redirect, which the host refuses`);
        resolve(answer.cancel === true || answer.redirectURL !== undefined);
      });
    } catch (error) {
      log.hostErrors.push(`onBeforeRequest threw ${errorText(error)}`);
      resolve(true);
    }
  });
}

/** Main's last word on the response headers, or undefined when it cancels. */
export async function filterHeaders(
  facts: RequestFacts,
  statusCode: number,
  responseHeaders: Headers,
): Promise<Headers | undefined> {
  const current = headersReceived;
  if (!current?.listener || !matches(current.filter, facts.url)) return responseHeaders;
  const { listener } = current;
  const details = { ...facts, statusCode, statusLine: `HTTP/1.1 ${statusCode}`, responseHeaders };
  return await new Promise<Headers | undefined>((resolve) => {
    try {
      listener(details, (answer) => {
        const entries = Object.entries(answer.responseHeaders ?? responseHeaders);
        const headers = entries.map(
          ([name, value]) => [name, Array.isArray(value) ? value : [value]] as const,
        );
        resolve(answer.cancel ? undefined : Object.fromEntries(headers));
      });
    } catch (error) {
      log.hostErrors.push(`onHeadersReceived threw ${errorText(error)}`);
      resolve(undefined);
    }
  });
}
