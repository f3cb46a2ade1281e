/** The words of a licensed form are its holder's: nothing that leaves the vault has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { personBundle } from '@shared/requests/bundle';
import type { AnyRecord } from '@shared/retention/redact';
import { exportMeasure } from '@shared/wellbeing/own-measures';
import { pulseMeasure } from '@shared/instruments/pulse';
import { fieldsOf } from '../../../renderer/records/history/field-words';
import { textsOf } from '../../../renderer/vault/worker/search-text';
import { id, person, stored } from '../retention/support';

const secret = 'Zzyzx';
const pack = {
  licence: 'Held by Ailsa Munro for the service',
  introduction: `${secret} above`,
  notice: `${secret} notice`,
  items: [1, 2, 3, 4, 5, 6, 7].map((number) => ({ number, text: `${secret} item ${number}, Ailsa Munro` })),
  answers: [
    {
      items: [1, 2, 3, 4, 5, 6, 7],
      options: [1, 2, 3, 4, 5].map((value) => ({ value, text: `${secret} answer ${value}` })),
    },
  ],
};

const root = resolve(import.meta.dirname, '../../..');
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/u.test(entry.name) ? [path] : [];
  });
}

describe('licensed wording', () => {
  it('is not in a copy for somebody whom it happens to name', () => {
    const held = stored('wording-pack', 71, pack);
    const records: AnyRecord[] = [person(1, 'Ailsa Munro'), held];
    const bundle = personBundle({
      personId: id(1),
      records,
      decisions: [],
      say: (record) =>
        fieldsOf(record.kind).map(([field, { label, lines }]) => ({
          field,
          label,
          lines: lines((record.value as unknown as Record<string, unknown>)[field], () => null),
        })),
    });
    // The line about the licence was written here: that it names somebody is told, and where.
    expect(bundle.mentions).toContainEqual({ kind: 'wording-pack', recordId: held.id, field: 'licence' });
    expect(JSON.stringify(bundle)).not.toContain(secret);
  });

  it('is not found by search: only the line about the licence is', () => {
    const texts = textsOf('wording-pack', stored('wording-pack', 71, pack).value);
    expect(texts.map(({ field }) => field)).toEqual(['licence']);
  });

  it('is in no file of an own measure', () => {
    expect(exportMeasure(pulseMeasure)).not.toContain('steading-wording');
  });

  it('is read by the pages of measures and by the vault, and by no export', () => {
    const readers = [...sources('shared'), ...sources('renderer')].filter((path) =>
      /'wording-pack'|wordingPackKind/u.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(readers.filter((path) => !allowed.some((start) => path.startsWith(start)))).toEqual([]);
    expect(readers.length).toBeGreaterThan(2);
  });
});

/** Whoever adds a reader here has looked at where the words go from there. */
const allowed = [
  'shared/records/registry.ts',
  'shared/records/wording-pack/',
  'renderer/features/wellbeing/measures/',
  // The forms that people answer on, which a licence is for.
  'renderer/features/wellbeing/use-form-wording.ts',
  // Titles and addresses of records in lists: they name the kind, never its content.
  'renderer/records/record-words.ts',
];
