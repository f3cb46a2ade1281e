/** The services of one process, one after the other: what is kept of each is a few lines. */
import loadHighs from 'highs';
import { createLinearSolver } from '../../renderer/platform/linear-solver';
import { attackChoices } from './planned-tables';
import { createRandom } from './random';
import { attackReports } from './reports/attack-reports';
import { attackService, type Attacked } from './run-service';
import { createService } from './service';

export interface AttackOrder {
  readonly rounds: number;
  readonly seed: number;
  /** From 0 on: that one alone. */
  readonly round: number;
  readonly withSecondary: boolean;
  readonly part: number;
  readonly parts: number;
}

export interface AttackPart {
  readonly attacked: readonly (Attacked & { readonly round: number })[];
  /** Services that were published without the second step as well. */
  readonly sample: { readonly services: number; readonly disclosed: number };
  /** Crossed tables that were attacked through the choice of what is hidden. */
  readonly choices: { readonly tables: number; readonly decided: number };
}

const everySampled = 5;
/** So often the choice of what is hidden is attacked as well: it takes longer than a service's year. */
const everyChoices = 10;
const everyTold = 10;
/** Enough for whoever mends the engine; one service alone gives all. */
const mostKept = 20;

/** Services of one seed are not those of the next, shifted. */
const seedOf = (seed: number, round: number): number =>
  (Math.imul(seed, 2_654_435_761) ^ Math.imul(round + 1, 40_503)) >>> 0;

export async function runPart(order: AttackOrder, tell: (text: string) => void): Promise<AttackPart> {
  const highs = await loadHighs();
  const solver = createLinearSolver(highs);
  const { rounds, seed, round: only, withSecondary, part, parts } = order;
  const numbers =
    only >= 0
      ? [only]
      : Array.from({ length: rounds }, (_, index) => index).filter((n) => n % parts === part);
  const attacked: (Attacked & { round: number })[] = [];
  const sample = { services: 0, disclosed: 0 };
  const choices = { tables: 0, decided: 0 };
  for (const [index, round] of numbers.entries()) {
    const result = attackService(highs, solver, seedOf(seed, round), withSecondary);
    const findings = [...result.findings];
    // Without the second step the reports have nothing to do with it.
    if (withSecondary) findings.push(...attackReports(highs, solver, seedOf(seed, round)));
    if (withSecondary && (only >= 0 || round % everyChoices === 0)) {
      const attackedChoices = attackChoices(createService(createRandom(seedOf(seed, round))), solver);
      choices.tables += attackedChoices.tables;
      choices.decided += attackedChoices.decided;
      findings.push(...attackedChoices.findings);
    }
    attacked.push({
      ...result,
      round,
      findings: only >= 0 ? findings : findings.slice(0, mostKept),
    });
    if (withSecondary && only < 0 && round % everySampled === 0) {
      sample.services += 1;
      if (attackService(highs, solver, seedOf(seed, round), false).findings.length > 0) sample.disclosed += 1;
    }
    const failed = attacked.filter(({ findings }) => findings.length > 0).length;
    if ((index + 1) % everyTold === 0)
      tell(`part ${part + 1}: ${index + 1} of ${numbers.length} services, ${failed} with a disclosure`);
  }
  return { attacked, sample, choices };
}
