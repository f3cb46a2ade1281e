/** `app://local/`: the built page, read from one folder and nowhere else. */
import { extname, join, sep } from 'node:path';
import type { AssetsPort } from '../ports';
import { securityHeaders } from './content-security';

export const appScheme = 'app';
export const appOrigin = 'app://local';
export const startUrl = `${appOrigin}/index.html`;

/** The least that lets pages, module workers and storage work; no service workers, no CSP bypass. */
export const appSchemePrivileges = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

const nonceMark = '__CSP_NONCE__';

/** File types that the build makes; anything else is not served. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Whether a URL is of our own page (or of a blob that it made). */
export function isAppUrl(url: string): boolean {
  return url.startsWith(`${appOrigin}/`) || url.startsWith(`blob:${appOrigin}/`);
}

/** The file that a URL names inside `root`, or null when it names none there. */
export function assetPath(root: string, url: string): string | null {
  let parsed: URL;
  let path: string;
  try {
    parsed = new URL(url);
    path = decodeURIComponent(parsed.pathname);
  } catch {
    return null;
  }
  if (parsed.protocol !== `${appScheme}:` || parsed.host !== 'local') return null;
  if (/[\0\\:]/.test(path)) return null;
  const full = join(root, path === '/' ? 'index.html' : path);
  return full.startsWith(root.endsWith(sep) ? root : root + sep) ? full : null;
}

export interface AppSchemeDeps {
  readonly root: string;
  readonly assets: AssetsPort;
  /** A new unguessable value each time. */
  readonly createNonce: () => string;
}

/** The handler for `protocol.handle`. A page gets a nonce of its own with each load. */
export function createAppSchemeHandler(deps: AppSchemeDeps): (request: Request) => Promise<Response> {
  const refuse = (status: number): Response => new Response(null, { status, headers: securityHeaders(null) });
  return async (request) => {
    if (request.method !== 'GET') return refuse(405);
    const path = assetPath(deps.root, request.url);
    const type = path === null ? undefined : mimeTypes[extname(path)];
    if (path === null || type === undefined) return refuse(404);
    let bytes: Uint8Array;
    try {
      bytes = await deps.assets.readFile(path);
    } catch {
      return refuse(404);
    }
    if (!type.startsWith('text/html')) {
      return new Response(new Uint8Array(bytes), {
        headers: { ...securityHeaders(null), 'Content-Type': type },
      });
    }
    const nonce = deps.createNonce();
    const page = new TextDecoder().decode(bytes).replaceAll(nonceMark, nonce);
    return new Response(page, { headers: { ...securityHeaders(nonce), 'Content-Type': type } });
  };
}
