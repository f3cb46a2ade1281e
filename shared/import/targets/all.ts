/** The extracts that HR and other systems give, in the order in which they have to come in: people before what is about them. */
import { absencesTarget } from './absences';
import { caseloadTarget } from './caseload';
import { establishmentTarget } from './establishment';
import { leaversTarget } from './leavers';
import { peopleTarget } from './people';
import { practiceTimeTarget } from './practice-time';
import { supervisionTarget } from './supervision';

export const extractTargets = [
  peopleTarget,
  absencesTarget,
  caseloadTarget,
  establishmentTarget,
  supervisionTarget,
  leaversTarget,
  practiceTimeTarget,
] as const;
export type ExtractTarget = (typeof extractTargets)[number];
export type ExtractKind = ExtractTarget['kind'];
