import { useMemo } from 'react';
import { useRecords } from '../../vault';
import type { LoopRecords } from './loop-needs';

export function useLoopRecords(): LoopRecords {
  const people = useRecords('person');
  const actions = useRecords('action');
  const sites = useRecords('site');
  const spaceChecks = useRecords('space-check');
  const resources = useRecords('resource');
  const skills = useRecords('skill');
  const skillsHeld = useRecords('skill-held');
  const conversations = useRecords('conversation');
  const trainingPlans = useRecords('training-plan');
  const briefings = useRecords('leader-briefing');
  const readiness = useRecords('readiness-check');
  return useMemo(
    () => ({
      people,
      actions,
      sites,
      spaceChecks,
      resources,
      skills,
      skillsHeld,
      conversations,
      trainingPlans,
      briefings,
      readiness,
    }),
    [
      people,
      actions,
      sites,
      spaceChecks,
      resources,
      skills,
      skillsHeld,
      conversations,
      trainingPlans,
      briefings,
      readiness,
    ],
  );
}
