import { beforeAll, describe, expect, test } from 'vitest';
import { keyWithoutVersion, reconcile } from '@shared/disclosure/reconcile';
import type { ReleaseTools } from '@shared/disclosure/release';
import type { EarlierRelease, ReleaseTable } from '@shared/disclosure/release-figures';
import { afterwards, count, give, loadTools, text } from './release-support';

let tools: ReleaseTools;
beforeAll(async () => {
  tools = await loadTools();
});

const shown = (table: ReleaseTable, shownKeys: readonly string[]): EarlierRelease => ({
  ...table,
  shownKeys,
});

describe('reconcile', () => {
  test('a table that agrees with all before it stays as it is', () => {
    const table = { figures: [count('all', 20), count('a', 12)], sums: [{ total: 'all', parts: ['a'] }] };
    const before = shown({ figures: [count('all', 20), count('b', 7)], sums: [] }, ['all', 'b']);
    expect(reconcile(table, [before])).toEqual(table);
  });

  test('21 after 20 was given out tells of one person, and is hidden; 26 tells of six, and is shown', () => {
    const before = shown({ figures: [count('all', 20)], sums: [] }, ['all']);
    const corrected = (value: number): ReleaseTable =>
      reconcile({ figures: [count('all', value)], sums: [] }, [before]);
    expect(text(give(corrected(21), [before], tools))).toEqual({ 'all#2': 'protects-another' });
    expect(text(give(corrected(26), [before], tools))).toEqual({ 'all#2': 26 });
    expect(text(give(corrected(14), [before], tools))).toEqual({ 'all#2': 14 });
    expect(keyWithoutVersion('all#2')).toBe('all');
  });

  test('a value that was given out before is that version again, and a third one is linked to both', () => {
    const first = { figures: [count('all', 20)], sums: [] };
    const history = [shown(first, ['all'])];
    const second = reconcile({ figures: [count('all', 30)], sums: [] }, history);
    history.push(afterwards(second, give(second, history, tools)));
    expect(reconcile(first, history)).toEqual(first);
    // 32 is ten more than the first, and two more than the second.
    const third = reconcile({ figures: [count('all', 32)], sums: [] }, history);
    expect(third.sums).toHaveLength(2);
    expect(text(give(third, history, tools))).toEqual({ 'all#3': 'protects-another' });
  });

  test('sums, shares and means follow the new key', () => {
    const before = shown({ figures: [count('all', 20)], sums: [] }, ['all']);
    const share = count('share', 50, {
      kind: 'statistic',
      madeOf: ['a', 'all'],
      ratio: { over: ['a'], under: ['all'], times: 100 },
    });
    const mean = count('mean', 3, { kind: 'statistic', mean: { measure: 'm', people: 'all' } });
    const table = reconcile(
      {
        figures: [count('all', 30), count('a', 15), count('b', 15), share, mean],
        sums: [{ total: 'all', parts: ['a', 'b'] }],
      },
      [before],
    );
    expect(table.sums[0]).toEqual({ total: 'all#2', parts: ['a', 'b'] });
    expect(table.figures.find(({ key }) => key === 'share')).toMatchObject({
      madeOf: ['a', 'all#2'],
      ratio: { under: ['all#2'] },
    });
    expect(table.figures.find(({ key }) => key === 'mean')).toMatchObject({ mean: { people: 'all#2' } });
    expect(text(give(table, [before], tools))).toMatchObject({ 'all#2': 30, a: 15, share: 50 });
  });

  test('another mean of the same people tells of whoever was corrected, unless the first was never shown', () => {
    const mean = (value: number): ReleaseTable => ({
      figures: [
        count('people', 12),
        count('mean', value, { kind: 'statistic', mean: { measure: 'm', people: 'people' } }),
      ],
      sums: [],
    });
    const given = shown(mean(3.1), ['people', 'mean']);
    expect(text(give(reconcile(mean(3.3), [given]), [given], tools))).toMatchObject({
      'mean#2': 'protects-another',
    });
    const kept = shown(mean(3.1), ['people']);
    expect(text(give(reconcile(mean(3.3), [kept]), [kept], tools))).toMatchObject({ 'mean#2': 3.3 });
  });
});
