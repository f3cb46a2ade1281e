/** The page's line to the bench server, which stands for the main process: one loopback socket. */
import { decodeWire, encodeWire } from '../wire.js';

interface Reply {
  readonly call: number;
  readonly reply: unknown;
}

const waiting = new Map<number, { resolve: (reply: unknown) => void; reject: (cause: Error) => void }>();
let calls = 0;
let socket: Promise<WebSocket> | null = null;

function connect(): Promise<WebSocket> {
  const made = new WebSocket(`ws://${window.location.host}/`);
  made.binaryType = 'arraybuffer';
  made.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
    const { call, reply } = decodeWire(new Uint8Array(data)) as Reply;
    waiting.get(call)?.resolve(reply);
    waiting.delete(call);
  });
  made.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The bench server closed the line'));
  });
  return new Promise((resolve, reject) => {
    made.addEventListener('open', () => resolve(made));
    made.addEventListener('error', () => reject(new Error('The bench server does not answer')));
  });
}

export async function callMain(channel: string, request: unknown): Promise<unknown> {
  socket ??= connect();
  const line = await socket;
  calls += 1;
  const call = calls;
  const answer = new Promise<unknown>((resolve, reject) => waiting.set(call, { resolve, reject }));
  line.send(encodeWire({ call, channel, request }));
  return answer;
}

/** Milliseconds of a call that does nothing: the part of a save that is the bench's own line. */
export async function roundTrip(): Promise<number> {
  const start = performance.now();
  await callMain('bench.nothing', {});
  return performance.now() - start;
}

/** Milliseconds of appending and syncing as many bytes as the last frame had, measured where it is done. */
export async function appendRaw(): Promise<number> {
  return Number(await callMain('bench.rawAppend', {}));
}
