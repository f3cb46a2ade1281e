/**
 * The monthly workforce figures of a folder of extracts, through the app's own importer:
 *
 *     npm run indicators -- FOLDER --as-of 2026-03-31 --full-time-week 37.5 --json FILE [--months 36]
 *
 * Which file is which is told by its columns. Every row that was not taken is printed with file, line and reason and
 * stands in the JSON too; no cell of a file is printed. Exit 0 when the figures were written, 1 when there was no staff
 * list to count, 2 when used wrongly.
 */
import { statSync, writeFileSync } from 'node:fs';
import { importFileErrorText } from '../renderer/records/import/import-words';
import { importFolder, type FileOutcome } from '../shared/import/folder';
import { recordIdFromBytes, type RecordId } from '../shared/kernel/ids';
import { isLocalDate } from '../shared/kernel/local-date';
import { readFolder } from './indicators/read-folder';
import { cautions, indicatorReport, monthRange, type IndicatorOptions } from './indicators/report';

const usage =
  'Usage: npm run indicators -- FOLDER --as-of 2026-03-31 --full-time-week 37.5 --json FILE [--months 36]\n';

interface Arguments extends IndicatorOptions {
  readonly folder: string;
  readonly json: string;
}

/** The words of what is wrong, or the arguments. */
function readArguments(words: readonly string[]): Arguments | string {
  const known = ['--as-of', '--full-time-week', '--json', '--months'];
  const given = new Map<string, string>();
  const folders: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [name = '', joined] = word.split(/=(.*)/s);
    if (!word.startsWith('--')) folders.push(word);
    else if (!known.includes(name)) return `There is no ${name} here.`;
    else {
      if (joined === undefined) index += 1;
      given.set(name, joined ?? words[index] ?? '');
    }
  }
  const [folder] = folders;
  if (folder === undefined || folders.length > 1) return 'Name one folder.';
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return `${folder} is no folder.`;
  const asOf = given.get('--as-of') ?? '';
  if (!isLocalDate(asOf)) return '--as-of needs a day, like 2026-03-31.';
  const fullTimeWeek = Number(given.get('--full-time-week') ?? Number.NaN);
  if (!(fullTimeWeek > 0 && fullTimeWeek <= 168)) return '--full-time-week needs hours, like 37.5.';
  const months = Number(given.get('--months') ?? 36);
  if (!Number.isInteger(months) || months < 1 || months > 600)
    return '--months needs a whole number from 1 to 600.';
  const json = given.get('--json') ?? '';
  return json === '' ? '--json needs a file to write.' : { folder, asOf, fullTimeWeek, months, json };
}

/** Ids that mean nothing and are the same on every run. */
function idMaker(): () => RecordId {
  let next = 0;
  return () => {
    next += 1;
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setUint32(12, next);
    return recordIdFromBytes(bytes);
  };
}

function outcomeText({ file, target, isAnswers, ...outcome }: FileOutcome): string {
  if (isAnswers) return `${file}: answers of a questionnaire, not part of these figures`;
  if (target === null) return `${file}: NOT TAKEN`;
  const { rows, created, changed, unchanged, rejected, unusedHeadings, absentColumns, notes } = outcome;
  const parts = [`${created} new`];
  if (changed > 0) parts.push(`${changed} changed what an earlier file said`);
  if (unchanged > 0) parts.push(`${unchanged} said again what an earlier file said`);
  parts.push(`${rejected} of ${rows} rows left out`);
  const turned = notes['name-turned-round'] ?? 0;
  if (turned > 0) parts.push(`${turned} names turned round`);
  const joined = notes['times-joined'] ?? 0;
  if (joined > 0) parts.push(`${joined} people who came back`);
  const lines = [`${file}: ${target.label.many}, ${parts.join(', ')}`];
  if (absentColumns.length > 0) lines.push(`  no column for: ${absentColumns.join(', ')}`);
  if (unusedHeadings.length > 0) lines.push(`  columns not used: ${unusedHeadings.join(', ')}`);
  return lines.join('\n');
}

async function main(words: readonly string[]): Promise<number> {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const options = readArguments(words);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${usage}`);
    return 2;
  }
  const { files, leftAlone } = await readFolder(options.folder);
  const imported = importFolder({
    files,
    today: options.asOf,
    newId: idMaker(),
    fileErrorText: importFileErrorText,
  });
  for (const outcome of imported.files) print(outcomeText(outcome));
  if (leftAlone.length > 0) print(`Not opened: ${leftAlone.join(', ')}`);
  for (const { file, line, reason } of imported.rejected)
    print(line === null ? `LEFT OUT ${file}: ${reason}` : `LEFT OUT ${file} line ${line}: ${reason}`);
  for (const caution of cautions(imported.records, options)) print(`Mind: ${caution}`);
  if (imported.records.person.length === 0) {
    process.stderr.write('No staff list was found in this folder, so there is nothing to count.\n');
    return 1;
  }
  const report = indicatorReport(imported, options);
  writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
  const { from, to } = monthRange(options);
  print(
    `${report.people} people, ${report.absences} absences, ${report.badRows.length} rows left out; ${from} to ${to} written`,
  );
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
