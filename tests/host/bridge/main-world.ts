/**
 * The page's half of contextBridge. Runs in the page's own world at document start, before any script of the page, and
 * leaves nothing behind but what the preload exposes. Self-contained: only its source text reaches Chromium.
 *
 * The two worlds share the document, not the objects. They talk by events on it, under a name that only they know, and
 * Chromium clones `detail` from one world into the other. Dispatch is synchronous, so a call across the bridge can
 * answer at once, as it does in Electron.
 */
export function installMainWorld(secret: string): void {
  if (window !== window.top) return;
  type Dictionary = Record<string, unknown>;
  const page = document;
  const PageEvent = CustomEvent;
  const call = Function.prototype.call.bind(Function.prototype.call) as (
    method: unknown,
    self: unknown,
    ...parameters: unknown[]
  ) => unknown;
  const dispatch = EventTarget.prototype.dispatchEvent;
  const listen = EventTarget.prototype.addEventListener;

  const callbacks = new Map<number, (...parameters: unknown[]) => unknown>();
  const callbackIds = new WeakMap<object, number>();
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let callbackCount = 0;
  let reply: unknown;

  const ask = (kind: string, detail: unknown): unknown => {
    reply = undefined;
    call(dispatch, page, new PageEvent(`${secret}:${kind}`, { detail }));
    return reply;
  };

  const isPlain = (value: object): boolean => {
    const prototype = Object.getPrototypeOf(value) as unknown;
    return prototype === Object.prototype || prototype === null;
  };
  const mapFields = (value: object, change: (item: unknown) => unknown): Dictionary => {
    const result: Dictionary = {};
    for (const [key, item] of Object.entries(value)) result[key] = change(item);
    return result;
  };

  const outgoing = (value: unknown): unknown => {
    if (typeof value === 'function') {
      let id = callbackIds.get(value);
      if (id === undefined) {
        id = ++callbackCount;
        callbackIds.set(value, id);
        callbacks.set(id, value as (...parameters: unknown[]) => unknown);
      }
      return { $pageFunction: id };
    }
    if (Array.isArray(value)) return value.map(outgoing);
    if (value !== null && typeof value === 'object' && isPlain(value)) return mapFields(value, outgoing);
    return value;
  };

  const incoming = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(incoming);
    if (!isPlain(value)) return value;
    const tagged = value as { $preloadFunction?: number; $promise?: number; $thrown?: string };
    if (tagged.$preloadFunction !== undefined) {
      const id = tagged.$preloadFunction;
      return (...parameters: unknown[]) =>
        incoming(ask('call', { id, parameters: parameters.map(outgoing) }));
    }
    if (tagged.$promise !== undefined) {
      const id = tagged.$promise;
      return new Promise((resolve, reject) => promises.set(id, { resolve, reject }));
    }
    if (tagged.$thrown !== undefined) throw new Error(tagged.$thrown);
    return mapFields(value, incoming);
  };

  const deepFreeze = (value: unknown): unknown => {
    if (value !== null && typeof value === 'object' && (Array.isArray(value) || isPlain(value))) {
      Object.values(value).forEach(deepFreeze);
      Object.freeze(value);
    }
    return value;
  };

  const on = (kind: string, handle: (detail: never) => void): void => {
    call(listen, page, `${secret}:${kind}`, (event: CustomEvent<never>) => {
      event.stopImmediatePropagation();
      handle(event.detail);
    });
  };
  on('reply', (detail: unknown) => {
    reply = detail;
  });
  on('settle', ({ id, ok, value }: { id: number; ok: boolean; value: unknown }) => {
    const waiting = promises.get(id);
    promises.delete(id);
    if (ok) waiting?.resolve(incoming(value));
    else waiting?.reject(new Error(String(value)));
  });
  on('callback', ({ id, parameters }: { id: number; parameters: unknown[] }) => {
    callbacks.get(id)?.(...parameters.map(incoming));
  });
  on('expose', ({ key, api }: { key: string; api: unknown }) => {
    const value = deepFreeze(incoming(api));
    Object.defineProperty(window, key, { value, enumerable: true, configurable: false, writable: false });
  });
}
