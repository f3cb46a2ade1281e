/**
 * What the vault must hold, kept outside of it: all that it said was saved, and the few calls that were never answered
 * because it was killed. Of those each may have been done whole, or not at all.
 */
import type { RecordId } from '@shared/kernel/ids';
import { kindNames, type KindName } from '@shared/records/registry';
import { canonicalJson } from '@shared/vault/canonical-json';
import type { Write } from '@shared/vault/vault-api';
import type { Door } from './door';

export interface Standing {
  readonly kind: KindName;
  readonly revision: number;
  readonly value: unknown;
}

export type State = ReadonlyMap<RecordId, Standing>;

/** What the vault holds once a call was done. */
export type Effect = (state: State) => State;

export interface Model {
  state: State;
  /** Calls without an answer, in order. */
  pending: { readonly what: string; readonly effect: Effect }[];
  /** The one that opens it; two while a change was never answered. */
  passphrases: string[];
  codes: string[];
  /** A backup that was answered, and what stood when it was made. */
  backup: { readonly name: string; readonly state: State } | null;
  /** A backup was put back: the vault is older than the last state that was seen, and is to say so. */
  mayBeOlder: boolean;
  /** Epoch milliseconds; goes on with each call. */
  at: number;
  /** Answered calls that changed something. */
  acknowledged: number;
}

export function newModel(at: number): Model {
  return {
    state: new Map(),
    pending: [],
    passphrases: [],
    codes: [],
    backup: null,
    mayBeOlder: false,
    at,
    acknowledged: 0,
  };
}

export function effectOf(writes: readonly Write[]): Effect {
  return (state) => {
    const next = new Map(state);
    for (const write of writes) {
      if (write.type === 'remove') next.delete(write.id);
      else {
        const { kind, baseRevision, value } = write;
        next.set(write.id, { kind, revision: baseRevision + 1, value });
      }
    }
    return next;
  };
}

/** Calls it and takes the answer down. Unanswered, it stays pending; refused, it was not done. */
export async function during<T extends { readonly ok: boolean }>(
  model: Model,
  what: string,
  effect: Effect,
  call: () => Promise<T>,
): Promise<T> {
  const pending = { what, effect };
  model.pending.push(pending);
  const answer = await call();
  takeAnswer(model, pending, answer.ok);
  return answer;
}

function takeAnswer(model: Model, pending: Model['pending'][number], isDone: boolean): void {
  model.pending = model.pending.filter((each) => each !== pending);
  if (!isDone) return;
  model.state = pending.effect(model.state);
  model.acknowledged += 1;
}

/** For what is made of several steps: refused, it stays pending too. */
export async function duringMaybe<T extends { readonly ok: boolean }>(
  model: Model,
  what: string,
  effect: Effect,
  call: () => Promise<T>,
): Promise<T> {
  const pending = { what, effect };
  model.pending.push(pending);
  const answer = await call();
  if (answer.ok) takeAnswer(model, pending, true);
  return answer;
}

/** Everything that the vault shows. */
export async function readState(door: Door): Promise<State> {
  const state = new Map<RecordId, Standing>();
  for (const kind of kindNames) {
    const listed = await door.call('list', { kind });
    if (!listed.ok) throw new Error(`${kind} was not listed: ${listed.error.tag}`);
    for (const { id, revision, value } of listed.value) state.set(id, { kind, revision, value });
  }
  return state;
}

/**
 * Null: the vault holds all that was acknowledged, and each unanswered call whole or not at all; the model goes on from
 * there. Else what is wrong.
 */
export function settle(model: Model, found: State): string | null {
  const { pending } = model;
  for (let chosen = 0; chosen < 2 ** pending.length; chosen += 1) {
    const done = pending.filter((_, index) => (chosen & (1 << index)) !== 0);
    const state = done.reduce<State>((from, { effect }) => effect(from), model.state);
    if (differences(state, found).length > 0) continue;
    model.state = state;
    model.pending = [];
    return null;
  }
  const open = pending.map(({ what }) => what).join(', ') || 'nothing';
  return `${differences(model.state, found).slice(0, 5).join('; ')} (unanswered: ${open})`;
}

function differences(expected: State, found: State): readonly string[] {
  const said: string[] = [];
  for (const [id, { kind, revision, value }] of expected) {
    const there = found.get(id);
    if (there === undefined) said.push(`${kind} ${id} is gone`);
    else if (there.revision !== revision)
      said.push(`${kind} ${id} has revision ${String(there.revision)}, not ${String(revision)}`);
    else if (canonicalJson(there.value) !== canonicalJson(value))
      said.push(`${kind} ${id} says something else`);
  }
  for (const [id, { kind }] of found) if (!expected.has(id)) said.push(`${kind} ${id} should not be there`);
  return said;
}
