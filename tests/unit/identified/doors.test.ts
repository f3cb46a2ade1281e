/**
 * Every place at which something leaves Steading, by its door. A new one fails here until somebody has said which door
 * it is, and a place that names people can be in no other folder than the door's own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/**
 * anonymised: figures, after disclosure control. identified: copies that name people. neither: nothing of a person, or
 * a file of the vault's own that holds no more than ids.
 */
type DoorName = 'anonymised' | 'identified' | 'neither';

/** file → its door, and how many places in it. */
const doors: Readonly<Record<string, readonly [DoorName, number]>> = {
  'renderer/identified/use-door.ts': ['identified', 3],

  'renderer/charts/TakeOut.tsx': ['anonymised', 3],
  'renderer/features/reports/bundle/SaveBundle.tsx': ['anonymised', 1],
  'renderer/features/reports/rows/RowsMaking.tsx': ['anonymised', 1],
  'renderer/features/reports/report-file.ts': ['anonymised', 2],
  'renderer/report-files/print/print-report.tsx': ['anonymised', 1],
  'renderer/features/wellbeing/heard/use-save-sheet.ts': ['anonymised', 1],
  'renderer/features/wellbeing/results/use-save-results.ts': ['anonymised', 1],
  'renderer/features/workforce/outside/PaperPage.tsx': ['anonymised', 1],
  'renderer/features/spaces/checks/PrintPage.tsx': ['anonymised', 1],
  'renderer/features/people/team/said/use-save-board.ts': ['anonymised', 1],

  // Drawn again as a picture within the page: TakeOut.tsx is what lets it out.
  'renderer/charts/picture/as-png.ts': ['neither', 1],
  // An error's code.
  'renderer/app/ErrorBoundary.tsx': ['neither', 1],
  // Our own words.
  'renderer/app/help/PrintHelp.tsx': ['neither', 1],
  // The steps that came with Steading and their days; with names or added words it goes through the identified door.
  'renderer/features/incidents/OnePage.tsx': ['neither', 1],
  'renderer/features/incidents/templates/TemplatePage.tsx': ['neither', 1],
  'renderer/features/settings/RecoveryKit.tsx': ['neither', 3],
  // Kinds of records, counts, days.
  'renderer/features/settings/care/DestroyedPage.tsx': ['neither', 1],
  // Ids, which these records alone can read.
  'renderer/features/settings/care/LogPage.tsx': ['neither', 1],
  // Blank forms and a letter to everyone.
  'renderer/features/wellbeing/PrintActions.tsx': ['neither', 1],
  'renderer/features/wellbeing/use-save-pdf.ts': ['neither', 1],
  'renderer/features/wellbeing/measures/OwnMeasureActions.tsx': ['neither', 1],
  'renderer/features/wellbeing/measures/WordingSection.tsx': ['neither', 1],
  // The survey to be filled in, and the words that open it.
  'renderer/features/wellbeing/replies/SurveyPage.tsx': ['neither', 2],
  // Row numbers of an import, and no cell.
  'renderer/records/import/use-import.ts': ['neither', 1],
  // A picture of a room, shown on the page that it stands on: it leaves nowhere.
  'renderer/features/spaces/photos/Picture.tsx': ['neither', 1],
  // Days with neutral titles.
  'renderer/records/use-save-calendar.ts': ['neither', 1],
  // In the survey file: a sealed reply, in the browser of whoever gave it.
  'renderer/survey/hand-over.ts': ['neither', 2],
};

const leaves = new RegExp(
  [
    // Asked of main, by name in brackets or taken out of the object by name.
    String.raw`\[\s*'(?:file\.save|file\.savePdf|clipboard\.write|clipboard\.writeImage)'\s*\]\s*\(`,
    String.raw`'(?:file\.save|file\.savePdf|clipboard\.write|clipboard\.writeImage)'\s*:`,
    // The browser's own ways.
    String.raw`\b(?:window|globalThis)\.print\b`,
    String.raw`\bclipboard\.write(?:Text)?\s*\(`,
    String.raw`\.createObjectURL\s*\(`,
    String.raw`\.execCommand\s*\(`,
    String.raw`\bshow(?:Save|Open)FilePicker\b`,
  ].join('|'),
  'g',
);

function count(text: string): number {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').match(leaves)?.length ?? 0;
}

function placesFound(): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const entry of readdirSync(join(root, 'renderer'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const places = count(readFileSync(file, 'utf8'));
    if (places > 0) found[relative(root, file).split(sep).join('/')] = places;
  }
  return found;
}

describe('what leaves, by its door', () => {
  it('is all listed, each place with a door, and nothing is listed that is not there', () => {
    expect(placesFound()).toEqual(
      Object.fromEntries(Object.entries(doors).map(([file, [, places]]) => [file, places])),
    );
  });

  it('names people through one folder alone', () => {
    for (const [file, [door]] of Object.entries(doors))
      expect(file.startsWith('renderer/identified/'), file).toBe(door === 'identified');
  });

  it('is anonymised by nobody who also knows the identified door', () => {
    for (const [file, [door]] of Object.entries(doors)) {
      if (door === 'anonymised')
        expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/\/identified'/);
    }
  });

  it.each([
    `await desktop['file.save']({ suggestedName, bytes });`,
    `const saved = await desktop[ 'file.savePdf' ]({});`,
    `const { 'file.save': write } = desktop;`,
    `onPress={() => { window.print(); }}`,
    `const print = window.print;`,
    `void navigator.clipboard.writeText(text);`,
    `void desktop['clipboard.writeImage']({ png });`,
    `URL.createObjectURL(new Blob([text]));`,
  ])('knows a new place when it sees one: %s', (text) => {
    expect(count(text)).toBe(1);
  });
});
