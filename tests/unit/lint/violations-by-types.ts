/** One violation of each rule that goes by types. `world.ts` declares the names they use. */
export const violationsByTypes: Readonly<Record<string, string>> = {
  'typescript/await-thenable': `export async function v(): Promise<void> { await num; }`,
  'typescript/no-array-delete': `delete list[0];`,
  'typescript/no-base-to-string': `export const v = String(obj);`,
  'typescript/no-confusing-void-expression': `export function v(): void { return nothing(); }`,
  'typescript/no-deprecated': `old();`,
  'typescript/no-duplicate-type-constituents': `export type V = 'a' | 'a';`,
  'typescript/no-floating-promises': `wait();`,
  'typescript/no-for-in-array': `for (const i in list) takes(i.length);`,
  'typescript/no-generated-empty-object-type': `export type V = Omit<{ a: 1 }, 'a'>;`,
  'typescript/no-implied-eval': `setTimeout('a', 1);`,
  'typescript/no-meaningless-void-operator': `void nothing();`,
  'typescript/no-misused-promises': `if (wait()) nothing();`,
  'typescript/no-misused-spread': `export const v = { ...list };`,
  'typescript/no-mixed-enums': `export enum V { A = 1, B = 'b' }`,
  'typescript/no-redundant-type-constituents': `export type V = string | 'a';`,
  'typescript/no-unnecessary-boolean-literal-compare': `if (bool === true) nothing();`,
  'typescript/no-unnecessary-condition': `export const v = num ?? 1;`,
  'typescript/no-unnecessary-template-expression': "export const v = `${'a'}`;",
  'typescript/no-unnecessary-type-arguments': `generic<string>();`,
  'typescript/no-unnecessary-type-assertion': `export const v = (num as number) + 1;`,
  'typescript/no-unnecessary-type-conversion': `export const v = String(str);`,
  'typescript/no-unnecessary-type-parameters': `export function v<T>(x: T): void { takes(typeof x === 'number' ? 1 : 2); }`,
  'typescript/no-unsafe-argument': `takes(anything);`,
  'typescript/no-unsafe-assignment': `const v = anything; nothing(v);`,
  'typescript/no-unsafe-call': `anything();`,
  'typescript/no-unsafe-enum-assignment': `enum Size { Small, Large }\nexport const v: Size = num;`,
  'typescript/no-unsafe-enum-comparison': `enum Size { Small = 1, Large }\nexport const v = (x: Size): boolean => x === 1;`,
  'typescript/no-unsafe-member-access': `takes(anything.a);`,
  'typescript/no-unsafe-return': `export function v(): number { return anything; }`,
  'typescript/no-unsafe-unary-minus': `export const v = -str;`,
  'typescript/no-useless-default-assignment': `export function v({ a = 1 }: { a: number }): number { return a; }`,
  'typescript/only-throw-error': `throw 'x';`,
  'typescript/prefer-promise-reject-errors': `export const v = Promise.reject('x');`,
  'typescript/prefer-reduce-type-parameter': `export const v = list.reduce((all, n) => [...all, n], [] as number[]);`,
  'typescript/prefer-return-this-type': `export class V { v(): V { return this; } }`,
  'typescript/related-getter-setter-pairs': `export interface V { get v(): string; set v(x: number) }`,
  'typescript/require-await': `export async function v(): Promise<number> { return num; }`,
  'typescript/restrict-plus-operands': `export const v = str + num;`,
  'typescript/restrict-template-expressions': 'export const v = `${obj}`;',
  'typescript/return-await': `export async function v(): Promise<void> { try { return wait(); } catch { await wait(); } }`,
  'typescript/switch-exhaustiveness-check': `switch (either) { case 'a': nothing(); }`,
  'typescript/use-unknown-in-catch-callback-variable': `wait().catch((e) => { nothing(e); });`,
};

/** The names above and in `violationsBySyntax`: a whole small world for them. */
export const world = `
declare global {
  const anything: any;
  const str: string;
  const num: number;
  const bool: boolean;
  const maybe: string | undefined;
  const either: 'a' | 'b';
  const obj: { a: number };
  const list: number[];
  const bag: Record<string, number>;
  const holder: { held: { a: number } } | undefined;
  function takes(x: number): void;
  function nothing(x?: unknown): void;
  function wait(): Promise<void>;
  function generic<T = string>(x?: T): T;
  /** @deprecated There is a newer one. */
  function old(): void;
}
export {};
`;
