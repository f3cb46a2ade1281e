/** Every kind of record. A new kind is a folder and one line here. */
import { absenceKind } from './absence/absence';
import { careSettingsKind } from './care-settings/care-settings';
import { caseloadCountKind } from './caseload-count/caseload-count';
import { draftKind } from './draft/draft';
import { establishmentKind } from './establishment/establishment';
import { eventPlanKind } from './event-plan/event-plan';
import { exportEntryKind } from './export-entry/export-entry';
import { personKind } from './person/person';
import type { RecordKind } from './record-kind';
import { serviceKind } from './service/service';
import { supervisionSessionKind } from './supervision-session/supervision-session';
import { wellbeingWaveKind } from './wellbeing-wave/wellbeing-wave';

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
} as const;

export type KindName = keyof typeof recordKinds;
export type RecordValue<K extends KindName> = (typeof recordKinds)[K] extends RecordKind<infer T> ? T : never;

export const kindNames = Object.keys(recordKinds) as KindName[];

export function isKindName(text: string): text is KindName {
  return Object.hasOwn(recordKinds, text);
}

const kindByTable = new Map<number, KindName>(kindNames.map((name) => [recordKinds[name].tableId, name]));

/** Null for a table that this version does not know (written by a newer one). */
export function kindOfTable(tableId: number): KindName | null {
  return kindByTable.get(tableId) ?? null;
}
