/**
 * The made-up records: supervision sessions with notes, about 2 KB each as JSON. Record n of a seed is the same on
 * every machine, in the page and in Node, so that a digest proves that a store gave everything back.
 */
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { createSeeded, type Seeded } from '@shared/demo/seeded';
import {
  supervisionKinds,
  sessionDefaults,
  supervisionThemes,
  type AgreedAction,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { createVocabulary } from './vocabulary.js';

export interface BenchRecord {
  readonly id: RecordId;
  readonly value: SupervisionSession;
}

export const peopleCount = 60;
const firstDay = toLocalDate('2016-04-04');
const vocabulary = createVocabulary();
/** Zipf's law as a table: a uniform place in it gives common words often and rare ones seldom. */
const wordTable = createWordTable(vocabulary.length, 1 << 16);

export function personIdOf(seed: number, index: number): RecordId {
  return idFrom(createSeeded(mix(seed, 0x50e0_0000 + index)));
}

export function recordAt(seed: number, index: number): BenchRecord {
  const seeded = createSeeded(mix(seed, index));
  const id = idFrom(seeded);
  const date = addDays(firstDay, seeded.whole(0, 3650));
  const actions = Array.from({ length: seeded.whole(0, 3) }, () => actionOf(seeded, date));
  const value: SupervisionSession = {
    ...sessionDefaults,
    kind: seeded.pick(supervisionKinds),
    personIds: [personIdOf(seed, seeded.whole(0, peopleCount - 1))],
    date,
    status: seeded.chance(0.9) ? 'held' : 'cancelled-by-service',
    minutes: seeded.pick([30, 45, 60, 75, 90]),
    themes: supervisionThemes.filter(() => seeded.chance(0.3)),
    wellbeingAsked: seeded.chance(0.8),
    note: noteOf(seeded, seeded.whole(900, 2300)),
    actions,
    nextDate: seeded.chance(0.7) ? addDays(date, seeded.whole(14, 60)) : null,
    facilitator: seeded.chance(0.2) ? textOf(seeded, 18) : '',
  };
  return { id, value };
}

export function* recordsOf(seed: number, from: number, to: number): Generator<BenchRecord> {
  for (let index = from; index < to; index += 1) yield recordAt(seed, index);
}

/** Searches as people type them: a common word, a rarer one, the start of a word, two words. */
export function queriesOf(seed: number, count: number): readonly string[] {
  const seeded = createSeeded(mix(seed, 0x5ea4_0000));
  const common = (): string => vocabulary[seeded.whole(20, 150)]!;
  const rare = (): string => vocabulary[seeded.whole(400, vocabulary.length - 1)]!;
  return Array.from({ length: count }, (_, index) => {
    switch (index % 4) {
      case 0:
        return common();
      case 1:
        return rare();
      case 2:
        return rare().slice(0, 4);
      default:
        return `${common()} ${rare()}`;
    }
  });
}

function actionOf(seeded: Seeded, date: SupervisionSession['date']): AgreedAction {
  return {
    text: textOf(seeded, seeded.whole(30, 80)),
    owner: seeded.chance(0.5) ? 'Manager' : 'Supervisee',
    due: addDays(date, seeded.whole(3, 40)),
    doneOn: seeded.chance(0.6) ? addDays(date, seeded.whole(3, 40)) : null,
    droppedOn: null,
  };
}

/** Sentences and paragraphs; one note in twenty has letters outside Latin-1, which doubles a string in memory. */
function noteOf(seeded: Seeded, length: number): string {
  const isWide = seeded.chance(0.05);
  let note = '';
  while (note.length < length) {
    const sentence = textOf(seeded, seeded.whole(40, 140));
    note += `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}${isWide ? ' \u2013 as agreed' : ''}.`;
    note += seeded.chance(0.15) ? '\n' : ' ';
  }
  return note.trim();
}

function textOf(seeded: Seeded, length: number): string {
  let text = '';
  while (text.length < length) {
    const word = vocabulary[wordTable[Math.floor(seeded.next() * wordTable.length)]!]!;
    text += text === '' ? word : ` ${word}`;
  }
  return text;
}

function createWordTable(words: number, places: number): Uint16Array {
  const weights = Array.from({ length: words }, (_, rank) => 1 / (rank + 2.7));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Uint16Array(places);
  let rank = 0;
  let reached = weights[0]! / total;
  for (let place = 0; place < places; place += 1) {
    while (place / places > reached && rank < words - 1) {
      rank += 1;
      reached += weights[rank]! / total;
    }
    table[place] = rank;
  }
  return table;
}

function idFrom(seeded: Seeded): RecordId {
  let id = '';
  for (let part = 0; part < 4; part += 1) {
    id += Math.floor(seeded.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  }
  return id as RecordId;
}

function mix(seed: number, index: number): number {
  return Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(index + 1, 0xc2b2_ae35);
}
