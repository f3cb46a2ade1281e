/** The words of a check as a start for those of a report: somebody reads them before they leave. */
import type { ReadinessCheck } from '@shared/records/readiness-check/readiness-check';
import { readinessAreaIds, readinessAreaLabels, readinessRatingLabels } from './areas';

/** A paragraph for each area with evidence. */
export function evidenceWords({ areas }: Pick<ReadinessCheck, 'areas'>): string {
  return readinessAreaIds
    .flatMap((id) => {
      const { rating, evidence } = areas[id];
      if (evidence.trim() === '') return [];
      const step = rating === null ? '' : `, ${readinessRatingLabels[rating].toLowerCase()}`;
      return [`${readinessAreaLabels[id]}${step}: ${evidence.trim()}`];
    })
    .join('\n\n');
}

/** A paragraph for each blocker, with what shows it. */
export function blockerWords({ blockers }: Pick<ReadinessCheck, 'blockers'>): string {
  return blockers
    .map(({ text, links }) =>
      links.length === 0 ? text : `${text} (${links.map(({ words }) => words).join('; ')})`,
    )
    .join('\n\n');
}
