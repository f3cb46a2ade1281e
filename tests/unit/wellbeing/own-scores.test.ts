/** A person's own scores: what each comes to, what counts as change, and in which words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeated } from '@shared/instruments/instrument';
import { marksToConfirm } from '@shared/instruments/evidence';
import { builtInMeasures, measuresOf } from '@shared/wellbeing/measures';
import {
  ownMeasures,
  ownMeasureViews,
  withoutScore,
  withScore,
  type OwnMeasureView,
} from '@shared/wellbeing/own-scores';
import type { OwnScore } from '@shared/wellbeing/plan-content';
import {
  bandText,
  changeText,
  criterionText,
  flagText,
  normText,
  notScoredText,
  scoreText,
} from '../../../renderer/app/lock/hand-over/own-score-words';
import { day } from '../retention/support';

function given(measureId: string, on: string, answers: readonly (number | null)[], version = 1): OwnScore {
  return { measureId, measureVersion: version, takenOn: day(on), answers: [...answers] };
}

function viewOf(scores: readonly OwnScore[], measures = builtInMeasures): OwnMeasureView {
  const [view, ...more] = ownMeasureViews(scores, measures);
  if (view === undefined || more.length > 0) throw new Error('Not one measure');
  return view;
}

/** WHO-5 with these raw scores: 68, 52 and 20 of 100. */
const first = given('who5', '2026-01-05', [4, 4, 3, 3, 3]);
const second = given('who5', '2026-03-03', [3, 2, 3, 1, 4]);
const third = given('who5', '2026-05-11', [1, 1, 1, 1, 1]);

it('offers measures that say something about one person and need no clinician', () => {
  const ids = ownMeasures(builtInMeasures).map(({ id }) => id);
  expect(ids).toEqual([
    'who5',
    'cbi',
    'proqol5',
    'swemwbs',
    'wemwbs',
    'bat12',
    'bat23',
    'olbi',
    'uwes9',
    'stss',
    'misshp',
  ]);
});

describe('one score', () => {
  it('stands alone without a change', () => {
    const view = viewOf([second]);
    expect(view.scales).toMatchObject([{ id: 'percent', value: 52, changes: [], band: null }]);
    expect(view.norms).toEqual([]);
    expect(criterionText(view.scales[0]!)).toBeNull();
  });

  it('takes the place of another of the same measure and day, and can go', () => {
    const corrected = { ...second, answers: [5, 5, 5, 5, 5] };
    expect(withScore([third, second], corrected)).toEqual([corrected, third]);
    expect(withoutScore([first, second, third], second)).toEqual([first, third]);
    const other = given('cbi', '2026-03-03', repeated(50, 19));
    expect(withoutScore([other, second], second)).toEqual([other]);
  });

  it('names what too many blanks leave out', () => {
    const view = viewOf([given('stss', '2026-05-11', [null, null, 2, 2, null, ...repeated(2, 12)])]);
    expect(view.scales.map(({ id, value }) => [id, value])).toEqual([
      ['total', 34],
      ['intrusion', 10],
      ['arousal', 10],
    ]);
    expect(notScoredText(view.instrument!, view.newest!.notScored)).toBe(
      'Not scored, too many blanks: Avoidance (5 of 7 answered).',
    );
  });

  it('points, and says that it only points', () => {
    const low = viewOf([given('who5', '2026-05-11', [2, 3, 2, 3, 2])]);
    expect(flagText(low.instrument!, low.newest!)).toBe(
      'This score is in a range that the source points to: WHO-5 manual as given by INSPQ: raw score below 13; read in a secondary source.',
    );
    const edge = viewOf([second]);
    expect(flagText(edge.instrument!, edge.newest!)).toBeNull();
  });
});

describe('change', () => {
  it('of WHO-5 by 16 points is not clear, and by 48 is', () => {
    const view = viewOf([second, first]);
    const [scale] = view.scales;
    expect(scale?.changes).toHaveLength(1);
    expect(scale?.changes[0]).toMatchObject({ since: '2026-01-05', before: 68, difference: -16 });
    expect(scale?.changes[0]?.change?.criterion95).toBeCloseTo(22.17, 2);
    expect(changeText(scale!.changes[0]!, scale!.aggregation)).toBe(
      '16 lower than on 5 January 2026, when it was 68. No clear change: a difference of this size can be chance.',
    );
    expect(criterionText(scale!)).toBe('Only a difference of more than 22.2 counts as clear.');
    expect(view.norms.map(normText)).toEqual([
      'General population, surveys nearer 60 to 64, United Kingdom and Europe. Spread and reliability usual in surveys; recalled: check it at the source.',
    ]);
  });

  it('is set against the time before and against the first time', () => {
    const [scale] = viewOf([first, third, second]).scales;
    expect(scale?.value).toBe(20);
    expect(scale?.changes.map((change) => changeText(change, scale.aggregation))).toEqual([
      '32 lower than on 3 March 2026, when it was 52. This is worse than before, by more than the measure’s own error.',
      '48 lower than on 5 January 2026, when it was 68. This is worse than before, by more than the measure’s own error.',
    ]);
  });

  it('of a measure where lower is better is called better when it falls', () => {
    const before = given('cbi', '2026-01-05', repeated(75, 19));
    const after = given('cbi', '2026-05-11', repeated(25, 19));
    const texts = viewOf([before, after]).scales.map((scale) =>
      changeText(scale.changes[0]!, scale.aggregation),
    );
    expect(texts).toContain(
      '50.00 lower than on 5 January 2026, when it was 75.00. This is better than before, by more than the measure’s own error.',
    );
  });

  it('without a source for its error is a difference and no more', () => {
    const before = given('misshp', '2026-01-05', repeated(1, 10));
    const after = given('misshp', '2026-05-11', repeated(5, 10));
    const view = viewOf([before, after]);
    const [scale] = view.scales;
    expect(changeText(scale!.changes[0]!, scale!.aggregation)).toBe(
      '8 higher than on 5 January 2026, when it was 46. No source here says how much of a difference is chance.',
    );
    expect(criterionText(scale!)).toBeNull();
    expect(view.norms).toEqual([]);
  });

  it('of nothing is said as that', () => {
    const [scale] = viewOf([first, { ...first, takenOn: day('2026-02-01') }]).scales;
    expect(changeText(scale!.changes[0]!, scale!.aggregation)).toBe('The same as on 5 January 2026: 68.');
  });

  it('is never taken between two versions of a key, and an unknown key leaves answers unscored', () => {
    const older = { ...first, measureVersion: 7 };
    const view = viewOf([older, second]);
    expect(view.scales[0]?.changes).toEqual([]);
    expect(view.entries.map(({ score }) => score === null)).toEqual([false, true]);
    const unknown = viewOf([given('made-elsewhere', '2026-05-11', [1, 2])]);
    expect(unknown).toMatchObject({ instrument: null, newest: null, scales: [] });
    expect(unknown.entries).toHaveLength(1);
  });
});

describe('bands', () => {
  const stss = [given('stss', '2026-05-11', repeated(3, 17))];

  it('that are recalled stay off, and a recalled key is said to be', () => {
    expect(viewOf(stss).scales.map(({ band }) => band)).toEqual([null, null, null, null]);
    expect(viewOf(stss).isKeyConfirmed).toBe(true);
    expect(viewOf([given('uwes9', '2026-05-11', repeated(3, 9))]).isKeyConfirmed).toBe(false);
  });

  it('that are confirmed carry their source', () => {
    const bat = viewOf([given('bat12', '2026-05-11', repeated(3, 12))]);
    expect(bandText(bat.scales[0]!)).toBe(
      '“red” in the bands of the source: BAT clinical cut-offs: healthy and diagnosed people in the Netherlands, Belgium and Finland; tentative elsewhere; read in a secondary source.',
    );
    const instrument = builtInMeasures.find('stss')!;
    const marks = measuresOf(
      [],
      marksToConfirm(instrument).map(({ mark }) => mark),
    );
    expect(viewOf(stss, marks).scales[0]?.band?.name).toBe('severe');
  });
});

it('any answers of any offered measure give a view that never throws and never compares across measures', () => {
  const measures = ownMeasures(builtInMeasures);
  const score = fc.constantFrom(...measures).chain((measure) =>
    fc.record({
      measureId: fc.constant(measure.id),
      measureVersion: fc.constantFrom(measure.version, measure.version + 1),
      takenOn: fc.integer({ min: 1, max: 28 }).map((date) => day(`2026-02-${String(date).padStart(2, '0')}`)),
      answers: fc.array(fc.option(fc.constantFrom(...measure.responseOptions.map(({ value }) => value))), {
        minLength: measure.itemCount,
        maxLength: measure.itemCount,
      }),
    }),
  );
  fc.assert(
    fc.property(fc.array(score, { maxLength: 8 }), (added) => {
      let kept: OwnScore[] = [];
      for (const each of added) kept = withScore(kept, each);
      const views = ownMeasureViews(kept, builtInMeasures);
      expect(views.flatMap(({ entries }) => entries)).toHaveLength(kept.length);
      for (const view of views) {
        const days = view.entries.map(({ given: { takenOn } }) => takenOn);
        expect(days).toEqual([...days].sort().reverse());
        const title = view.instrument?.title;
        for (const scale of view.scales) {
          expect(scoreText(scale.value, scale.aggregation)).toMatch(/^\d+(\.\d\d)?$/);
          for (const change of scale.changes) {
            expect(days).toContain(change.since);
            expect(scale.value - change.difference).toBeCloseTo(change.before, 9);
          }
        }
        expect(title).toBeDefined();
      }
    }),
  );
});
