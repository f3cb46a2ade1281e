import { describe, expect, it } from 'vitest';
import { addStep, changeStep, openPlan } from '@shared/event-plans/open-plan';
import { templateFor } from '@shared/event-plans/registry';
import { toLocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import {
  affectedLines,
  avoidLines,
  densityOf,
  hasTypedWords,
  pageLines,
  pagePhases,
  pageTitle,
  type PageChoice,
} from '../../../renderer/features/incidents/page-lines';

const freya = '1'.padStart(32, '0') as RecordId;
const nameOf = () => 'Freya Munro';
const day = toLocalDate('2026-05-11');
const nothing: PageChoice = { hasNames: false, hasOwnWords: false };
const names: PageChoice = { ...nothing, hasNames: true };
const words: PageChoice = { ...nothing, hasOwnWords: true };

const fresh = openPlan({
  nation: 'scotland',
  template: templateFor('drug-related-death'),
  eventType: 'drug-related-death',
  occurredOn: day,
  occurredAt: '16:20',
  everyoneSafe: 'yes',
  facts: 'Found by Freya at home.',
  affected: [{ personId: freya, closeness: 'was-there' }],
});
const own = { phaseId: 'immediate', title: "Ring Freya's husband", detail: 'On 01595', due: day } as const;
const first = fresh.steps[0]!;
const grown = changeStep(addStep(fresh, { ...own, ownerRole: 'Freya' }), first.id, {
  ownerPersonId: freya,
  ownerRole: 'Freya, or Torquil',
});

const printed = (plan: EventPlan, choice: PageChoice): string =>
  JSON.stringify([
    pagePhases.map((phaseId) => pageLines(plan, phaseId, choice, nameOf)),
    affectedLines(plan, choice, nameOf),
  ]);

describe('the page for the wall', () => {
  it('prints the whole template, and asks nothing, while nobody has typed anything', () => {
    expect(hasTypedWords(fresh)).toBe(false);
    const lines = pageLines(fresh, 'immediate', nothing, nameOf);
    expect(lines.map(({ title }) => title)).toEqual(
      fresh.steps.filter(({ phaseId }) => phaseId === 'immediate').map(({ title }) => title),
    );
    expect(lines[0]).toMatchObject({ detail: first.detail, owner: first.ownerRole });
  });

  it('prints no name, no typed word and nothing about who was close, unless it is asked for', () => {
    expect(hasTypedWords(grown)).toBe(true);
    const page = printed(grown, nothing);
    for (const secret of ['Freya', 'Torquil', 'husband', '01595', 'Found'])
      expect(page).not.toContain(secret);
    expect(affectedLines(grown, nothing, nameOf)).toBeNull();
    expect(page).toContain('A step added by you: see Steading');
  });

  it('keeps typed words back also with names, and names back also with typed words', () => {
    const withNames = printed(grown, names);
    expect(withNames).toContain('Freya Munro, was there');
    expect(withNames).not.toContain('husband');
    const withWords = printed(grown, words);
    expect(withWords).toContain("Ring Freya's husband");
    expect(withWords).not.toContain('Freya Munro');
  });

  it('takes a step in other words than any template of ours for typed, whatever template it came from', () => {
    const retitled = { ...fresh, steps: [{ ...first, title: 'Ring Freya' }] };
    expect(pageLines(retitled, first.phaseId, nothing, nameOf)[0]?.title).not.toContain('Freya');
    // A copy of ours says the same, word for word: that names nobody.
    expect(printed({ ...fresh, templateId: 'own' }, nothing)).toContain(first.title);
    expect(hasTypedWords({ ...fresh, templateId: 'own' })).toBe(false);
  });

  it('prints what to avoid in our words; in words of an own template only when they were checked', () => {
    const [ours] = fresh.fromTemplate.avoid;
    const avoid = [{ what: 'Ringing Freya at night', why: 'She said so' }, ours!];
    expect(avoidLines(avoid, nothing)).toEqual([ours!.what]);
    expect(avoidLines(avoid, words)).toEqual(['Ringing Freya at night', ours!.what]);
    expect(hasTypedWords(fresh, avoid)).toBe(true);
    expect(hasTypedWords(fresh, [ours!])).toBe(false);
  });

  it('stays one page: many steps are set smaller, and lose their details', () => {
    expect(densityOf(12, 5)).toMatchObject({ isSmall: false, hasDetail: true });
    expect(densityOf(19, 30)).toMatchObject({ isSmall: true, hasDetail: true });
    expect(densityOf(60, 400)).toMatchObject({ isSmall: true, hasDetail: false });
  });

  it('says in the log what left', () => {
    expect([nothing, names, words, { ...names, ...words, hasNames: true }].map(pageTitle)).toEqual([
      'Incident plan, one page',
      'Incident plan, one page, with names',
      'Incident plan, one page, with added wording',
      'Incident plan, one page, with names and added wording',
    ]);
  });
});
