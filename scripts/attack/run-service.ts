/** One service, a year of its exports, and what the attacker finds out from them. */
import type { Highs } from 'highs';
import type { ReleaseTools } from '../../shared/disclosure/release';
import type { EarlierRelease } from '../../shared/disclosure/release-figures';
import { attackByBounds, type Finding, type Secret } from './attacker';
import { fromColleague, fromExport, fromZeros, fromStaffList } from './knowledge';
import { deriveMeans } from './means';
import { createEngine, leastOf, publishPrimaryOnly, type Published } from './publish';
import { createRandom } from './random';
import { createService, firstExport, lastMonth, type Service } from './service';
import { complements, createSheet, type Sheet } from './sheet';
import type { Constraint } from './solver';
import { headcountForm, sheetOf } from './tables';

export interface Attacked {
  readonly seed: number;
  /** In words, with the numbers: for the eyes of who mends the engine. Empty: nothing was disclosed. */
  readonly findings: readonly string[];
  readonly shown: number;
  readonly safe: number;
  readonly published: number;
}

/** Small counts, named in an export or not, and small complements. */
export function secretsOf(sheets: readonly Sheet[]): Secret[] {
  const secrets = new Map<string, Secret>();
  for (const sheet of sheets) {
    const figures = [...sheet.figures.values()].map((of) => ({ key: of.key, of, form: of.form, rest: of.value }));
    for (const { key, of, form, rest } of [...figures, ...complements(sheet)]) {
      const least = leastOf(of);
      if (rest >= least || (rest === 0 && of.kind === 'count')) continue;
      if (form.size > 0) secrets.set(key, { key, form, width: least - 1 });
    }
  }
  return [...secrets.values()];
}

/** The staff list of the first month is known to everybody: names and teams. */
function staffList(service: Service): EarlierRelease {
  const sheet = createSheet(service);
  const keys = service.teams.map((team) =>
    sheet.add(`headcount ${team} ${firstExport}`, headcountForm(service, team, firstExport)),
  );
  const all = sheet.add(`headcount all ${firstExport}`, headcountForm(service, null, firstExport));
  if (keys.length > 1) sheet.link(all, keys);
  const { figures, sums } = sheet.done();
  const known = [...figures.values()].map(({ key, value }) => ({
    key,
    value,
    kind: 'count' as const,
    reason: null,
    isPublished: true,
  }));
  return { figures: known, sums, shownKeys: [...keys, all] };
}

interface Exported {
  readonly sheet: Sheet;
  readonly published: Published;
}

function describe(finding: Finding, before: Finding | undefined, how: string): string[] {
  const width = finding.most - finding.least;
  // What everybody knew before is no disclosure: a team of three has no more than three permanent staff.
  if (before !== undefined && before.most - before.least <= width) return [];
  return [`${finding.key} is ${finding.least} to ${finding.most} (${how})`];
}

function attack(highs: Highs, service: Service, exported: readonly Exported[]): string[] {
  const { isRounded } = service.habits;
  const secrets = secretsOf(exported.map(({ sheet }) => sheet));
  const background: Constraint[] = [
    ...fromStaffList(service),
    ...exported.flatMap(({ sheet }) => fromZeros(sheet)),
  ];
  const read = exported.flatMap(({ sheet, published }) => fromExport(sheet, published, isRounded));
  const colleague = fromColleague(service);
  const found = [
    { how: 'by bounds', known: background },
    { how: "with a colleague's answers", known: [...background, ...colleague] },
  ].flatMap(({ how, known }) => {
    const findings = attackByBounds(highs, [...known, ...read], secrets);
    const keys = new Set(findings.map(({ key }) => key));
    const before = attackByBounds(
      highs,
      known,
      secrets.filter(({ key }) => keys.has(key)),
    );
    return findings.flatMap((finding) =>
      describe(
        finding,
        before.find(({ key }) => key === finding.key),
        how,
      ),
    );
  });
  const means = exported
    .flatMap(({ sheet, published }) => deriveMeans(sheet, published))
    .map(({ key, people, least, most }) => `${key}: mean of ${people} is ${least.toFixed(2)} to ${most.toFixed(2)}`);
  return [...found, ...means];
}

export function attackService(
  highs: Highs,
  tools: ReleaseTools,
  seed: number,
  withSecondary: boolean,
  dbg?: (sheet: Sheet, published: Published, audit: any) => void,
): Attacked {
  const random = createRandom(seed);
  const service = createService(random);
  const engine = createEngine(tools, [staffList(service)]);
  const exported: Exported[] = [];
  for (let month = firstExport; month <= lastMonth; month += 1) {
    const sheet = sheetOf(service, month, random);
    const published = withSecondary ? engine.publish(sheet) : publishPrimaryOnly(sheet);
    exported.push({ sheet, published });
    dbg?.(sheet, published, engine.last());
  }
  const keys = exported.flatMap(({ sheet, published }) =>
    [...sheet.figures.values()].flatMap((figure) =>
      figure.isPublished
        ? [{ isShown: published.has(figure.key), isSafe: figure.value === 0 || figure.value >= leastOf(figure) }]
        : [],
    ),
  );
  return {
    seed,
    findings: attack(highs, service, exported),
    published: keys.length,
    safe: keys.filter(({ isSafe }) => isSafe).length,
    shown: keys.filter(({ isShown }) => isShown).length,
  };
}
