/** "Only in this vault. In no report, no export and no search": the promise of the page, kept by machine. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toLocalDate } from '@shared/kernel/local-date';
import type { RecordKind } from '@shared/records/record-kind';
import { kindNames, recordKinds, type KindName } from '@shared/records/registry';
import { noOwnCare } from '@shared/records/own-care/own-care';
import { at, must, passphraseOf, setupVaultKit, testId } from '../../support/vault-kit';
import { storyWeeks } from './story';

const privateKinds = kindNames.filter((name) => {
  const kind: RecordKind = recordKinds[name];
  return kind.isPrivate === true;
});

/** Everything that puts records into a file, onto paper or into a copy for somebody. */
const doors = [
  'shared/bundle',
  'shared/disclosure',
  'shared/reports',
  'shared/requests',
  'renderer/disclosure',
  'renderer/figures',
  'renderer/identified',
  'renderer/redaction',
  'renderer/report-files',
  'renderer/features/reports',
  'renderer/records/print-sheet.ts',
  'renderer/records/use-save-calendar.ts',
  'renderer/records/use-logged-export.ts',
];

function filesOf(path: string): string[] {
  const full = resolve(import.meta.dirname, '../../..', path);
  if (!statSync(full).isDirectory()) return [full];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => join(full, name))
    .filter((name) => /\.tsx?$/.test(name));
}

describe('private kinds', () => {
  it('are the manager’s weeks and own page, with nothing that may be disclosed', () => {
    expect([...privateKinds].sort()).toEqual(['habit-week', 'own-care'] satisfies KindName[]);
    for (const name of privateKinds)
      expect(new Set(Object.values(recordKinds[name].disclosure))).toEqual(new Set(['internal']));
  });

  it('are known by name to no door that things leave through', () => {
    const files = doors.flatMap(filesOf);
    expect(files.length).toBeGreaterThan(80);
    const readers = files.filter((file) =>
      /habit-week|own-care|use-own-care|shared\/habits/.test(readFileSync(file, 'utf8')),
    );
    expect(readers).toEqual([]);
  });

  it('are found by no search: not by a word, not by a day, not by their kind', async () => {
    const kit = await setupVaultKit();
    const vault = await kit.restart();
    must(await vault.create({ passphrase: passphraseOf() }));
    const [week] = storyWeeks;
    must(
      await vault.commit({
        at,
        writes: [
          { type: 'put', kind: 'habit-week', id: testId(1), baseRevision: 0, value: week },
          { type: 'put', kind: 'own-care', id: testId(2), baseRevision: 0, value: noOwnCare },
          {
            type: 'put',
            kind: 'outside-issue',
            id: testId(3),
            baseRevision: 0,
            value: recordKinds['outside-issue'].examples[0],
          },
        ],
      }),
    );
    const find = async (text: string, filter?: object): Promise<readonly string[]> => {
      let answer = must(await vault.search({ text, limit: 20, filter }));
      while (!answer.isComplete) answer = must(await vault.search({ text, limit: 20, filter }));
      return answer.hits.map(({ kind }) => kind);
    };
    // The first look reads what is not indexed yet; the second one goes by the index.
    for (let look = 0; look < 2; look += 1) {
      expect(await find('lunch')).toEqual([]);
      expect(await find('visible')).toEqual([]);
      expect(await find('', { from: toLocalDate('2000-01-01') })).toEqual(['outside-issue']);
      expect(await find('', { kinds: ['habit-week', 'own-care'] })).toEqual([]);
      await new Promise((resolved) => setTimeout(resolved, 500));
    }
  });
});
