/** The page's handle on the figures worker: what changed goes over as numbers, and rows come back. */
import * as Comlink from 'comlink';
import type { LocalMonth } from '@shared/kernel/local-date';
import {
  personIndex,
  packAbsences,
  packCounts,
  packPeople,
  packSessions,
  type PersonIndex,
} from '@shared/workforce/figure-pack';
import type { FigureGroup, FigureRecords, PackedRecords } from '@shared/workforce/figures';
import type { WithId } from '@shared/workforce/workforce-inputs';
import type { FiguresDesk } from './protocol';

export interface FiguresClient {
  /** The same answer as before where no record has changed. Null when the worker ended. */
  ask(records: FigureRecords, from: LocalMonth, to: LocalMonth): Promise<readonly FigureGroup[] | null>;
  close(): void;
}

type Parts = Partial<PackedRecords>;

/**
 * What has to be made into numbers anew, a kind at a time: the lists are the same array until one of their records
 * changes. Tens of thousands of records take a while, so whoever runs these lets the page breathe in between.
 */
export function changedParts(before: FigureRecords | null, now: FigureRecords): readonly (() => Parts)[] {
  const isNew = (...keys: readonly (keyof FigureRecords)[]): boolean =>
    before === null || keys.some((key) => before[key] !== now[key]);
  let index: PersonIndex | null = null;
  // People are places in a list: when the list changes, so does everything that names a place.
  const places = (): PersonIndex => (index ??= personIndex(now.people));
  const { fullTimeWeeks, asOf, supervisionIntervalDays } = now;
  const kinds: readonly (readonly [boolean, () => Parts])[] = [
    [
      isNew('fullTimeWeeks', 'asOf', 'supervisionIntervalDays'),
      () => ({ settings: { fullTimeWeeks, asOf, supervisionIntervalDays } }),
    ],
    [isNew('people'), () => ({ people: packPeople(now.people) })],
    [isNew('people', 'absences'), () => ({ absences: packAbsences(now.absences, places()) })],
    [
      isNew('people', 'sessions', 'groupSessions'),
      () => ({ sessions: packSessions(now.sessions, now.groupSessions, places()) }),
    ],
    [isNew('people', 'caseloadCounts'), () => ({ counts: packCounts(now.caseloadCounts, places()) })],
    [isNew('establishment'), () => ({ establishment: valuesOf(now.establishment) })],
    [isNew('monthFigures'), () => ({ monthFigures: valuesOf(now.monthFigures) })],
    [isNew('practiceTimes'), () => ({ practiceTimes: valuesOf(now.practiceTimes) })],
  ];
  return kinds.filter(([isChanged]) => isChanged).map(([, make]) => make);
}

/** Of a stored record only these two are asked for. */
function valuesOf<T>(records: readonly WithId<T>[]): WithId<T>[] {
  return records.map(({ id, value }) => ({ id, value }));
}

/** The buffers of numbers are handed over, not copied: nothing here reads them again. */
function handedOver({ absences, sessions, counts }: Parts): Transferable[] {
  return [absences?.buffer, sessions?.held.buffer, counts?.buffer].filter((buffer) => buffer !== undefined);
}

type Answer = Promise<readonly FigureGroup[] | null>;

/** Lets the page draw and answer before what comes next. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

export function openFigures(): FiguresClient {
  const worker = new Worker(new URL('./figures-worker.ts', import.meta.url), {
    type: 'module',
    name: 'figures',
  });
  const desk = Comlink.wrap<FiguresDesk>(worker);
  let before: FigureRecords | null = null;
  const answers = new Map<string, Answer>();
  let end = (): void => undefined;
  const ended = new Promise<null>((resolve) => {
    end = () => {
      resolve(null);
    };
  });
  let turn: Promise<unknown> = Promise.resolve();

  async function send(records: FigureRecords): Promise<void> {
    const makers = changedParts(before, records);
    before = records;
    if (makers.length > 0) answers.clear();
    for (const make of makers) {
      await nextTask();
      const parts = make();
      void desk.keep(Comlink.transfer(parts, handedOver(parts)));
    }
  }

  function answerTo(from: LocalMonth, to: LocalMonth): Answer {
    const question = `${from} ${to}`;
    const answer = answers.get(question) ?? Promise.race([desk.figures(from, to), ended]);
    answers.set(question, answer);
    return answer;
  }

  return {
    ask: async (records, from, to) => {
      // One after the other: a question stands right behind the records that it is about. The answer is not waited
      // for in the turn, so it is handed on wrapped.
      const asked = turn.then(async () => {
        await send(records);
        return { answer: answerTo(from, to) };
      });
      turn = asked;
      return (await asked).answer;
    },
    close: () => {
      worker.terminate();
      end();
    },
  };
}
