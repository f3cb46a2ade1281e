/** The judge of `npm run faults`, without a kill: what it takes for lost, and what for done whole or not at all. */
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import type { Write } from '@shared/vault/vault-api';
import { testId } from '../support/vault-kit';
import { during, duringMaybe, effectOf, newModel, settle, type Standing, type State } from './model';

const put = (number: number, baseRevision = 0, value: unknown = { number }): Write => ({
  type: 'put',
  kind: 'caseload-count',
  id: testId(number),
  baseRevision,
  value,
});
const standing = (number: number, revision = 1, value: unknown = { number }): [RecordId, Standing] => [
  testId(number),
  { kind: 'caseload-count', revision, value },
];
const stateOf = (...records: readonly [RecordId, Standing][]): State => new Map(records);
const saved = (): Promise<{ readonly ok: boolean }> => Promise.resolve({ ok: true });
const refused = (): Promise<{ readonly ok: boolean }> => Promise.resolve({ ok: false });
const unanswered = (): Promise<{ readonly ok: boolean }> => new Promise(() => undefined);

describe('what was acknowledged', () => {
  it('has to be there, to the letter', async () => {
    const model = newModel(0);
    await during(model, 'a commit', effectOf([put(1)]), saved);
    expect(model.acknowledged).toBe(1);
    expect(settle(model, stateOf(standing(1)))).toBeNull();
    expect(settle(model, stateOf())).toContain('is gone');
    expect(settle(model, stateOf(standing(1, 1, { number: 2 })))).toContain('says something else');
    expect(settle(model, stateOf(standing(1, 2)))).toContain('has revision 2');
    expect(settle(model, stateOf(standing(1), standing(2)))).toContain('should not be there');
  });

  it('is not there when it was refused', async () => {
    const model = newModel(0);
    await during(model, 'a commit', effectOf([put(1)]), refused);
    expect(model.pending).toEqual([]);
    expect(settle(model, stateOf(standing(1)))).toContain('should not be there');
  });
});

describe('what was never answered', () => {
  it('was done whole or not at all, each call for itself', () => {
    for (const found of [stateOf(), stateOf(standing(1), standing(2)), stateOf(standing(3))]) {
      const model = newModel(0);
      void during(model, 'a commit of 2', effectOf([put(1), put(2)]), unanswered);
      void during(model, 'a commit of 1', effectOf([put(3)]), unanswered);
      expect(settle(model, found)).toBeNull();
      expect(model.pending).toEqual([]);
      expect(model.state).toEqual(found);
    }
  });

  it('may not be seen by half', () => {
    const model = newModel(0);
    void during(model, 'a commit of 2', effectOf([put(1), put(2)]), unanswered);
    expect(settle(model, stateOf(standing(1)))).toContain('unanswered: a commit of 2');
  });

  it('stays open when what is made of steps was refused', async () => {
    const model = newModel(0);
    await duringMaybe(model, 'an erasure', effectOf([put(1)]), refused);
    expect(model.pending).toHaveLength(1);
    expect(settle(model, stateOf(standing(1)))).toBeNull();
  });
});
