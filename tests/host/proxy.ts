/**
 * The one door of Chromium's network stack: a proxy on the loopback address. It ends the TLS of the product's own
 * origin and answers from the real `protocol.handle`; it refuses everything else and writes it down. Pages, workers,
 * nested workers and module scripts all come through here, whether or not a debugger had attached to them in time.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { createCertificate } from './certificate.js';
import { errorText, log } from './log.js';
import { handlerFor, isSchemeHost, toApp } from './schemes.js';
import { filterHeaders, isCancelledByMain, type RequestFacts } from './web-request.js';

/** Chromium's calls to its maker, by exact name or ending. Nothing else is forgiven. */
const MAKERS_HOSTS = ['google.com', 'googleapis.com', 'gstatic.com', 'gvt1.com', 'googleusercontent.com'];

const isMakersHost = (host: string): boolean =>
  MAKERS_HOSTS.some((name) => host === name || host.endsWith(`.${name}`));

function refuse(entry: string, host: string): void {
  if (isMakersHost(host)) log.chromiumOwn.push(entry);
  else log.network.push(entry);
}

const DESTINATION_TO_RESOURCE_TYPE: Readonly<Record<string, string>> = {
  document: 'mainFrame',
  iframe: 'subFrame',
  style: 'stylesheet',
  script: 'script',
  worker: 'script',
  image: 'image',
  font: 'font',
  object: 'object',
  empty: 'xhr',
  audio: 'media',
  video: 'media',
};

function plainHeaders(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name === 'host' || name === 'connection') continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function answerFromScheme(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = toApp(`https://${request.headers.host ?? ''}${request.url ?? '/'}`);
  const method = request.method ?? 'GET';
  const facts: RequestFacts = {
    url,
    method,
    resourceType: DESTINATION_TO_RESOURCE_TYPE[String(request.headers['sec-fetch-dest'])] ?? 'other',
  };
  log.requests.push(url);
  const handler = handlerFor(url);
  if (!handler || (await isCancelledByMain(facts))) {
    log.blocked.push(`${method} ${url}`);
    request.socket.destroy();
    return;
  }
  const body = method === 'GET' || method === 'HEAD' ? undefined : new Uint8Array(await readBody(request));
  const answer = await handler(
    new Request(url, { method, headers: plainHeaders(request), ...(body ? { body } : {}) }),
  );
  const received: Record<string, string[]> = {};
  answer.headers.forEach((value, name) => (received[name] ??= []).push(value));
  const headers = await filterHeaders(facts, answer.status, received);
  if (!headers) {
    log.blocked.push(`${method} ${url}`);
    request.socket.destroy();
    return;
  }
  // Electron keeps no HTTP cache for a custom scheme.
  const isCacheNamed = Object.keys(headers).some((name) => name.toLowerCase() === 'cache-control');
  response.writeHead(answer.status, { ...headers, ...(isCacheNamed ? {} : { 'cache-control': 'no-store' }) });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

export interface TrapProxy {
  readonly port: number;
  readonly spkiHash: string;
}

export async function startTrapProxy(): Promise<TrapProxy> {
  const { key, cert, spkiHash } = createCertificate(['*.app.internal']);
  const secureContext = createSecureContext({ key, cert });

  const origin = createServer((request, response) => {
    answerFromScheme(request, response).catch((error: unknown) => {
      log.hostErrors.push(`protocol.handle failed for ${request.url ?? ''}: ${errorText(error)}`);
      request.socket.destroy();
    });
  });
  origin.keepAliveTimeout = 60_000;
  // A web socket to the product's own origin has nothing to talk to.
  origin.on('upgrade', (request, socket) => {
    log.network.push(`UPGRADE ${request.headers.host ?? ''}${request.url ?? ''}`);
    socket.destroy();
  });

  const proxy = createServer((request, response) => {
    const url = request.url ?? '';
    refuse(`${request.method ?? ''} ${url}`, /^[a-z]+:\/\/([^/:?#]+)/.exec(url)?.[1] ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket, head) => {
    socket.on('error', () => undefined);
    const [host = '', port] = (request.url ?? '').split(':');
    if (port !== '443' || !isSchemeHost(host)) {
      refuse(`CONNECT ${request.url ?? ''}`, host);
      socket.end('HTTP/1.1 502 Refused by the test host\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    const secure = new TLSSocket(socket, { isServer: true, secureContext });
    secure.on('error', () => undefined);
    origin.emit('connection', secure);
  });
  proxy.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  proxy.unref();
  return { port: (proxy.address() as AddressInfo).port, spkiHash };
}
