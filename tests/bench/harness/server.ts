/**
 * What the page talks to: the bundled pages, and main's own vault files service on a real folder. Loopback only.
 * Cross-origin isolated, so that the page's clock is fine and its memory can be measured.
 */
import { mkdtemp, open, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Duplex } from 'node:stream';
import { decodeWire, encodeWire } from '../wire.js';
import { createMainProcess, type MainProcess } from './main-process.js';
import { acceptSocket } from './web-socket.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

export interface BenchServer {
  readonly origin: string;
  /** The vault's calls go to this folder from now on. */
  useFolder(folder: string): void;
  /** How long main's own part of each append took since it was last asked. */
  takeAppendMs(): readonly number[];
  close(): Promise<void>;
}

interface Call {
  readonly call: number;
  readonly channel: string;
  readonly request: unknown;
}

export async function startServer(pages: string): Promise<BenchServer> {
  /** One for each folder for the whole run: only the pages are started afresh. */
  const mains = new Map<string, MainProcess>();
  let folder = '';
  let lastFrameBytes = 4096;
  let appendMs: number[] = [];

  const ipc = async (channel: string, request: unknown): Promise<unknown> => {
    if (channel === 'bench.nothing') return null;
    if (channel === 'bench.rawAppend') return appendRaw(folder, lastFrameBytes);
    const handler = mains.get(folder)?.get(channel);
    if (handler === undefined) throw new Error(`No channel ${channel}`);
    if (channel !== 'vault.appendFrame') return handler(request);
    const start = performance.now();
    const answer = await handler(request);
    appendMs.push(performance.now() - start);
    lastFrameBytes = (request as { frame: Uint8Array }).frame.length;
    return answer;
  };

  const server = createServer((request, response) => {
    servePage(pages, request, response).catch(() => response.writeHead(404, headers).end());
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    acceptSocket(request, socket, async (message) => {
      const { call, channel, request: asked } = decodeWire(message) as Call;
      return encodeWire({ call, reply: await ipc(channel, asked) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bench server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    useFolder: (next) => {
      folder = next;
      if (!mains.has(next)) mains.set(next, createMainProcess(next));
    },
    takeAppendMs: () => {
      const taken = appendMs;
      appendMs = [];
      return taken;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function servePage(pages: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = normalize(new URL(request.url ?? '/', 'http://bench').pathname);
  const bytes = await readFile(join(pages, path));
  response.writeHead(200, { ...headers, 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
  response.end(bytes);
}

/** The least that a durable save can cost: open at the end of a file, write, fdatasync. */
async function appendRaw(folder: string, length: number): Promise<number> {
  const bytes = new Uint8Array(length).fill(0x5a);
  const start = performance.now();
  const file = await open(join(folder, 'raw-append.bin'), 'a', 0o600);
  try {
    await file.write(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
  return performance.now() - start;
}

export async function makeFolder(parent: string): Promise<string> {
  return mkdtemp(join(parent, 'steading-bench-'));
}
