import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bat12 } from '@shared/instruments/bat12';
import type { Instrument } from '@shared/instruments/instrument';
import { pulse } from '@shared/instruments/pulse';
import { score } from '@shared/instruments/score';
import { who5 } from '@shared/instruments/who5';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { builtInMeasures } from '@shared/wellbeing/measures';
import {
  readScaleIds,
  roundViews,
  shownScale,
  type RoundRecord,
  type RoundView,
} from '@shared/wellbeing/round-results';
import { splitView } from '@shared/wellbeing/split-views';
import { singledOut, type Figure } from '../../support/figure-audit';

const day = toLocalDate('2026-01-05');
type Answers = readonly (number | null)[];

interface Person {
  readonly answers: Answers;
  readonly part: number | null;
  readonly team: string;
}

function wave(
  instrument: Instrument,
  people: readonly Person[],
  over: Partial<WellbeingWave> = {},
): WellbeingWave {
  return {
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    label: 'Round',
    group: '',
    opensOn: day,
    closesOn: addDays(day, 10),
    invited: 400,
    answerSets: people.map(({ answers }) => [...answers]),
    split: { question: 'How you work here', options: ['Paid', 'Volunteer', 'Sessional'] },
    splitAnswers: people.map(({ part }) => part),
    isBaseline: false,
    lockedOn: addDays(day, 11),
    note: '',
    ...over,
  };
}
const one = (view: RoundRecord[]): { view: RoundView; views: RoundView[] } => {
  const views = roundViews(view);
  const found = views.find(({ id }) => id === 'whole');
  if (found === undefined) throw new Error('no round');
  return { view: found, views };
};
const set = (raw: number): number[] =>
  Array.from({ length: 5 }, (_, item) => Math.min(5, Math.max(0, raw - item * 5)));
const who5People = (...parts: (readonly [number | null, number])[]): Person[] =>
  parts.flatMap(([part, count], group) =>
    Array.from({ length: count }, (_, index) => ({
      answers: set((index * 7 + group * 3) % 26),
      part,
      team: '',
    })),
  );
const shownLabels = (people: readonly Person[], instrument = who5): string[] => {
  const { view, views } = one([{ id: 'whole', value: wave(instrument, people) }]);
  return (splitView(view, views, builtInMeasures)?.parts ?? [])
    .filter(({ scales }) => scales.length > 0)
    .map(({ label }) => label);
};

describe('the parts of a round', () => {
  it('are both hidden at 4 and 2, and the total stays (acceptance story 1)', () => {
    const raws = [13, 9, 16, 11, 18, 8];
    const people = raws.map((raw, index) => ({ answers: set(raw), part: index < 4 ? 0 : 1, team: '' }));
    const { view, views } = one([{ id: 'whole', value: wave(who5, people) }]);
    expect(shownScale(view, 'percent')?.mean).toBe(50);
    expect(splitView(view, views, builtInMeasures)).toEqual({
      question: 'How you work here',
      parts: ['Paid', 'Volunteer', 'Sessional'].map((label) => ({ label, scales: [] })),
      hidden: 'small-or-gives-away',
    });
  });

  it('are shown from 5 on, and one is hidden when the whole less it leaves a few', () => {
    expect(shownLabels(who5People([0, 8], [1, 5]))).toEqual(['Paid', 'Volunteer']);
    expect(shownLabels(who5People([0, 8], [1, 4]))).toEqual([]);
    expect(shownLabels(who5People([0, 12], [1, 6], [null, 3]))).toEqual(['Paid']);
    expect(shownLabels(who5People([0, 12], [1, 6], [2, 5], [null, 5]))).toEqual([
      'Paid',
      'Volunteer',
      'Sessional',
    ]);
  });

  it('show what the whole shows: average, spread and number of the part alone', () => {
    const { view, views } = one([{ id: 'whole', value: wave(who5, who5People([0, 6], [1, 7])) }]);
    const split = splitView(view, views, builtInMeasures)!;
    expect(split.hidden).toBe('small-or-gives-away');
    const paid = split.parts[0]!.scales.find(({ scale }) => scale === 'percent')!;
    const raws = Array.from({ length: 6 }, (_, index) => (index * 7) % 26);
    expect(paid.n).toBe(6);
    expect(paid.mean).toBeCloseTo((raws.reduce((sum, raw) => sum + raw, 0) / 6) * 4, 9);
    // Nobody chose the third part: it stays hidden like any small one.
    expect(split.parts[2]!.scales).toEqual([]);
  });

  it('are hidden while a team that was asked in the same days is shown: nobody knows how the two overlap', () => {
    const people = who5People([0, 12], [1, 12]);
    const team: RoundRecord = {
      id: 'team',
      value: wave(who5, people.slice(0, 8), { group: 'Hub', split: null, splitAnswers: [] }),
    };
    const { view, views } = one([{ id: 'whole', value: wave(who5, people) }, team]);
    expect(views.find(({ id }) => id === 'team')?.state.kind).toBe('shown');
    expect(splitView(view, views, builtInMeasures)?.hidden).toBe('teams-shown');
    const later = {
      ...team,
      value: { ...team.value, opensOn: addDays(day, 40), closesOn: addDays(day, 50) },
    };
    const apart = one([{ id: 'whole', value: wave(who5, people) }, later]);
    expect(
      splitView(apart.view, apart.views, builtInMeasures)
        ?.parts.slice(0, 2)
        .every(({ scales }) => scales.length === 1),
    ).toBe(true);
  });

  it('are not there without the question, nor while the round is open', () => {
    const people = who5People([0, 8], [1, 8]);
    const without = one([{ id: 'whole', value: wave(who5, people, { split: null, splitAnswers: [] }) }]);
    expect(splitView(without.view, without.views, builtInMeasures)).toBeNull();
    const open = one([{ id: 'whole', value: wave(who5, people, { lockedOn: null }) }]);
    expect(splitView(open.view, open.views, builtInMeasures)).toBeNull();
  });

  it('hides a scale of every part where one part comes out all the same', () => {
    const people = [
      ...Array.from({ length: 6 }, () => ({ answers: set(12), part: 0, team: '' })),
      ...who5People([1, 9]),
    ];
    expect(shownLabels(people)).toEqual([]);
  });
});

/**
 * What the screens show of these rounds, as sums over unknowns. Somebody without blanks has one unknown for each part of
 * the measure, and the total is made of those; somebody with blanks has the total as an unknown of its own, because
 * something stands in for the blank.
 */
function figuresOf(
  instrument: Instrument,
  views: readonly RoundView[],
  truth: ReadonlyMap<string, readonly Person[]>,
  all: readonly Person[],
): Figure[] {
  const figures: Figure[] = [];
  const of = (scaleId: string, people: readonly Person[]): Figure => {
    const figure = new Map<string, number>();
    const scale = instrument.scales.find(({ id }) => id === scaleId);
    const parts = instrument.scales.filter(
      (part) =>
        scale !== undefined &&
        part.items.length < scale.items.length &&
        part.items.every((item) => scale.items.includes(item)),
    );
    for (const person of people) {
      const scored = score(instrument, person.answers);
      if (!scored.ok || scored.value.scales[scaleId] === undefined) continue;
      const name = all.indexOf(person);
      const isWhole = scale?.items.every((item) => person.answers[item - 1] !== null) ?? false;
      if (parts.length === 0 || !isWhole) figure.set(`${name} ${scaleId}`, 1);
      else for (const part of parts) figure.set(`${name} ${part.id}`, part.items.length);
    }
    return figure;
  };
  for (const view of views) {
    const people = truth.get(view.id) ?? [];
    for (const id of readScaleIds(instrument)) {
      if (shownScale(view, id) !== null) figures.push(of(id, people));
    }
    splitView(view, views, builtInMeasures)?.parts.forEach(({ scales }, part) => {
      for (const { scale } of scales)
        if (readScaleIds(instrument).includes(scale))
          figures.push(
            of(
              scale,
              people.filter((person) => person.part === part),
            ),
          );
    });
  }
  return figures;
}

const anyPerson = (instrument: Instrument, blankOneIn: number): fc.Arbitrary<Person> =>
  fc.record({
    answers: fc.array(
      fc
        .integer({ min: 0, max: blankOneIn * 5 - 1 })
        .map((n) =>
          n < 5 ? null : (instrument.responseOptions[n % instrument.responseOptions.length]?.value ?? null),
        ),
      { minLength: instrument.itemCount, maxLength: instrument.itemCount },
    ),
    part: fc.constantFrom(0, 1, 2, null),
    team: fc.constantFrom('Hub', 'Shore', ''),
  });

/** Rounds of one measure as a service might have them: all, teams of it in the same days or later, split or not. */
function roundsOf(
  instrument: Instrument,
  people: readonly Person[],
  hasSplit: boolean,
  teamsAt: number,
): { views: RoundView[]; truth: Map<string, readonly Person[]> } {
  const truth = new Map<string, readonly Person[]>([['whole', people]]);
  const unsplit: Partial<WellbeingWave> = hasSplit ? {} : { split: null, splitAnswers: [] };
  const records: RoundRecord[] = [{ id: 'whole', value: wave(instrument, people, unsplit) }];
  for (const team of ['Hub', 'Shore']) {
    const own = people.filter((person) => person.team === team);
    truth.set(team, own);
    records.push({
      id: team,
      value: wave(instrument, own, {
        ...unsplit,
        group: team,
        opensOn: addDays(day, teamsAt),
        closesOn: addDays(day, teamsAt + 10),
      }),
    });
  }
  return { views: roundViews(records), truth };
}

describe('no sum or difference of what is shown is about fewer than 5 people', () => {
  it.each([
    ['WHO-5', who5, 30],
    ['a measure with a total', bat12, 40],
    ['the pulse, with single items', pulse, 40],
  ] as const)('%s: whole, teams and parts, with blanks', (_name, instrument, blankOneIn) => {
    fc.assert(
      fc.property(
        fc.array(anyPerson(instrument, blankOneIn), { minLength: 5, maxLength: 13 }),
        fc.boolean(),
        fc.constantFrom(0, 4),
        (people, hasSplit, teamsAt) => {
          const { views, truth } = roundsOf(instrument, people, hasSplit, teamsAt);
          expect(singledOut(figuresOf(instrument, views, truth, people))).toBeNull();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('hides the total of a team where the whole has one more person with a blank', () => {
    // Thirteen people, seven of them a team. Five of the team and one of the rest left one item blank, each another.
    const people = Array.from({ length: 13 }, (_, index): Person => {
      const answers = Array.from(
        { length: 10 },
        (_item, item) => ((index * 3 + item * ((index % 4) + 1)) % 5) + 1,
      );
      const hasBlank = index < 5 || index === 7;
      return {
        answers: answers.map((answer, item) => (hasBlank && item === index ? null : answer)),
        part: null,
        team: index < 7 ? 'Hub' : '',
      };
    });
    const { views, truth } = roundsOf(pulse, people, false, 0);
    const viewOf = (id: string): RoundView => views.find((view) => view.id === id)!;
    expect(shownScale(viewOf('whole'), 'overall')).not.toBeNull();
    expect(shownScale(viewOf('Hub'), 'breaks')).not.toBeNull();
    expect(shownScale(viewOf('Hub'), 'overall')).toBeNull();
    const shown = figuresOf(pulse, views, truth, people);
    expect(singledOut(shown)).toBeNull();
    const total = new Map<string, number>();
    for (const [name, person] of people.slice(0, 7).entries()) {
      if (person.answers.includes(null)) total.set(`${name} overall`, 1);
      else
        for (const { id, items } of pulse.scales)
          if (id !== 'overall') total.set(`${name} ${id}`, items.length);
    }
    expect(singledOut([...shown, total])).toEqual(['7']);
  });

  it('would be found by this audit: a total beside its parts, where one person left a part blank', () => {
    const answers = (index: number): Answers =>
      Array.from({ length: 12 }, (_, item) => ((index * 3 + item * ((index % 4) + 1)) % 5) + 1);
    const people: Person[] = Array.from({ length: 9 }, (_, index) => ({
      answers: answers(index),
      part: null,
      team: '',
    }));
    people[4] = {
      answers: answers(4).map((answer, item) => (item === 0 ? null : answer)),
      part: null,
      team: '',
    };
    const { views, truth } = roundsOf(bat12, people, false, 40);
    const shown = figuresOf(bat12, views, truth, people);
    expect(singledOut(shown)).toBeNull();
    expect(
      shownScale(
        views.find(({ id }) => id === 'whole')!,
        'total',
      ),
    ).not.toBeNull();
    expect(
      shownScale(
        views.find(({ id }) => id === 'whole')!,
        'exhaustion',
      ),
    ).toBeNull();
    const exhaustion = new Map(
      people.flatMap((_, name) => (name === 4 ? [] : [[`${name} exhaustion`, 1] as const])),
    );
    expect(singledOut([...shown, exhaustion])).toEqual(['4']);
  });
});
