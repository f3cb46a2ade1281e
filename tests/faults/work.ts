/** What is under way when the kill comes. Each goes on until the door is gone. */
import type { Seeded } from '@shared/demo/seeded';
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { personKind } from '@shared/records/person/person';
import { supervisionSessionKind } from '@shared/records/supervision-session/supervision-session';
import type { Write } from '@shared/vault/vault-api';
import { codeOf, passphraseOf } from '../support/vault-kit';
import type { Door } from './door';
import {
  during,
  duringMaybe,
  effectOf,
  readState,
  settle,
  type Model,
  type Standing,
  type State,
} from './model';

export interface Running {
  readonly door: Door;
  readonly model: Model;
  readonly random: Seeded;
  /** An answer that is an error: in most lanes a fault, on a full disk what is expected. */
  readonly onRefused: (what: string, error: { readonly tag: string }) => void;
}

type Work = (running: Running) => Promise<void>;

const minuteMs = 60_000;
const maxRecords = 150;

const tick = (model: Model): number => (model.at += minuteMs);

function newId(random: Seeded): RecordId {
  return recordIdFromBytes(Uint8Array.from({ length: 16 }, () => random.whole(0, 255)));
}

function idsOf(state: State, kind: Standing['kind']): readonly RecordId[] {
  return [...state].flatMap(([id, standing]) => (standing.kind === kind ? id : []));
}

function personValue(random: Seeded): unknown {
  return {
    ...personKind.examples[0],
    role: random.pick(['Key worker', 'Team lead', 'Peer worker']),
    payrollNumber: String(random.whole(10_000, 99_999)),
  };
}

function sessionValue(personIds: readonly RecordId[], random: Seeded): unknown {
  const kind = personIds.length > 1 ? 'reflective-group' : 'clinical';
  const note = 'A quieter week, and the rota is helping. '.repeat(random.whole(1, 80));
  return { ...supervisionSessionKind.examples[0], kind, personIds, note };
}

/** One to four writes about records that no other call under way is about. */
function someWrites({ model, random }: Running, busy: Set<RecordId>): readonly Write[] {
  const { state } = model;
  const people = idsOf(state, 'person');
  const writes: Write[] = [];
  for (let count = random.whole(1, 4); count > 0; count -= 1) {
    const free = [...state].filter(([id]) => !busy.has(id));
    const isFull = state.size > maxRecords;
    if (free.length > 0 && random.chance(isFull ? 0.9 : 0.5)) {
      const [id, { kind, revision, value }] = random.pick(free);
      busy.add(id);
      if (kind !== 'person' && random.chance(isFull ? 0.6 : 0.2))
        writes.push({ type: 'remove', kind, id, baseRevision: revision });
      else
        writes.push({ type: 'put', kind, id, baseRevision: revision, value: changed(kind, value, random) });
      continue;
    }
    const id = newId(random);
    busy.add(id);
    const isPerson = people.length < 3 || random.chance(0.1);
    const owners = isPerson ? [] : [...new Set([random.pick(people), random.pick(people)])];
    const value = isPerson ? personValue(random) : sessionValue(owners, random);
    writes.push({
      type: 'put',
      kind: isPerson ? 'person' : 'supervision-session',
      id,
      baseRevision: 0,
      value,
    });
  }
  return writes;
}

function changed(kind: Standing['kind'], value: unknown, random: Seeded): unknown {
  if (kind === 'person') return personValue(random);
  return sessionValue((value as { personIds: readonly RecordId[] }).personIds, random);
}

async function saveOnce(running: Running, busy: Set<RecordId>): Promise<void> {
  const { door, model, onRefused } = running;
  const writes = someWrites(running, busy);
  const at = tick(model);
  const saved = await during(model, `a commit of ${String(writes.length)}`, effectOf(writes), () =>
    door.call('commit', { writes, at }),
  );
  for (const { id } of writes) busy.delete(id);
  if (!saved.ok) onRefused('commit', saved.error);
}

export async function saveSome(running: Running, times: number): Promise<void> {
  const busy = new Set<RecordId>();
  for (let time = 0; time < times; time += 1) await saveOnce(running, busy);
}

/** One to three at a time. */
const saving: Work = async (running) => {
  const busy = new Set<RecordId>();
  const lanes = running.random.whole(1, 3);
  const lane = async (): Promise<void> => {
    for (;;) await saveOnce(running, busy);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

const compacting: Work = async (running) => {
  const { door, model, onRefused } = running;
  const saves = saving({ ...running });
  const compacts = async (): Promise<void> => {
    for (;;) {
      const done = await door.call('compact', { at: tick(model), force: true });
      if (!done.ok) onRefused('compact', done.error);
    }
  };
  await Promise.all([saves, compacts()]);
};

const changingPassphrase: Work = async (running) => {
  const { door, model, random, onRefused } = running;
  for (;;) {
    await saveSome(running, random.whole(0, 2));
    if (random.chance(0.3)) {
      const before = model.codes;
      // A backup has the ways in of when it was made.
      model.backup = null;
      // The new one is only known from the answer: unanswered, either the old one opens or none that we know.
      model.codes = [];
      const made = await door.call('replaceRecoveryCode', {});
      if (made.ok) model.codes = [made.value.recoveryCode];
      else {
        model.codes = before;
        onRefused('replaceRecoveryCode', made.error);
      }
      continue;
    }
    const next = `new passphrase ${String(random.whole(0, 1_000_000))} of the pier`;
    const before = model.passphrases;
    model.backup = null;
    model.passphrases = [...before, next];
    const set = await door.call('setPassphrase', { passphrase: passphraseOf(next) });
    if (set.ok) model.passphrases = [next];
    else {
      model.passphrases = before;
      onRefused('setPassphrase', set.error);
    }
  }
};

const backingUp: Work = async (running) => {
  const { random } = running;
  for (;;) {
    await backUpOnce(running);
    await saveSome(running, random.whole(1, 3));
  }
};

async function backUpOnce({ door, model, onRefused }: Running): Promise<void> {
  const { state } = model;
  const made = await door.call('backUp', { at: tick(model) });
  if (made.ok) model.backup = { name: made.value.name, state };
  else onRefused('backUp', made.error);
}

/** Locks, puts the newest backup in the vault's place, opens it again, saves into it. */
const restoring: Work = async (running) => {
  const { door, model, random, onRefused } = running;
  for (;;) {
    await backUpOnce(running);
    await saveSome(running, random.whole(1, 4));
    if (model.backup === null) continue;
    const { name, state } = model.backup;
    const [passphrase = ''] = model.passphrases;
    await door.call('lock', {});
    model.mayBeOlder = true;
    const restored = await duringMaybe(
      model,
      'a restore',
      () => state,
      () =>
        door.call('restoreBackup', {
          source: { from: 'folder', name },
          secret: { by: 'passphrase', bytes: passphraseOf(passphrase) },
          at: tick(model),
        }),
    );
    if (!restored.ok) onRefused('restoreBackup', restored.error);
    const opened = await door.call('unlock', { passphrase: passphraseOf(passphrase) });
    if (!opened.ok) throw new Error(`After a restore it did not open: ${opened.error.tag}`);
    if (!restored.ok) await lookAgain(running);
    await acceptOlder(running, opened.value.isOlderCopy);
  }
};

const erasing: Work = async (running) => {
  const { random, model } = running;
  for (;;) {
    await saveSome(running, random.whole(2, 5));
    if (random.chance(0.5)) await erasePerson(running);
    else await purge(running);
    // A backup of before an erasure is not one to compare with any more.
    model.backup = null;
  }
};

async function erasePerson(running: Running): Promise<void> {
  const { door, model, random, onRefused } = running;
  const people = idsOf(model.state, 'person');
  if (people.length < 2) return;
  const personId = random.pick(people);
  const redactions = [...model.state].flatMap(([id, { kind, revision, value }]): Write[] => {
    if (id === personId) return [{ type: 'remove', kind, id, baseRevision: revision }];
    if (kind !== 'supervision-session') return [];
    const { personIds } = value as { readonly personIds: readonly RecordId[] };
    if (!personIds.includes(personId)) return [];
    const others = personIds.filter((each) => each !== personId);
    if (others.length === 0) return [{ type: 'remove', kind, id, baseRevision: revision }];
    return [{ type: 'put', kind, id, baseRevision: revision, value: sessionValue(others, random) }];
  });
  const erased = await duringMaybe(model, 'an erasure', effectOf(redactions), () =>
    door.call('erasePerson', { personId, redactions, at: tick(model) }),
  );
  if (erased.ok) return;
  onRefused('erasePerson', erased.error);
  await lookAgain(running);
}

/** What was refused after its frame was written stands all the same: erased, and not to the end. */
async function lookAgain({ door, model }: Running): Promise<void> {
  const wrong = settle(model, await readState(door));
  if (wrong !== null) throw new Error(`After a refusal: ${wrong}`);
}

async function purge(running: Running): Promise<void> {
  const { door, model, random, onRefused } = running;
  const sessions = idsOf(model.state, 'supervision-session');
  if (sessions.length === 0) return;
  const ids = [...new Set([random.pick(sessions), random.pick(sessions)])];
  const gone = new Set(ids);
  const effect = (state: State): State => new Map([...state].filter(([id]) => !gone.has(id)));
  const purged = await duringMaybe(model, 'a purge', effect, () =>
    door.call('purge', { ids, at: tick(model) }),
  );
  if (purged.ok) return;
  onRefused('purge', purged.error);
  await lookAgain(running);
}

export const works = {
  saving,
  'passphrase change': changingPassphrase,
  compaction: compacting,
  backup: backingUp,
  restore: restoring,
  erasure: erasing,
} as const satisfies Record<string, Work>;

export type WorkName = keyof typeof works;
export const workNames = Object.keys(works) as readonly WorkName[];

/** The first records of a new vault. */
export async function begin(running: Running, passphrase: string): Promise<void> {
  const { door, model } = running;
  model.passphrases = [passphrase];
  const made = await door.call('create', { passphrase: passphraseOf(passphrase) });
  if (!made.ok) throw new Error(`The vault was not made: ${made.error.tag}`);
  model.codes = [made.value.recoveryCode];
  await saveSome(running, 12);
}

/** As the person does who has just put a backup back. */
async function acceptOlder({ door, model }: Running, isOlder: boolean): Promise<void> {
  const accepted = isOlder ? await door.call('acceptOlderCopy', { at: tick(model) }) : null;
  // Refused (the disk is full), it is told again the next time.
  if (accepted?.ok !== false) model.mayBeOlder = false;
}

export type Opening =
  | { readonly ok: true; readonly torn: boolean; readonly findings: readonly string[] }
  | { readonly ok: false; readonly why: string };

/** With the passphrase; now and then with the code. Both of two passphrases may never open. */
export async function reopen({ door, model, random, onRefused }: Running): Promise<Opening> {
  const [code] = model.codes;
  // Which of two passphrases it is only a passphrase can tell.
  const byCode = code !== undefined && model.passphrases.length === 1 && random.chance(0.2);
  const tries = byCode
    ? [() => door.call('unlockWithRecoveryCode', { code: codeOf(code) })]
    : model.passphrases.map(
        (passphrase) => () => door.call('unlock', { passphrase: passphraseOf(passphrase) }),
      );
  const refusals: string[] = [];
  for (const [index, tried] of tries.entries()) {
    const opened = await tried();
    if (!opened.ok) {
      refusals.push(opened.error.tag);
      continue;
    }
    if (!byCode) model.passphrases = [model.passphrases[index]!];
    const { tornBytes, findings, isOlderCopy } = opened.value;
    const told = findings.flatMap(({ isMended, piece, problem }) => (isMended ? [] : `${piece} ${problem}`));
    if (isOlderCopy && !model.mayBeOlder) told.push('an older copy');
    await acceptOlder({ door, model, random, onRefused }, isOlderCopy);
    return { ok: true, torn: tornBytes > 0, findings: told };
  }
  return { ok: false, why: `it did not open: ${refusals.join(', ')}` };
}
