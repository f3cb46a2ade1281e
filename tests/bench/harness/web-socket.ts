/**
 * The least of RFC 6455 that the bench's own page needs: one message, one answer, both binary. A fetch costs
 * several times as much as this on the way, and what is measured is the vault, not HTTP.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const binary = 2;
const closing = 8;

type Answer = (message: Uint8Array) => Promise<Uint8Array>;

export function acceptSocket(request: IncomingMessage, socket: Duplex, answer: Answer): void {
  const accept = createHash('sha1')
    .update(`${request.headers['sec-websocket-key'] ?? ''}${guid}`)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let pieces: Buffer[] = [];
  let held = 0;
  let needed = 2;
  let message: Buffer[] = [];
  socket.on('error', () => socket.destroy());
  socket.on('data', (piece: Buffer) => {
    pieces.push(piece);
    held += piece.length;
    // Joined only when a whole frame can be there: a frame of a megabyte comes in many pieces.
    while (held >= needed) {
      const buffer: Buffer = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
      const frame = frameAt(buffer);
      pieces = [buffer];
      if (typeof frame === 'number') {
        needed = frame;
        continue;
      }
      pieces = [buffer.subarray(frame.end)];
      held -= frame.end;
      needed = 2;
      if (frame.opcode === closing) {
        socket.end();
        return;
      }
      message.push(frame.body);
      if (!frame.isLast) continue;
      const whole = Buffer.concat(message);
      message = [];
      void answer(new Uint8Array(whole.buffer, whole.byteOffset, whole.length)).then(
        (reply) => socket.write(Buffer.concat([headOf(reply.length), reply])),
        (cause: unknown) => {
          process.stderr.write(`bench server: ${String(cause)}\n`);
          socket.destroy();
        },
      );
    }
  });
}

interface Frame {
  readonly isLast: boolean;
  readonly opcode: number;
  readonly body: Buffer;
  readonly end: number;
}

/** The frame at the start, or how many bytes have to be there to know more. */
function frameAt(buffer: Buffer): Frame | number {
  const short = buffer[1]! & 0x7f;
  const maskAt = short === 126 ? 4 : short === 127 ? 10 : 2;
  const bodyAt = maskAt + 4;
  if (buffer.length < bodyAt) return bodyAt;
  const length =
    short === 126 ? buffer.readUInt16BE(2) : short === 127 ? Number(buffer.readBigUInt64BE(2)) : short;
  const end = bodyAt + length;
  if (buffer.length < end) return end;
  const body = Buffer.from(buffer.subarray(bodyAt, end));
  for (let at = 0; at < length; at += 1) body[at]! ^= buffer[maskAt + (at & 3)]!;
  return { isLast: (buffer[0]! & 0x80) !== 0, opcode: buffer[0]! & 0x0f, body, end };
}

function headOf(length: number): Buffer {
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x80 | binary;
  if (length < 126) head[1] = length;
  else if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return head;
}
