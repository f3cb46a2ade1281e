/** `--name value` or `--name=value` on the command line. */
export function textArgument(name: string): string | null {
  const at = process.argv.findIndex((argument) => argument === name || argument.startsWith(`${name}=`));
  if (at < 0) return null;
  const found = process.argv[at] ?? '';
  const value = found === name ? process.argv[at + 1] : found.slice(name.length + 1);
  if (value === undefined || value === '') throw new Error(`${name} needs a value`);
  return value;
}

export function numberArgument(name: string, otherwise: number): number {
  const text = textArgument(name);
  if (text === null) return otherwise;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${name} needs a whole number`);
  return number;
}
