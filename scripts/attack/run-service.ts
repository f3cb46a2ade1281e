/** One service, a year of its exports, and what the attacker finds out from them. */
import type { Highs } from 'highs';
import type { LinearSolver } from '../../shared/disclosure/linear-program';
import type { EarlierRelease } from '../../shared/disclosure/release-figures';
import { attackByBounds, type Finding, type Secret } from './attacker';
import { fromColleague, fromExport, fromZeros, fromStaffList } from './knowledge';
import { deriveMeans } from './means';
import { asText } from './forms';
import { createEngine, leastOf, publishPrimaryOnly, type Published } from './publish';
import { createRandom } from './random';
import { createService, firstExport, lastMonth, type Service } from './service';
import { complements, createSheet, showsZero, type Sheet } from './sheet';
import type { Constraint } from './solver';
import { headcountForm, sheetOf } from './tables';

export interface Attacked {
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
    const figures = [...sheet.figures.values()].map((of) => ({
      key: of.key,
      of,
      form: of.form,
      rest: of.value,
    }));
    for (const { key, of, form, rest } of [...figures, ...complements(sheet)]) {
      const least = leastOf(of);
      if (rest >= least || (rest === 0 && showsZero(of))) continue;
      if (form.size > 0) secrets.set(key, { key, form, width: least - 1 });
    }
  }
  // The rest of a total is often a figure with a name of its own.
  const byForm = new Map<string, Secret>();
  for (const secret of secrets.values()) {
    const text = asText(secret.form);
    const before = byForm.get(text);
    if (before === undefined || before.width < secret.width) byForm.set(text, secret);
  }
  return [...byForm.values()];
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
  // What the staff list and the zeros say is no disclosure: a team of three has no more than three permanent staff.
  if (before !== undefined && before.most - before.least <= width) return [];
  return [`${finding.key} is ${finding.least} to ${finding.most} (${how})`];
}

interface Found {
  readonly narrow: readonly Secret[];
  readonly words: readonly string[];
}

function attack(highs: Highs, service: Service, exported: readonly Exported[]): string[] {
  const secrets = secretsOf(exported.map(({ sheet }) => sheet));
  const staff = fromStaffList(service);
  const zeros = exported.flatMap(({ sheet }) => fromZeros(sheet));
  const read = exported.flatMap(({ sheet, published }) => fromExport(sheet, published));
  const findWith = (told: readonly Constraint[], asked: readonly Secret[], how: string): Found => {
    const findings = attackByBounds(highs, [...staff, ...told, ...read], asked);
    const keys = new Set(findings.map(({ key }) => key));
    const narrow = asked.filter(({ key }) => keys.has(key));
    const before = attackByBounds(highs, [...staff, ...told, ...zeros], narrow);
    const beforeOf = (finding: Finding): Finding | undefined => before.find(({ key }) => key === finding.key);
    return { narrow, words: findings.flatMap((finding) => describe(finding, beforeOf(finding), how)) };
  };
  // Who knows more is left with less: what is wide for the colleague's friend is wide for everybody.
  const friend = findWith(fromColleague(service), secrets, "with a colleague's answers");
  const stranger = findWith([], friend.narrow, 'by bounds');
  const found = [...stranger.words, ...friend.words];
  const means = exported
    .flatMap(({ sheet, published }) => deriveMeans(sheet, published))
    .map(
      ({ key, people, least, most }) =>
        `${key}: mean of ${people} is ${least.toFixed(2)} to ${most.toFixed(2)}`,
    );
  return [...found, ...means];
}

export function attackService(
  highs: Highs,
  solver: LinearSolver,
  seed: number,
  withSecondary: boolean,
): Attacked {
  const random = createRandom(seed);
  const service = createService(random);
  const engine = createEngine(solver, [staffList(service)]);
  const exported: Exported[] = [];
  for (let month = firstExport; month <= lastMonth; month += 1) {
    const sheet = sheetOf(service, month, random);
    const published = withSecondary ? engine.publish(sheet) : publishPrimaryOnly(sheet);
    exported.push({ sheet, published });
  }
  const keys = exported.flatMap(({ sheet, published }) =>
    [...sheet.figures.values()].flatMap((figure) =>
      figure.isPublished
        ? [
            {
              isShown: published.has(figure.key),
              isSafe: figure.value === 0 || figure.value >= leastOf(figure),
            },
          ]
        : [],
    ),
  );
  return {
    findings: attack(highs, service, exported),
    published: keys.length,
    safe: keys.filter(({ isSafe }) => isSafe).length,
    shown: keys.filter(({ isShown }) => isShown).length,
  };
}
