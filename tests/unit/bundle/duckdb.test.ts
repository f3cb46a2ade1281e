/** The SQL of docs/bundle.md, run by DuckDB over 500 made-up bundles; its sums are ours. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundle } from '@shared/bundle/bundle';
import { receivedOf } from '@shared/bundle/received';
import { bringTogether, figuresByService, type TogetherSeries } from '@shared/bundle/together';
import { monthsBetween, toLocalDate } from '@shared/kernel/local-date';
import type { ReceivedBundle } from '@shared/records/received-bundle/received-bundle';
import { loadSodium } from '../../../renderer/vault/worker/crypto/sodium';
import { madeUpDraft, month, signedFile } from '../../support/made-up-bundles';
import { must } from '../../support/vault-kit';

const services = 500;
const page = resolve(import.meta.dirname, '../../../docs/bundle.md');
const months = monthsBetween(month('2024-10'), month('2026-09'));

let folder = '';
let connection: DuckDBConnection;
let statements: readonly string[] = [];
let ours: readonly TogetherSeries[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steading-bundles-'));
  const sodium = await loadSodium();
  const bundles: ReceivedBundle[] = [];
  const add = async (name: string, seed: number, edition: number, drawn = seed): Promise<void> => {
    const text = signedFile(sodium, { ...madeUpDraft(drawn), edition }, seed);
    await writeFile(join(folder, `${name}.json`), text);
    bundles.push(receivedOf(must(readBundle(text)).bundle, '', toLocalDate('2026-10-05')));
  };
  for (let seed = 0; seed < services; seed += 1) await add(String(seed), seed, 1);
  // A service that gave out its period a second time, with other numbers.
  await add('again', 7, 2, 900);
  ours = bringTogether(figuresByService(bundles), months);
  statements = [...(await readFile(page, 'utf8')).matchAll(/```sql\n([\s\S]*?)```/gu)].map(([, sql = '']) =>
    sql.replace('bundles/*.json', `${folder.replaceAll('\\', '/')}/*.json`),
  );
  connection = await (await DuckDBInstance.create(':memory:')).connect();
}, 120_000);

afterAll(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true });
});

async function rowsOf(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

const pointOf = (measure: unknown, at: unknown) =>
  ours.find((series) => series.measure.id === measure)?.points.find((point) => point.month === at);

describe('the page', () => {
  it('has four statements, and DuckDB loads every row of every bundle', async () => {
    expect(statements).toHaveLength(4);
    await connection.run(statements[0] ?? '');
    await connection.run(statements[1] ?? '');
    const [counted] = await rowsOf(
      'SELECT count(DISTINCT service) AS services, count(*) AS figures FROM figure',
    );
    expect(Number(counted?.['services'])).toBe(services);
    expect(Number(counted?.['figures'])).toBe(services * (months.length * 12 + 4 * 3));
  }, 120_000);

  it('adds up as Steading does', async () => {
    const rows = await rowsOf(statements[2] ?? '');
    expect(rows.length).toBe(months.length * 9 + 4);
    for (const { month: at, measure, total, shown, of_services: of } of rows) {
      const point = pointOf(measure, at);
      expect([measure, at, total, Number(shown), Number(of)]).toEqual([
        measure,
        at,
        point?.value,
        point?.shown,
        point?.of,
      ]);
    }
  }, 120_000);

  it('has the rate that Steading has', async () => {
    const rows = await rowsOf(statements[3] ?? '');
    expect(rows).toHaveLength(months.length);
    for (const { month: at, rate, shown } of rows) {
      const point = pointOf('sickness-rate', at);
      expect([at, rate, Number(shown)]).toEqual([at, point?.value, point?.shown]);
    }
  }, 120_000);
});
