import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kindNames, recordKinds } from '@shared/records/registry';
import { decodeOutlines, encodeOutlines, type OutlineRow } from '@shared/vault/outline-codec';
import { testId } from '../../support/vault-kit';

/** Rows of every kind, mixed, some of them gone. */
const rows = fc.array(
  fc.record({
    kind: fc.constantFrom(...kindNames),
    number: fc.nat(1000),
    revision: fc.nat(),
    savedAt: fc.nat(),
    isGone: fc.boolean(),
    example: fc.nat(10),
  }),
);

it('gives back every row as it was, whatever kinds follow each other', () => {
  fc.assert(
    fc.property(rows, (made) => {
      const all = made.map(({ kind, number, revision, savedAt, isGone, example }): OutlineRow => {
        const id = testId(number);
        if (isGone) return { kind, id, revision: 0, savedAt: 0, value: null };
        const { examples } = recordKinds[kind];
        return { kind, id, revision, savedAt, value: examples[example % examples.length]! };
      });
      expect(decodeOutlines(encodeOutlines(all))).toEqual(JSON.parse(JSON.stringify(all)));
    }),
  );
});

it('says each field name once for rows of a kind', () => {
  const [value] = recordKinds['caseload-count'].examples;
  const row = { kind: 'caseload-count', id: testId(1), revision: 1, savedAt: 1, value: value! } as const;
  const text = encodeOutlines(Array.from({ length: 50 }, () => row));
  expect(text.match(/openCases/g)).toHaveLength(1);
});
