/**
 * The preload's half of contextBridge, and the `electron` module that a sandboxed preload may require. Runs in a real
 * isolated world at document start. Self-contained: only its source text reaches Chromium.
 */
import type { Codec } from './codec.js';

/** From the preload's world to main. `href` is read in the isolated world, where the page cannot forge it. */
export type FromPreload = { readonly href: string; readonly origin: string } & (
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly parameters: unknown[] }
  | { readonly kind: 'send'; readonly channel: string; readonly parameters: unknown[] }
  | { readonly kind: 'key'; readonly input: KeyInput }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'context-menu'; readonly parameters: ContextMenuFacts }
  | { readonly kind: 'csp'; readonly directive: string; readonly blocked: string; readonly sample: string }
  | { readonly kind: 'preload-error'; readonly message: string }
);

/** From main to the preload's world. */
export type ToPreload =
  | { readonly kind: 'result'; readonly id: number; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: 'push'; readonly channel: string; readonly parameters: unknown[] };

export interface KeyInput {
  readonly type: 'keyDown';
  readonly key: string;
  readonly code: string;
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly isAutoRepeat: boolean;
  readonly isComposing: boolean;
}

export interface ContextMenuFacts {
  readonly x: number;
  readonly y: number;
  readonly selectionText: string;
  readonly isEditable: boolean;
  readonly editFlags: Readonly<
    Record<'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll', boolean>
  >;
}

export interface IsolatedWorldOptions {
  readonly secret: string;
  readonly bindingName: string;
  readonly deliverName: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly platform: string;
  readonly arch: string;
}

type Preload = (
  require: (id: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
) => void;

export function installIsolatedWorld(
  options: IsolatedWorldOptions,
  codec: Codec,
  preload: Preload | null,
): void {
  const { secret, bindingName, deliverName } = options;
  const globals = globalThis as unknown as Record<string, unknown>;
  const post = globals[bindingName] as (text: string) => void;
  Reflect.deleteProperty(globals, bindingName);
  if (window !== window.top) return;

  const page = document;
  const tell = (message: object): void =>
    post(codec.encode({ ...message, href: location.href, origin: location.origin }));
  const fire = (kind: string, detail: unknown): void => {
    page.dispatchEvent(new CustomEvent(`${secret}:${kind}`, { detail }));
  };

  // --- contextBridge ---------------------------------------------------------------------------------------------
  const functions = new Map<number, (...parameters: unknown[]) => unknown>();
  const pageFunctions = new Map<number, (...parameters: unknown[]) => void>();
  let count = 0;

  const isPlain = (value: object): boolean => {
    const prototype = Object.getPrototypeOf(value) as unknown;
    return prototype === Object.prototype || prototype === null;
  };
  const mapFields = (value: object, change: (item: unknown) => unknown): Record<string, unknown> =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

  const outgoing = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const id = ++count;
      functions.set(id, value as (...parameters: unknown[]) => unknown);
      return { $preloadFunction: id };
    }
    if (value instanceof Promise) {
      const id = ++count;
      value.then(
        (settled) => fire('settle', { id, ok: true, value: outgoing(settled) }),
        (error: unknown) => fire('settle', { id, ok: false, value: messageOf(error) }),
      );
      return { $promise: id };
    }
    if (Array.isArray(value)) return value.map(outgoing);
    if (value !== null && typeof value === 'object' && isPlain(value)) return mapFields(value, outgoing);
    return value;
  };

  const incoming = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(incoming);
    if (!isPlain(value)) return value;
    const id = (value as { $pageFunction?: number }).$pageFunction;
    if (id === undefined) return mapFields(value, incoming);
    // One proxy for one page function, so that removing a listener finds the one that was added.
    let proxy = pageFunctions.get(id);
    if (!proxy) {
      proxy = (...parameters) => fire('callback', { id, parameters: parameters.map(outgoing) });
      pageFunctions.set(id, proxy);
    }
    return proxy;
  };

  page.addEventListener(`${secret}:call`, (event) => {
    event.stopImmediatePropagation();
    const { id, parameters } = (event as CustomEvent<{ id: number; parameters: unknown[] }>).detail;
    let answer: unknown;
    try {
      answer = outgoing(functions.get(id)?.(...parameters.map(incoming)));
    } catch (error) {
      answer = { $thrown: messageOf(error) };
    }
    fire('reply', answer);
  });

  // --- ipcRenderer -----------------------------------------------------------------------------------------------
  type Listener = (event: object, ...parameters: unknown[]) => void;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Listener[]>();
  let invocations = 0;

  const refuse = (label: string, members: object): object =>
    new Proxy(members, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then')
          return Reflect.get(target, key) as unknown;
        throw new Error(
          `electron (preload): ${label}.${key} is not provided by the Chromium host (tests/host).`,
        );
      },
    });

  const add = (channel: string, listener: Listener): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener): object => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((known) => known !== listener),
    );
    return ipcRenderer;
  };
  const ipcRenderer = refuse('ipcRenderer', {
    invoke: (channel: string, ...parameters: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++invocations;
        tell({ kind: 'invoke', id, channel, parameters });
        waiting.set(id, { resolve, reject });
      }),
    send: (channel: string, ...parameters: unknown[]) => tell({ kind: 'send', channel, parameters }),
    on: add,
    addListener: add,
    once: (channel: string, listener: Listener) => {
      const once: Listener = (...parameters) => {
        remove(channel, once);
        listener(...parameters);
      };
      return add(channel, once);
    },
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
      return ipcRenderer;
    },
  });

  Object.defineProperty(globals, deliverName, {
    value: (text: string) => {
      const message = codec.decode(text) as ToPreload;
      if (message.kind === 'push') {
        for (const listener of listeners.get(message.channel) ?? []) {
          listener({ sender: ipcRenderer, ports: [] }, ...message.parameters);
        }
        return;
      }
      const invocation = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) invocation?.resolve(message.value);
      else invocation?.reject(new Error(String(message.value)));
    },
  });

  // --- what the host watches in the page -----------------------------------------------------------------------------
  page.addEventListener('securitypolicyviolation', (event) => {
    tell({
      kind: 'csp',
      directive: event.effectiveDirective,
      blocked: event.blockedURI,
      sample: event.sample,
    });
  });
  // Menu accelerators: only keys held with a modifier, and function keys, ever leave the page.
  window.addEventListener('keydown', (event) => {
    const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
    if (event.defaultPrevented || !(ctrlKey || altKey || metaKey || /^F\d+$|^Escape$/.test(key))) return;
    const input: KeyInput = {
      type: 'keyDown',
      key,
      code,
      control: ctrlKey,
      shift: shiftKey,
      alt: altKey,
      meta: metaKey,
      isAutoRepeat: event.repeat,
      isComposing: event.isComposing,
    };
    tell({ kind: 'key', input });
  });
  // What Chromium puts on its own clipboard is put on the host's, which main reads.
  for (const kind of ['copy', 'cut'] as const) {
    window.addEventListener(
      kind,
      () => {
        const box = document.activeElement;
        const isBox = box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement;
        const text = isBox
          ? box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0)
          : String(window.getSelection() ?? '');
        if (text !== '' && !(isBox && box.type === 'password')) tell({ kind: 'copy', text });
      },
      { capture: true },
    );
  }
  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : null;
    const isEditable = target?.closest('input, textarea, [contenteditable=true]') != null;
    const selectionText = String(window.getSelection() ?? '');
    const canCopy = selectionText !== '';
    tell({
      kind: 'context-menu',
      parameters: {
        x: event.clientX,
        y: event.clientY,
        selectionText,
        isEditable,
        editFlags: {
          canUndo: isEditable,
          canRedo: isEditable,
          canCut: isEditable && canCopy,
          canCopy,
          canPaste: isEditable,
          canSelectAll: true,
        },
      },
    });
  });

  // --- the preload -----------------------------------------------------------------------------------------------
  if (!preload) return;
  const electron = refuse('module', {
    ipcRenderer,
    contextBridge: refuse('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => fire('expose', { key, api: outgoing(api) }),
    }),
  });
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id}`);
  };
  const process = refuse('process', {
    platform: options.platform,
    arch: options.arch,
    versions: options.versions,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
  });
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, process);
  } catch (error) {
    tell({ kind: 'preload-error', message: messageOf(error) });
    throw error;
  }
}
