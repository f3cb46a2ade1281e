/** Every kind of record. A new kind is a folder and one line here. */
import { absenceKind } from './absence/absence';
import { accessRequestKind } from './access-request/access-request';
import { actionKind } from './action/action';
import { agreementKind } from './agreement/agreement';
import { careSettingsKind } from './care-settings/care-settings';
import { caseloadCountKind } from './caseload-count/caseload-count';
import { chartSettingKind } from './chart-setting/chart-setting';
import { contextNoteKind } from './context-note/context-note';
import { conversationKind } from './conversation/conversation';
import { disclosureSettingsKind } from './disclosure-settings/disclosure-settings';
import { draftKind } from './draft/draft';
import { establishmentKind } from './establishment/establishment';
import { eventPlanKind } from './event-plan/event-plan';
import { exportEntryKind } from './export-entry/export-entry';
import { facilitatorKind } from './facilitator/facilitator';
import { givenFigureKind } from './given-figure/given-figure';
import { groupSessionKind } from './group-session/group-session';
import { habitWeekKind } from './habit-week/habit-week';
import { importMappingKind } from './import-mapping/import-mapping';
import { importRunKind } from './import-run/import-run';
import { leaderBriefingKind } from './leader-briefing/leader-briefing';
import { measureCheckKind } from './measure-check/measure-check';
import { monthFiguresKind } from './month-figures/month-figures';
import { outsideIssueKind } from './outside-issue/outside-issue';
import { ownCareKind } from './own-care/own-care';
import { ownMeasureKind } from './own-measure/own-measure';
import { personKind } from './person/person';
import { planTemplateKind } from './plan-template/plan-template';
import { practiceTimeKind } from './practice-time/practice-time';
import { policyReviewKind } from './policy-review/policy-review';
import { proposalAnswerKind } from './proposal-answer/proposal-answer';
import { processMoveKind } from './process-move/process-move';
import { readinessCheckKind } from './readiness-check/readiness-check';
import { readyPlanKind } from './ready-plan/ready-plan';
import { receivedBundleKind } from './received-bundle/received-bundle';
import type { RecordKind } from './record-kind';
import { reflectiveGroupKind } from './reflective-group/reflective-group';
import { rehearsalKind } from './rehearsal/rehearsal';
import { reminderSettingsKind } from './reminder-settings/reminder-settings';
import { reportTemplateKind } from './report-template/report-template';
import { roundFeedbackKind } from './round-feedback/round-feedback';
import { resourceKind } from './resource/resource';
import { serviceKind } from './service/service';
import { siteKind } from './site/site';
import { skillKind } from './skill/skill';
import { skillHeldKind } from './skill-held/skill-held';
import { spaceCheckKind } from './space-check/space-check';
import { spacePhotoKind } from './space-photo/space-photo';
import { spaceSettingsKind } from './space-settings/space-settings';
import { supervisionAssignmentKind } from './supervision-assignment/supervision-assignment';
import { supervisionSessionKind } from './supervision-session/supervision-session';
import { teamResourceKind } from './team-resource/team-resource';
import { todaySettingsKind } from './today-settings/today-settings';
import { trainingPlanKind } from './training-plan/training-plan';
import { vacancyKind } from './vacancy/vacancy';
import { waveSurveyKind } from './wave-survey/wave-survey';
import { wellbeingPlanKind } from './wellbeing-plan/wellbeing-plan';
import { wellbeingWaveKind } from './wellbeing-wave/wellbeing-wave';
import { wordingPackKind } from './wording-pack/wording-pack';

export const recordKinds = {
  service: serviceKind,
  person: personKind,
  'supervision-session': supervisionSessionKind,
  'event-plan': eventPlanKind,
  'wellbeing-wave': wellbeingWaveKind,
  absence: absenceKind,
  'caseload-count': caseloadCountKind,
  establishment: establishmentKind,
  'export-entry': exportEntryKind,
  draft: draftKind,
  'care-settings': careSettingsKind,
  agreement: agreementKind,
  'reflective-group': reflectiveGroupKind,
  'group-session': groupSessionKind,
  facilitator: facilitatorKind,
  'supervision-assignment': supervisionAssignmentKind,
  'process-move': processMoveKind,
  'access-request': accessRequestKind,
  'wellbeing-plan': wellbeingPlanKind,
  'reminder-settings': reminderSettingsKind,
  rehearsal: rehearsalKind,
  'ready-plan': readyPlanKind,
  'plan-template': planTemplateKind,
  'wording-pack': wordingPackKind,
  'own-measure': ownMeasureKind,
  'measure-check': measureCheckKind,
  'wave-survey': waveSurveyKind,
  'round-feedback': roundFeedbackKind,
  action: actionKind,
  vacancy: vacancyKind,
  'outside-issue': outsideIssueKind,
  'policy-review': policyReviewKind,
  'month-figures': monthFiguresKind,
  'practice-time': practiceTimeKind,
  'chart-setting': chartSettingKind,
  'context-note': contextNoteKind,
  'import-run': importRunKind,
  'import-mapping': importMappingKind,
  'disclosure-settings': disclosureSettingsKind,
  'report-template': reportTemplateKind,
  'given-figure': givenFigureKind,
  'received-bundle': receivedBundleKind,
  'readiness-check': readinessCheckKind,
  'proposal-answer': proposalAnswerKind,
  'today-settings': todaySettingsKind,
  conversation: conversationKind,
  'training-plan': trainingPlanKind,
  skill: skillKind,
  'skill-held': skillHeldKind,
  'leader-briefing': leaderBriefingKind,
  'team-resource': teamResourceKind,
  'habit-week': habitWeekKind,
  'own-care': ownCareKind,
  site: siteKind,
  'space-check': spaceCheckKind,
  resource: resourceKind,
  'space-photo': spacePhotoKind,
  'space-settings': spaceSettingsKind,
} as const;

export type KindName = keyof typeof recordKinds;
export type RecordValue<K extends KindName> = (typeof recordKinds)[K] extends RecordKind<infer T> ? T : never;

type LongField<K extends KindName> = NonNullable<(typeof recordKinds)[K]['longFields']>[number];
/** A value without its long fields: see `RecordKind.longFields`. */
export type RecordOutline<K extends KindName> = [LongField<K>] extends [never]
  ? RecordValue<K>
  : Omit<RecordValue<K>, LongField<K>>;

export const kindNames = Object.keys(recordKinds) as KindName[];

export function isKindName(text: string): text is KindName {
  return Object.hasOwn(recordKinds, text);
}

const kindByTable = new Map<number, KindName>(kindNames.map((name) => [recordKinds[name].tableId, name]));

/** Null for a table that this version does not know (written by a newer one). */
export function kindOfTable(tableId: number): KindName | null {
  return kindByTable.get(tableId) ?? null;
}
