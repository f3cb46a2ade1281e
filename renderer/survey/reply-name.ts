import { replyExtension } from '@shared/survey/reply-format';

/** Without letters that are taken for one another; 32 of them, so that five bits pick one and none is favoured. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
const nameLength = 12;

/** New at every saving: a name says nothing of the reply, and two downloads do not get a "(1)" that tells an order. */
export function replyFileName(random: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const bytes = new Uint8Array(nameLength);
  random(bytes);
  const name = [...bytes].map((byte) => letters[byte % letters.length]).join('');
  return `${name}.${replyExtension}`;
}
