/** A magic of ours with a later digit at its end, such as "STB2": the digit. Null for this one and for any other. */
export function newerMagicVersion(magic: Uint8Array, ours: string): number | null {
  for (let index = 0; index < ours.length - 1; index += 1) {
    if (magic[index] !== ours.charCodeAt(index)) return null;
  }
  const digit = (magic[ours.length - 1] ?? 0) - 48;
  return digit >= 2 && digit <= 9 ? digit : null;
}
