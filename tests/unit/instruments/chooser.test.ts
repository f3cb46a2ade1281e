import { describe, expect, it } from 'vitest';
import {
  chooseInstruments,
  halfYearLoad,
  tooSoonAfterEvent,
  type ChooserCaution,
  type ChooserWish,
} from '@shared/instruments/chooser';
import { instruments } from '@shared/instruments/registry';
import { toLocalDate } from '@shared/kernel/local-date';

const anything: ChooserWish = {
  constructs: [],
  atMostMinutes: null,
  licences: null,
  withNorms: false,
  people: 40,
};
const chosen = (wish: Partial<ChooserWish>): string[] => {
  const answer = chooseInstruments(instruments, { ...anything, ...wish });
  return answer.kind === 'choices' ? answer.choices.map(({ instrument }) => instrument.id) : [answer.kind];
};
const cautions = (id: string, people = 40): readonly ChooserCaution[] => {
  const answer = chooseInstruments(instruments, { ...anything, people });
  const choice =
    answer.kind === 'choices' ? answer.choices.find(({ instrument }) => instrument.id === id) : undefined;
  if (choice === undefined) throw new Error(`${id} is not offered`);
  return choice.cautions;
};
const day = toLocalDate;

describe('chooseInstruments', () => {
  it('offers everything but what is for a clinician, WHO-5 first', () => {
    expect(chosen({})).toEqual(instruments.map(({ id }) => id).filter((id) => id !== 'mios'));
    expect(chosen({})[0]).toBe('who5');
  });
  it('goes by what it is about, minutes, licence and norms', () => {
    expect(chosen({ constructs: ['wellbeing'] })).toEqual(['who5', 'swemwbs', 'wemwbs']);
    expect(chosen({ constructs: ['burnout'], atMostMinutes: 3 })).toEqual(['bat12']);
    expect(chosen({ licences: ['free', 'free-with-credit', 'ours'] })).toEqual([
      'hse35',
      'cbi',
      'proqol5',
      'pulse',
    ]);
    expect(chosen({ withNorms: true })).toEqual([
      'who5',
      'hse35',
      'cbi',
      'swemwbs',
      'wemwbs',
      'uwes9',
      'stss',
    ]);
    expect(chosen({ constructs: ['moral-injury'] })).toEqual(['misshp']);
  });
  it('says to talk instead when no result could be shown', () => {
    expect(chosen({ people: 4 })).toEqual(['talk-instead']);
    expect(chosen({ people: 5 })).toContain('who5');
  });
  it('says what speaks against each', () => {
    expect(cautions('hse35')).toEqual(['group-only']);
    expect(cautions('hse35', 29)).toEqual(['small-sample', 'group-only']);
    expect(cautions('uwes9')).toEqual(['check-key', 'check-bands', 'ask-first']);
    expect(cautions('swemwbs')).toEqual(['check-bands', 'ask-first']);
    expect(cautions('pulse')).toEqual(['not-validated', 'group-only']);
    expect(cautions('cbi')).toEqual([]);
  });
});

describe('halfYearLoad', () => {
  const round = (opensOn: string, minutes: number, group = '') => ({ opensOn: day(opensOn), minutes, group });
  it('adds up six months, to the day', () => {
    expect(halfYearLoad([], round('2026-03-01', 10))).toEqual({ minutes: 10, isTooMuch: false });
    expect(halfYearLoad([round('2025-09-01', 10)], round('2026-03-01', 10)).minutes).toBe(10);
    expect(halfYearLoad([round('2025-09-02', 10)], round('2026-03-01', 10))).toEqual({
      minutes: 20,
      isTooMuch: true,
    });
  });
  it('looks ahead as well as back, and never adds seven months together', () => {
    const others = [round('2025-12-01', 4), round('2026-07-15', 8)];
    expect(halfYearLoad(others, round('2026-03-01', 3)).minutes).toBe(11);
  });
  it('counts for a person: the team’s rounds and the whole service’s, not other teams’', () => {
    const others = [round('2026-01-10', 5), round('2026-01-10', 6, 'North'), round('2026-01-10', 2, 'South')];
    expect(halfYearLoad(others, round('2026-02-01', 1, 'South')).minutes).toBe(8);
    expect(halfYearLoad(others, round('2026-02-01', 1)).minutes).toBe(12);
  });
  it('stays under 15 minutes: 15 is too much', () => {
    expect(halfYearLoad([round('2026-01-10', 5)], round('2026-02-01', 9)).isTooMuch).toBe(false);
    expect(halfYearLoad([round('2026-01-10', 5)], round('2026-02-01', 10)).isTooMuch).toBe(true);
  });
});

describe('tooSoonAfterEvent', () => {
  it('warns under three months, not at three months, and not before the event', () => {
    const events = [day('2026-01-15'), day('2025-06-01')];
    expect(tooSoonAfterEvent(events, day('2026-04-14'))).toEqual({
      event: '2026-01-15',
      waitUntil: '2026-04-15',
    });
    expect(tooSoonAfterEvent(events, day('2026-04-15'))).toBeNull();
    expect(tooSoonAfterEvent(events, day('2026-01-15'))).not.toBeNull();
    expect(tooSoonAfterEvent(events, day('2026-01-14'))).toBeNull();
    expect(tooSoonAfterEvent([], day('2026-01-14'))).toBeNull();
  });
  it('names the newest', () => {
    expect(tooSoonAfterEvent([day('2026-02-01'), day('2026-03-01')], day('2026-04-01'))?.event).toBe(
      '2026-03-01',
    );
  });
});
