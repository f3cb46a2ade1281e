/** What a found record is called in the palette, where in it the words stand, and the page that shows it. Pure. */
import {
  CalendarOff,
  ChartLine,
  FileText,
  LifeBuoy,
  MessagesSquare,
  PencilLine,
  Settings2,
  Sprout,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import type { RecordId } from '@shared/kernel/ids';
import type { RecordKind } from '@shared/records/record-kind';
import { recordKinds, type KindName } from '@shared/records/registry';
import type { SearchHit, StoredOutline } from '@shared/vault/vault-api';
import { fieldsOf } from '../../records/history/field-words';
import {
  kindTitle,
  recordHref,
  recordTitle,
  type KindAndValue,
  type NameOf,
} from '../../records/record-words';

export interface FoundRecord {
  readonly id: RecordId;
  readonly label: string;
  /** "Supervision record: Note" */
  readonly detail: string;
  readonly icon: LucideIcon;
  readonly href: string;
}

/** The snapshots of the page. */
export interface RecordsSource {
  records<K extends KindName>(kind: K): readonly StoredOutline<K>[];
}

/** The form that goes on with a draft; null when there is none any more. */
export type DraftHrefOf = (draft: StoredOutline<'draft'>) => string | null;

const icons = {
  person: UserRound,
  'supervision-session': MessagesSquare,
  'event-plan': LifeBuoy,
  'wellbeing-wave': Sprout,
  absence: CalendarOff,
  'caseload-count': ChartLine,
  establishment: ChartLine,
  'export-entry': FileText,
  draft: PencilLine,
  service: Settings2,
  'care-settings': Settings2,
} as const satisfies Partial<Record<KindName, LucideIcon>>;

function iconOf(kind: KindName): LucideIcon {
  return (icons as Partial<Record<KindName, LucideIcon>>)[kind] ?? FileText;
}

/** In the order of the hits. A record that went meanwhile, or that no page shows, is left out. */
export function foundRecords(
  hits: readonly SearchHit[],
  source: RecordsSource,
  nameOf: NameOf,
  draftHrefOf: DraftHrefOf,
): readonly FoundRecord[] {
  return hits.flatMap(({ kind, id, field }): FoundRecord[] => {
    const record: StoredOutline | undefined = source.records(kind).find((each) => each.id === id);
    if (record === undefined) return [];
    const href = hrefOf(record, draftHrefOf);
    if (href === null) return [];
    const where = fieldsOf(kind).find(([name]) => name === field)?.[1].label ?? '';
    // The value is of the record's kind: the snapshot holds no other.
    const label = recordTitle(record as KindAndValue, nameOf);
    const detail = where === '' ? kindTitle(kind) : `${kindTitle(kind)}: ${where}`;
    return [{ id, label, detail, icon: iconOf(kind), href }];
  });
}

function hrefOf(record: StoredOutline, draftHrefOf: DraftHrefOf): string | null {
  switch (record.kind) {
    case 'draft':
      // The record is of the kind that it says.
      return draftHrefOf(record as StoredOutline<'draft'>);
    case 'caseload-count':
    case 'establishment':
      return '/workforce';
    case 'export-entry':
      return '/reports';
    case 'service':
      return '/settings';
    case 'care-settings':
      return '/settings/keeping';
    default:
      return recordHref(record.kind, record.id) ?? placeOf(record);
  }
}

/** Of a kind without a page of its own: the person it is about, else where such things are looked after. */
function placeOf({ kind, id, value }: StoredOutline): string {
  const ofKind: RecordKind = recordKinds[kind];
  const whose = [...new Set(ofKind.people(value, id))];
  if (ofKind.retention === null) return '/settings';
  return whose.length === 1 ? `/people/${whose.join('')}` : '/supervision';
}
