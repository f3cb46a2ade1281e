import { useMemo } from 'react';
import { teamSeen } from '@shared/habits/team-seen';
import type { LocalDate } from '@shared/kernel/local-date';
import { habitsSeenOf } from '@shared/readiness/habits-seen';
import { wellbeingChecks, type CheckFound } from '@shared/readiness/wellbeing-checks';
import type { ReadinessCheck } from '@shared/records/readiness-check/readiness-check';
import { roundViews } from '@shared/wellbeing/round-results';
import { useToday } from '../../../platform';
import { useCoverage } from '../../../records/use-coverage';
import { useMeasures } from '../../../records/use-measures';
import { useRecords } from '../../../vault';

/** What the records say today. A finished check shows what they said on the day of finishing. */
export function useWellbeingChecks(check: ReadinessCheck): readonly CheckFound[] {
  const today = useToday();
  const { coverageTarget, finishedWith } = check;
  const coverage = useCoverage(today);
  const waves = useRecords('wellbeing-wave');
  const feedback = useRecords('round-feedback');
  const spaceChecks = useRecords('space-check');
  const rehearsals = useRecords('rehearsal');
  const caseloadLimit = useRecords('service')[0]?.value.caseloadLimit ?? null;
  const measures = useMeasures();
  return useMemo(() => {
    if (finishedWith !== null) return finishedWith.found;
    return wellbeingChecks({
      today,
      coverageTarget,
      coverage,
      rounds: roundViews(waves, measures),
      toldOn: new Map(
        feedback.flatMap(({ value: { waveId, toldOn } }): [string, LocalDate][] =>
          toldOn === null || toldOn > today ? [] : [[waveId, toldOn]],
        ),
      ),
      rehearsedOn: rehearsals.map(({ value }) => value.heldOn),
      caseloadLimit,
      spaceChecks: spaceChecks.map(({ value }) => value),
      habitsSeen: habitsSeenOf(teamSeen(waves, measures)),
    });
  }, [
    finishedWith,
    today,
    coverageTarget,
    coverage,
    waves,
    measures,
    feedback,
    rehearsals,
    spaceChecks,
    caseloadLimit,
  ]);
}
