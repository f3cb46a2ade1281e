/**
 * Rounds of one lane: work, a kill at a random moment, perhaps some damage, and then a look at what is there. A vault
 * lives for some rounds; then a new one begins.
 */
import { createSeeded, type Seeded } from '@shared/demo/seeded';
import { type Door, DoorGone, type Method } from './door';
import { passphraseOf } from '../support/vault-kit';
import { newModel, readState, settle } from './model';
import { Durations, watchDoor, type WatchedDoor } from './watched-door';
import { begin, reopen, workNames, works, type Running, type WorkName } from './work';

/** Where a vault lives, for as many rounds as it does. */
export interface Life {
  open(): Promise<Door>;
  /** Between the kill and the next start. Says what it did, or null. */
  damage?(random: Seeded): Promise<string | null>;
  /** Newest names last. */
  backups(): Promise<readonly string[]>;
  end(): Promise<void>;
}

export interface LaneOrder {
  readonly rounds: number;
  readonly seed: number;
  /** Milliseconds within which a kill comes that is not aimed at one call. */
  readonly within: number;
  readonly roundsOfALife: number;
  newLife(number: number): Promise<Life>;
  /** Each so many rounds, the vault is checked in full and its newest backup drilled. */
  readonly checkEach: number;
  readonly say: (line: string) => void;
}

export interface LaneReport {
  rounds: number;
  readonly byWork: Map<string, number>;
  /** What the kills came upon. */
  readonly byMethod: Map<string, number>;
  readonly byDamage: Map<string, number>;
  acknowledged: number;
  unanswered: number;
  torn: number;
  checked: number;
  drilled: number;
  /** After damage the browser could not open its IndexedDB any more; nothing was lost, and nothing is cached. */
  cacheless: number;
  readonly failures: string[];
}

export function newLaneReport(): LaneReport {
  return {
    rounds: 0,
    byWork: new Map(),
    byMethod: new Map(),
    byDamage: new Map(),
    acknowledged: 0,
    unanswered: 0,
    torn: 0,
    checked: 0,
    drilled: 0,
    cacheless: 0,
    failures: [],
  };
}

const mainMethods: Readonly<Record<WorkName, readonly Method[]>> = {
  saving: ['commit'],
  'passphrase change': ['setPassphrase', 'replaceRecoveryCode'],
  compaction: ['compact'],
  backup: ['backUp'],
  restore: ['restoreBackup'],
  erasure: ['erasePerson', 'purge'],
};

const firstPassphrase = 'harbour lantern thistle';
const startedAt = Date.UTC(2026, 10, 24, 9);

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export const countIn = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

export function refuse(what: string, { tag }: { readonly tag: string }): never {
  throw new Error(`${what} was refused: ${tag}`);
}

export async function runLane(order: LaneOrder, report: LaneReport): Promise<void> {
  const durations = new Durations();
  for (let round = 0; round < order.rounds;) {
    const number = Math.floor(round / order.roundsOfALife);
    const life = await order.newLife(number);
    const model = newModel(startedAt);
    const fail = (why: string): void => {
      report.failures.push(`round ${String(round)} (seed ${String(order.seed)}): ${why}`);
      order.say(`      FAILED round ${String(round)}: ${why}`);
    };
    let door = watchDoor(await life.open(), durations);
    try {
      const random = createSeeded(order.seed * 1009 + number);
      await begin({ door, model, random, onRefused: refuse }, firstPassphrase);
      const end = Math.min(order.rounds, round + order.roundsOfALife);
      let isDamaged = false;
      for (let goesOn = true; goesOn && round < end; round += 1) {
        const before = model.acknowledged;
        const running = { door, model, random, onRefused: refuse };
        await workUntilKilled(running, door, round, order, durations, report).catch((cause: unknown) => {
          fail(textOf(cause));
        });
        await door.kill();
        report.acknowledged += model.acknowledged - before;
        report.unanswered += model.pending.length;
        const damage = (await life.damage?.(random)) ?? null;
        if (damage !== null) countIn(report.byDamage, damage);
        isDamaged ||= damage !== null;
        door = watchDoor(await life.open(), durations);
        const cacheless = report.cacheless;
        const look = { life, report, isInFull: round % order.checkEach === 0, isDamaged };
        const why = await lookAtVault({ ...running, door }, look).catch(textOf);
        if (why !== null) fail(damage === null ? why : `${why} (after ${damage})`);
        // A vault that lost something, or has no cache any more, is not gone on with.
        goesOn = why === null && report.cacheless === cacheless;
        report.rounds += 1;
      }
    } catch (cause) {
      fail(`a vault could not be begun: ${textOf(cause)}`);
      round += 1;
    } finally {
      await door.kill().catch(() => undefined);
      await life.end();
    }
  }
}

export function textOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

/** Half of the kills come at any time, half of them somewhere inside the one call that the round is about. */
async function workUntilKilled(
  running: Running,
  door: WatchedDoor,
  round: number,
  order: LaneOrder,
  durations: Durations,
  report: LaneReport,
): Promise<void> {
  const { random } = running;
  const work = workNames[round % workNames.length] ?? 'saving';
  const main = mainMethods[work];
  countIn(report.byWork, work);
  let kill: (after: number) => void = () => undefined;
  const killed = new Promise<void>((resolve, reject) => {
    let timer: NodeJS.Timeout | null = null;
    kill = (after) => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => {
        for (const method of new Set(door.underWay())) countIn(report.byMethod, method);
        if (door.underWay().length === 0) countIn(report.byMethod, 'nothing');
        door.kill().then(resolve, reject);
      }, after);
    };
  });
  const isAimed = random.chance(0.5);
  const share = random.next();
  kill(isAimed ? order.within * 4 : share * order.within);
  let calls = isAimed ? random.whole(1, 2) : 0;
  door.onCall = (method) => {
    if (!main.includes(method)) return;
    calls -= 1;
    if (calls === 0) kill(share * 1.3 * durations.of(method, order.within / 2));
  };
  const working = works[work](running).catch((cause: unknown) => {
    if (!(cause instanceof DoorGone)) throw cause;
  });
  await Promise.all([working, killed]);
}

interface Look {
  readonly life: Life;
  readonly report: LaneReport;
  /** Checked in full, and the newest backup drilled. */
  readonly isInFull: boolean;
  readonly isDamaged: boolean;
}

/** Null: it opens, and holds what it should. */
async function lookAtVault(
  running: Running,
  { life, report, isInFull, isDamaged }: Look,
): Promise<string | null> {
  const { door, model } = running;
  const opened = await reopen(running);
  if (!opened.ok) return opened.why;
  if (opened.torn) report.torn += 1;
  if (opened.findings.length > 0) return `the unlock told ${opened.findings.join(', ')}`;
  const wrong = settle(model, await readState(door));
  if (wrong !== null) return wrong;
  if (!isInFull) return null;
  const checked = await door.call('check', { at: (model.at += 1) });
  if (!checked.ok) return `the check ended with ${checked.error.tag}`;
  const open = checked.value.findings.filter(({ isMended }) => !isMended);
  const left = isDamaged ? open.filter(({ piece }) => piece !== 'cache') : open;
  if (left.length < open.length) report.cacheless += 1;
  if (left.length > 0)
    return `the check found ${left.map(({ piece, problem }) => `${piece} ${problem}`).join(', ')}`;
  report.checked += 1;
  return drillNewest(running, life, report);
}

async function drillNewest({ door, model }: Running, life: Life, report: LaneReport): Promise<string | null> {
  const name = (await life.backups()).at(-1);
  if (name === undefined) return model.backup === null ? null : 'no backup is left';
  // It opens with the passphrase of its time: the round that changed it has made a new one since, or not.
  const drilled = await door.call('drill', {
    source: { from: 'folder', name },
    secret: { by: 'passphrase', bytes: passphraseOf(model.passphrases[0] ?? '') },
  });
  report.drilled += 1;
  if (drilled.ok || drilled.error.tag === 'WrongPassphrase') return null;
  return `the newest backup did not open: ${drilled.error.tag}`;
}
