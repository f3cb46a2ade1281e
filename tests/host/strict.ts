/**
 * The host gives exactly the part of Electron that the product uses. Whatever else is touched throws and says its
 * name, so that a new use of Electron is noticed here and not taken for a passing test.
 */
import { EventEmitter } from 'node:events';

const ALWAYS_READABLE = new Set<PropertyKey>([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'name',
  'length',
]);

export class NotInHostError extends Error {
  override name = 'NotInHostError';
  constructor(member: string) {
    super(
      `electron: ${member} is not provided by the Chromium host (tests/host). Add it there if the product needs it.`,
    );
  }
}

/** Wraps an object, or a class with its static members, so that reading an unknown member throws. */
export function strict<T extends object>(label: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || ALWAYS_READABLE.has(key)) {
        return Reflect.get(object, key, receiver) as unknown;
      }
      throw new NotInHostError(`${label}.${key}`);
    },
  });
}

/** An event emitter that refuses to listen for events which the host would never send. */
export class StrictEmitter extends EventEmitter {
  constructor(
    private readonly label: string,
    private readonly knownEvents: readonly string[],
  ) {
    super();
    this.setMaxListeners(50);
  }

  private check(event: string | symbol): void {
    if (typeof event === 'string' && event !== 'newListener' && !this.knownEvents.includes(event)) {
      throw new NotInHostError(`${this.label} event '${event}'`);
    }
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    this.check(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override addListener(event: string | symbol, listener: (...args: never[]) => void): this {
    return this.on(event, listener);
  }

  override once(event: string | symbol, listener: (...args: never[]) => void): this {
    this.check(event);
    return super.once(event, listener as (...args: unknown[]) => void);
  }
}

export interface HostEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function createEvent<T extends object>(extra?: T): HostEvent & T {
  const event = {
    ...(extra ?? ({} as T)),
    defaultPrevented: false,
    preventDefault(): void {
      event.defaultPrevented = true;
    },
  };
  return event;
}

/** Options that the host would silently ignore are refused by name. */
export function refuseUnknownOptions(label: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw new NotInHostError(`${label} option '${key}'`);
  }
}
