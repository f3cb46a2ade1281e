/**
 * The product's `app://local` is `https://local.app.internal` inside Chromium, which cannot register a scheme from
 * outside. Every URL is translated at the border, so that main sees `app://` alone.
 */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

interface Scheme {
  privileges: Record<string, unknown>;
  handler?: SchemeHandler;
}

const schemes = new Map<string, Scheme>();

export function registerScheme(name: string, privileges: Record<string, unknown>): void {
  schemes.set(name, { privileges });
}

export function setHandler(name: string, handler: SchemeHandler | undefined): void {
  const scheme = schemes.get(name);
  if (!scheme)
    throw new Error(`protocol.handle('${name}'): the scheme was not registered as privileged before ready`);
  if (handler && scheme.handler) throw new Error(`protocol.handle('${name}'): the scheme is handled already`);
  if (handler) scheme.handler = handler;
  else delete scheme.handler;
}

export const isHandled = (name: string): boolean => schemes.get(name)?.handler !== undefined;
export const schemeOf = (url: string): string => url.slice(0, Math.max(0, url.indexOf(':')));
export const handlerFor = (url: string): SchemeHandler | undefined => schemes.get(schemeOf(url))?.handler;

const INTERNAL_URL = /^https:\/\/([a-z0-9.-]+)\.([a-z0-9-]+)\.internal(?::443)?(\/.*)?$/s;
const INTERNAL_HOST = /^([a-z0-9.-]+)\.([a-z0-9-]+)\.internal$/;

/** app://local/x → https://local.app.internal/x */
export function toChromium(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/s.exec(url);
  if (!match || !schemes.has(match[1] ?? '')) return url;
  const rest = match[3] ?? '';
  return `https://${match[2]}.${match[1]}.internal${rest.startsWith('/') ? '' : '/'}${rest}`;
}

/** https://local.app.internal/x → app://local/x; `blob:` and `filesystem:` URLs of the origin too. */
export function toApp(url: string): string {
  if (url.startsWith('blob:')) return `blob:${toApp(url.slice(5))}`;
  const match = INTERNAL_URL.exec(url);
  if (!match || !schemes.has(match[2] ?? '')) return url;
  return `${match[2]}://${match[1]}${match[3] ?? '/'}`;
}

export const originOf = (appUrl: string): string =>
  /^[a-z][a-z0-9+.-]*:\/\/[^/]+/.exec(appUrl)?.[0] ?? 'null';

/** Is this host one that a registered scheme stands behind? */
export function isSchemeHost(host: string): boolean {
  const match = INTERNAL_HOST.exec(host);
  return match !== null && schemes.has(match[2] ?? '');
}
