/** What the host has seen, handed to the tests on request. Types only plus one log; shared with tests/e2e/hosts. */

export interface DialogEntry {
  readonly kind: 'save' | 'open' | 'message' | 'error';
  readonly options: unknown;
  readonly answer: unknown;
  /** false: no answer was queued and the dialog was cancelled */
  readonly answered: boolean;
}

export interface ConsoleEntry {
  readonly source: 'page' | 'worker';
  readonly level: string;
  readonly text: string;
}

export interface CspViolation {
  readonly directive: string;
  readonly blocked: string;
  readonly document: string;
  readonly sample: string;
}

export interface HostLog {
  /** Whatever reached the network stack and was refused there. Must stay empty. */
  network: string[];
  /** Chromium's own calls to its maker's hosts, filtered out of `network` by name. */
  chromiumOwn: string[];
  /** Requests, navigations, windows and web sockets refused before they reached the network stack. */
  blocked: string[];
  /** Every request URL, in the product's terms (app://local/...). */
  requests: string[];
  dialogs: DialogEntry[];
  cspViolations: CspViolation[];
  console: ConsoleEntry[];
  pageErrors: string[];
  /** Paths shown in the file manager. */
  shown: string[];
  permissions: { permission: string; granted: boolean }[];
  downloads: { url: string; prevented: boolean }[];
  /** Window options, content protection, popup menus: side effects that a Chromium window cannot show. */
  effects: string[];
  windows: unknown[];
  /** Things the host itself finds wrong: a handler that threw, a message that could not be delivered. */
  hostErrors: string[];
}

export const log: HostLog = {
  network: [],
  chromiumOwn: [],
  blocked: [],
  requests: [],
  dialogs: [],
  cspViolations: [],
  console: [],
  pageErrors: [],
  shown: [],
  permissions: [],
  downloads: [],
  effects: [],
  windows: [],
  hostErrors: [],
};

const started = Date.now();

/** Timings on stderr when HOST_TRACE is set. */
export function trace(text: string): void {
  if (process.env['HOST_TRACE']) process.stderr.write(`[host +${Date.now() - started}] ${text}\n`);
}

export function errorText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
