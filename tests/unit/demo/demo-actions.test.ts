/** What the made-up service did about what it found, by the app's own reckoning of effect, readiness and rooms. */
import { describe, expect, it } from 'vitest';
import { figureEffect, roundEffect, roundPair } from '@shared/actions/effect';
import { missingToFinish } from '@shared/readiness/finish';
import { roomFit } from '@shared/spaces/room';
import { isMeasureId, measureOf } from '@shared/workforce/measures';
import { all, asOf, rows, views } from './made-up-service';

const actions = all('action');
const called = (words: string) => {
  const found = actions.find(({ value }) => value.what.includes(words));
  if (found === undefined) throw new Error(`No action about ${words}`);
  return found.value;
};

function effectOf(words: string): string {
  const action = called(words);
  const { remeasure } = action;
  if (remeasure === null) throw new Error('Nothing to measure it by');
  if (remeasure.kind === 'round')
    return roundEffect(roundPair(views, remeasure.instrumentId, remeasure.scaleId, action), remeasure.scaleId)
      .effect;
  if (!isMeasureId(remeasure.measure)) throw new Error('No such measure');
  return figureEffect(measureOf(remeasure.measure), rows, null, action.openedOn).effect;
}

describe('what the made-up service did', () => {
  it('works where work was changed, and says so of nothing else', () => {
    expect(effectOf('20 open cases')).toBe('better');
    expect(effectOf('Supervision in the rota')).toBe('better');
    expect(effectOf('newsletter')).toBe('no-clear-change');
    expect(called('newsletter').reviews.at(-1)?.effect).toBe('no-clear-change');
    expect(called('newsletter').droppedOn).not.toBeNull();
  });

  it('is looked at no earlier than it began, and on no day that is still to come', () => {
    const days = actions.flatMap(({ value }) => [
      ...value.reviews.map(({ on }) => [value.openedOn, on] as const),
      ...[value.doneOn, value.droppedOn].flatMap((on) =>
        on === null ? [] : [[value.openedOn, on] as const],
      ),
    ]);
    expect(days.length).toBeGreaterThan(5);
    for (const [openedOn, on] of days) expect(openedOn <= on && on <= asOf).toBe(true);
  });

  it('names only rounds, sites, conversations and issues that are there', () => {
    const there = new Set(
      [
        ...all('wellbeing-wave'),
        ...all('site'),
        ...all('conversation'),
        ...all('outside-issue'),
        ...all('person'),
      ].map(({ id }) => id as string),
    );
    const ids = [
      ...actions.flatMap(({ value: { source, ownerId } }) => [
        ...(ownerId === null ? [] : [ownerId]),
        ...(source?.from === 'round' ? [source.waveId] : []),
        ...(source?.from === 'space' ? [source.siteId] : []),
        ...(source?.from === 'conversation' ? [source.conversationId] : []),
      ]),
      ...all('readiness-check').flatMap(({ value }) =>
        value.blockers.flatMap(({ links }) =>
          links.flatMap((link) => (link.kind === 'outside' ? [link.id] : [])),
        ),
      ),
      ...all('training-plan').flatMap(({ value }) => [value.pulseBeforeId, value.pulseAfterId]),
    ].filter((id) => id !== null);
    expect(ids.length).toBeGreaterThan(6);
    expect(ids.filter((id) => !there.has(id))).toEqual([]);
  });

  it('has a readiness check that is open since February 2026 with staff wellbeing as it should be', () => {
    const open = all('readiness-check').filter(({ value }) => value.finalisedOn === null);
    expect(open).toHaveLength(1);
    const [check] = open;
    expect(check?.value.startedOn.slice(0, 7)).toBe('2026-02');
    expect(check && missingToFinish(check.value, actions)).toEqual([]);
  });

  it('has an office with two desks too many', () => {
    const room = all('site')
      .flatMap(({ value }) => value.rooms)
      .find(({ name }) => name === 'Front office');
    expect(room && roomFit(room, room.desks)).toMatchObject({ volume: 72.9, most: 6 });
  });

  it('trained no more people than were there, and began with wellbeing', () => {
    for (const { value } of all('training-plan')) {
      expect(value.steps[0]?.kind).toBe('wellbeing');
      for (const { sessions } of value.steps)
        for (const { on, invited } of sessions) {
          const there = all('person').filter(
            (person) => person.value.startDate <= on && (person.value.lastDay ?? on) >= on,
          );
          expect(on <= asOf && invited <= there.length).toBe(true);
        }
    }
  });
});
