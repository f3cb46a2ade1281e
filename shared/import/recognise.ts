/** Which extract a file is, by its headings and what stands below them; its name says nothing. */
import { tidyCell } from './cells';
import type { ImportFileError } from './file-errors';
import { guessColumns, type Guess } from './guess';
import { headingWords } from './heading-words';
import { knownHeadings } from './mapping';
import type { ParsedText } from './source-text';
import { toSourceTable, type SourceTable } from './table';
import { extractTargets, type ExtractTarget } from './targets/all';
import { practiceTimeFields } from '@shared/records/practice-time/practice-time';

/** Headings that one extract has and the others do not. */
const tellingHeadings: Readonly<Record<string, RegExp>> = {
  people:
    /\b(contract|contracted|hours|hire|hired|joined|leaver|leaving|employment|exposure|front|commencement|site|date of birth)\b/,
  absences: /\b(absence|absent|sick|sickness|away|illness|episode|rtw|return)\b/,
  caseload: /\b(case|cases|caseload)\b/,
  establishment: /\b(funded|establishment|budgeted|budget)\b/,
  supervision: /\b(supervision|supervisor|session|minutes|duration|held|outcome|status)\b/,
  leavers: /\b(leaver|leavers|leaving|left|termination)\b/,
  'practice-time': /\b(break|breaks|protected|training|cut|cancelled|shifts)\b/,
};

/**
 * Their columns are few, and most lists have them too: a staff list is a list of leavers as well. They are looked at
 * where a file is nothing else.
 */
const lastResorts: ReadonlySet<string> = new Set(['leavers', 'practice-time']);

/**
 * More than the required columns. Taken for a list of leavers, a list of absences without its first days would end the
 * posts of everybody in it.
 */
function isLastResort({ target, table, guess }: RecognisedExtract): boolean {
  if (target.id === 'practice-time')
    return practiceTimeFields.some((field) => (guess.mapping[field] ?? null) !== null);
  const has = (id: string): boolean =>
    table.headings.some((heading) => tellingHeadings[id]?.test(headingWords(heading)) === true);
  return has('leavers') && !has('absences') && namesPeopleOnce(table, guess);
}

export interface RecognisedExtract {
  readonly type: 'extract';
  readonly target: ExtractTarget;
  readonly table: SourceTable;
  readonly guess: Guess;
}

export type Recognition =
  | RecognisedExtract
  /** Answers of a questionnaire by item number: no part of the workforce figures. */
  | { readonly type: 'answers' }
  | { readonly type: 'ambiguous'; readonly between: readonly ExtractTarget[] }
  /** `nearest`: what it would be if these columns were there; null when nothing fits. */
  | {
      readonly type: 'unknown';
      readonly nearest: { readonly target: ExtractTarget; readonly missing: readonly string[] } | null;
    }
  | { readonly type: 'no-table'; readonly error: ImportFileError };

const answerHeading = /^(?:q|item|question|answer)? ?\d{1,3}\b/;

function isAnswers(headings: readonly string[]): boolean {
  const numbered = headings.filter((heading) => answerHeading.test(headingWords(heading)));
  return numbered.length >= 3 && numbered.length >= headings.length / 2;
}

/** A staff list names nearly everybody once; a list of absences names the same people again and again. */
function namesPeopleOnce(table: SourceTable, { mapping }: Guess): boolean {
  const column = mapping['payrollNumber'] ?? mapping['name'] ?? null;
  if (column === null) return true;
  const filled = table.rows.map(({ cells }) => tidyCell(cells[column] ?? '')).filter((cell) => cell !== '');
  return new Set(filled).size >= filled.length * 0.7;
}

function scoreOf({ target, table, guess }: RecognisedExtract): number {
  const mapped = Object.values(guess.mapping).filter((index) => index !== null).length;
  const telling = table.headings.filter((heading) =>
    tellingHeadings[target.id]?.test(headingWords(heading)),
  ).length;
  return mapped + telling * 3 - (target.id === 'people' && !namesPeopleOnce(table, guess) ? 6 : 0);
}

export function recogniseExtract(parsed: ParsedText): Recognition {
  const candidates: RecognisedExtract[] = [];
  let error: ImportFileError | null = null;
  for (const target of extractTargets) {
    const table = toSourceTable(parsed, knownHeadings(target.columns));
    if (table.ok)
      candidates.push({
        type: 'extract',
        target,
        table: table.value,
        guess: guessColumns(target.columns, table.value),
      });
    else error = table.error;
  }
  const [some] = candidates;
  if (some === undefined) return { type: 'no-table', error: error ?? { tag: 'EmptyFile' } };
  const complete = candidates.filter(({ guess }) => guess.missing.length === 0);
  const usual = complete.filter(({ target }) => !lastResorts.has(target.id));
  const ranked = (usual.length > 0 ? usual : complete.filter((candidate) => isLastResort(candidate)))
    .map((candidate) => ({ candidate, score: scoreOf(candidate) }))
    .sort((left, right) => right.score - left.score);
  const [best, second] = ranked;
  if (best === undefined) {
    if (isAnswers(some.table.headings)) return { type: 'answers' };
    // Most columns found, and no more than two missing: worth saying which.
    const [nearest] = candidates
      .filter(({ target, guess }) => !lastResorts.has(target.id) && guess.missing.length <= 2)
      .sort((left, right) => scoreOf(right) - scoreOf(left));
    return {
      type: 'unknown',
      nearest:
        nearest === undefined || Object.values(nearest.guess.mapping).every((index) => index === null)
          ? null
          : { target: nearest.target, missing: nearest.guess.missing.map(({ label }) => label) },
    };
  }
  if (second !== undefined && second.score === best.score)
    return {
      type: 'ambiguous',
      between: ranked.filter(({ score }) => score === best.score).map(({ candidate }) => candidate.target),
    };
  return best.candidate;
}
