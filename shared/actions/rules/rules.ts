/** Every rule, in the order in which they are shown: the work itself first. A new rule is an entry in one of the tables. */
import type { ActionRule } from './action-rule';
import { supportRules } from './support-rules';
import { workRules } from './work-rules';

export const actionRules: readonly ActionRule[] = [...workRules, ...supportRules];

const anyMeasure = 'Talk the result through with the team, and agree one change together';

/** For a finding that somebody picked, whatever its number: a start for one's own words. */
export function suggestedActions(instrumentId: string, scaleId: string | null): readonly string[] {
  const texts = scaleId === null ? [] : ruleFor(instrumentId, scaleId)?.proposals.map(({ text }) => text);
  return texts === undefined || texts.length === 0 ? [anyMeasure] : texts;
}

/** The rule that answers a scale; null for a measure that no rule knows. */
export function ruleFor(instrumentId: string, scaleId: string): ActionRule | null {
  return actionRules.find(({ scales }) => scales.includes(`${instrumentId} ${scaleId}`)) ?? null;
}
