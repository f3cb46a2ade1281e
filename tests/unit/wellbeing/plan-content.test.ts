/** What is sealed in a plan opens for ever, whatever version of it was sealed. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planSections } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { emptyPlan, readPlanContent } from '@shared/wellbeing/plan-content';

const section = fc.constantFrom(...planSections);
const sections = fc.dictionary(section, fc.string({ maxLength: 200 }), { noNullPrototype: true });
const score = fc.record(
  {
    measureId: fc.string({ minLength: 1, maxLength: 40 }),
    measureVersion: fc.integer({ min: 1, max: 10_000 }),
    takenOn: fc
      .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    answers: fc.array(fc.option(fc.nat({ max: 1000 })), { minLength: 1, maxLength: 60 }),
  },
  { noNullPrototype: true },
);

it('version 1 is brought forward with every word and no score', () => {
  fc.assert(
    fc.property(sections, (written) => {
      const stored: unknown = JSON.parse(JSON.stringify({ version: 1, sections: written }));
      expect(readPlanContent(stored)).toEqual({
        ok: true,
        value: { version: 2, sections: written, scores: [] },
      });
    }),
  );
});

it('version 2 comes back as it was', () => {
  fc.assert(
    fc.property(sections, fc.array(score, { maxLength: 5 }), (written, scores) => {
      const content = { version: 2, sections: written, scores };
      expect(readPlanContent(JSON.parse(JSON.stringify(content)))).toEqual({ ok: true, value: content });
    }),
  );
  expect(readPlanContent(emptyPlan)).toEqual({ ok: true, value: emptyPlan });
});

it('a later version is told from damage', () => {
  expect(readPlanContent({ version: 3, sections: {}, moods: [] })).toEqual({
    ok: false,
    error: { tag: 'ContentTooNew', version: 3 },
  });
  const damaged = { ok: false, error: { tag: 'ContentDamaged' } };
  expect(readPlanContent({ version: 1, sections: {}, scores: [] })).toEqual(damaged);
  expect(readPlanContent({ version: 2, sections: {} })).toEqual(damaged);
  expect(readPlanContent({ version: 2, sections: { moods: 'x' }, scores: [] })).toEqual(damaged);
  expect(readPlanContent('version 2')).toEqual(damaged);
  expect(readPlanContent(null)).toEqual(damaged);
});
