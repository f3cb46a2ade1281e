import { describe, expect, it } from 'vitest';
import { pulseMeasure } from '@shared/instruments/pulse';
import {
  emptyMeasure,
  freeId,
  measureOf,
  typedOf,
  typedOfDraft,
  type TypedMeasure,
} from '../../../renderer/features/wellbeing/measures/composer-draft';
import { expectCalm } from '../ui/calm';

const identity = { id: 'ours', version: 1 };
const written: TypedMeasure = {
  ...emptyMeasure,
  title: ' Our week ',
  about: 'How the week went.',
  items: [
    { id: 'item1', text: ' I could take my breaks. ', isReversed: false },
    { id: 'item2', text: '  ', isReversed: false },
    { id: 'item3', text: 'I was left alone with it.', isReversed: true },
  ],
};
const problems = (typed: TypedMeasure): Record<string, string> => {
  const read = measureOf(typed, identity);
  return read.ok ? {} : Object.fromEntries(read.error.map(({ field, message }) => [field, message]));
};

describe('what is typed into the composer', () => {
  it('comes to one scale over every item that has words', () => {
    const read = measureOf(written, identity);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value).toMatchObject({
      id: 'ours',
      version: 1,
      title: 'Our week',
      minutes: 2,
      items: [
        { text: 'I could take my breaks.', isReversed: false },
        { text: 'I was left alone with it.', isReversed: true },
      ],
      scales: [{ id: 'overall', items: [1, 2], aggregation: 'mean', better: 'higher', needs: 'most-items' }],
    });
    expect(read.value.answers.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives back the measure that it was opened for, unchanged', () => {
    const typed = typedOf(pulseMeasure, 'pulse');
    expect(typed.isOneScale).toBe(false);
    expect(measureOf(typed, { id: 'pulse', version: 1 })).toEqual({ ok: true, value: pulseMeasure });
    const one = measureOf(written, identity);
    if (one.ok) expect(measureOf(typedOf(one.value, ''), identity)).toEqual(one);
  });

  it('keeps a scale with its items when rows are moved or taken out', () => {
    const scale = { ...emptyMeasure.scales[0]!, id: 'alone', title: 'Alone', items: ['item3', 'item9'] };
    const rest = { ...emptyMeasure.scales[0]!, id: 'rest', title: 'Rest', items: ['item1'] };
    const typed = {
      ...written,
      isOneScale: false,
      scales: [scale, rest],
      items: [...written.items].reverse(),
    };
    const read = measureOf(typed, identity);
    expect(read).toMatchObject({ value: { scales: [{ items: [1] }, { items: [2] }] } });
  });

  it('says at each field what to do, top down, in calm words', () => {
    const told = problems({
      ...emptyMeasure,
      introduction: '',
      minutes: 'two',
      answers: [
        { value: '1', text: '' },
        { value: '-3', text: 'Often' },
      ],
    });
    expect(Object.keys(told)).toEqual([
      'title',
      'about',
      'minutes',
      'introduction',
      'text-item1',
      'answer-text-0',
      'answer-value-1',
    ]);
    expect(told['text-item1']).toBe('Write at least one item');
    for (const message of Object.values(told)) expectCalm(message);
  });

  it('finds what does not go together', () => {
    expect(problems({ ...written, answers: [...written.answers].reverse() })).toHaveProperty(
      'answer-value-1',
      'Each answer counts more than the one before it',
    );
    expect(problems({ ...written, answers: written.answers.slice(0, 1) })).toEqual({
      preset: 'Give at least two answers',
    });
    const two = { ...emptyMeasure.scales[0]!, id: 'two', title: '', items: ['item1'] };
    expect(problems({ ...written, isOneScale: false, scales: [two] })).toEqual({
      'text-item3': 'Item 2 is in no scale',
      'title-two': 'Give scale 1 a name',
    });
    expect(problems({ ...written, title: 'x'.repeat(81) })).toEqual({ title: 'Use 80 characters or fewer' });
    expect(problems({ ...written, minutes: '61' })).toEqual({ minutes: 'Enter whole minutes, from 1 to 60' });
  });

  it('comes back from a draft, and a draft of another form does not', () => {
    expect(typedOfDraft({ ...written })).toEqual(written);
    expect(typedOfDraft({ ...written, answers: 'five' })).toBeNull();
    expect(typedOfDraft({})).toBeNull();
  });

  it('gives a new row a name that no row has', () => {
    expect(freeId('item', [{ id: 'item2' }, { id: 'item3' }])).toBe('item4');
    expect(freeId('item', [])).toBe('item1');
    expect(freeId('item', [{ id: 'item2' }])).toBe('item3');
  });
});
