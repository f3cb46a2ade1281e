/** Who is measured, on how many records, and how often. */
export interface Lane {
  /** Of `--only`, of the JSON and of the targets. */
  readonly name: string;
  readonly contender: string;
  readonly title: string;
  readonly runsIn: 'pages' | 'peers' | 'node';
  readonly size: 'full' | 'small';
  /** The slow ones are opened less often. */
  readonly maxRounds: number;
  /** Saves and searches are measured here. */
  readonly isOurs: boolean;
}

export const smallRecords = 10_000;
const many = 1000;
const few = 3;

const lane = (
  name: string,
  title: string,
  runsIn: Lane['runsIn'],
  size: Lane['size'],
  more: Partial<Lane> = {},
): Lane => ({ name, contender: name, title, runsIn, size, maxRounds: many, isOurs: false, ...more });

export const lanes = [
  lane('raw-segments', 'Plain Dexie, 256 records in a sealed row', 'pages', 'full'),
  lane('vault', 'Ours', 'pages', 'full', { isOurs: true }),
  lane('raw-rows', 'Plain Dexie, one sealed row per record', 'pages', 'full'),
  lane('sqlcipher', 'SQLCipher in Node', 'node', 'full'),
  lane('vault-small', 'Ours', 'pages', 'small', { contender: 'vault' }),
  lane('sqlcipher-small', 'SQLCipher in Node', 'node', 'small', { contender: 'sqlcipher' }),
  lane('dexie-encrypted', 'dexie-encrypted', 'peers', 'small', { maxRounds: few }),
  lane('rxdb', 'RxDB with encryption-crypto-js', 'peers', 'small', { maxRounds: few }),
  lane('pouchdb', 'PouchDB with crypto-pouch', 'peers', 'small', { maxRounds: few }),
] as const satisfies readonly Lane[];

export type LaneName = (typeof lanes)[number]['name'];

/** A lane by its own name or its contender's: `--only vault` runs both sizes. */
export function chooseLanes(only: readonly string[]): readonly Lane[] {
  return only.length === 0
    ? lanes
    : lanes.filter(({ name, contender }) => only.includes(name) || only.includes(contender));
}
