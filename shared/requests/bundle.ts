/**
 * Everything held about one person, as data: a contents page, the records by kind, and each place that names somebody
 * else. Nothing about others goes out unless somebody decided so for that very place: a line about another person
 * alone is withheld, a name inside a line is taken out. Wellbeing Plans of others are never looked into.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { RedactionDecision } from '@shared/records/access-request/access-request';
import type { RecordKind } from '@shared/records/record-kind';
import { recordKinds, type KindName } from '@shared/records/registry';
import type { RetentionClass } from '@shared/records/retention-class';
import type { AnyRecord } from '@shared/retention/redact';
import { createNameScrub, type NameScrub } from '@shared/retention/scrub-name';

/** A field as it is said on screen. */
export interface SaidField {
  readonly field: string;
  readonly label: string;
  readonly lines: readonly string[];
}

export interface BundleRequest {
  readonly personId: RecordId;
  readonly records: readonly AnyRecord[];
  readonly decisions: readonly RedactionDecision[];
  /** The words of a record; the page has them for every kind. */
  readonly say: (record: AnyRecord) => readonly SaidField[];
}

export interface BundleRecord {
  readonly id: RecordId;
  readonly fields: readonly { readonly label: string; readonly lines: readonly string[] }[];
}

export interface BundleSection {
  readonly kind: KindName;
  readonly title: string;
  readonly retention: RetentionClass | null;
  readonly records: readonly BundleRecord[];
}

export interface ThirdPartyPlace {
  readonly kind: KindName;
  readonly recordId: RecordId;
  readonly field: string;
  readonly label: string;
  readonly thirdPartyId: RecordId;
  readonly choice: RedactionDecision['choice'];
  /** Nobody has decided about this place yet: it goes out redacted. */
  readonly isUndecided: boolean;
}

export interface Bundle {
  /** For the first page: what there is, and how many. */
  readonly contents: readonly { readonly kind: KindName; readonly title: string; readonly count: number }[];
  readonly sections: readonly BundleSection[];
  readonly thirdParties: readonly ThirdPartyPlace[];
  /** Records of others that mention the person by name: to be looked at one by one. */
  readonly mentions: readonly {
    readonly kind: KindName;
    readonly recordId: RecordId;
    readonly field: string;
  }[];
  /** Of the person's own Wellbeing Plan only the shared sections can be read here. */
  readonly hasSealedPlan: boolean;
}

export const withheldLine = '(about somebody else: withheld)';
export const withheldName = '(name withheld)';

/** Settings of the vault, and summaries that name nobody. */
const leftOut: ReadonlySet<KindName> = new Set([
  'service',
  'establishment',
  'care-settings',
  'reminder-settings',
  'export-entry',
]);

const noLimit = Number.MAX_SAFE_INTEGER;

export function personBundle({ personId, records, decisions, say }: BundleRequest): Bundle {
  const people = records.flatMap((record) => (record.kind === 'person' ? [record] : []));
  const own = people.find(({ id }) => id === personId);
  const subject = createNameScrub(own?.value.name ?? null, []);
  const others = people
    .filter(({ id }) => id !== personId)
    .map(({ id, value }): Other => ({
      id,
      scrub: createNameScrub(value.name, own === undefined ? [] : [own.value.name]),
    }));
  const decided = new Map(
    decisions.map((each) => [placeKey(each.recordId, each.field, each.thirdPartyId), each]),
  );
  const sections = new Map<KindName, BundleRecord[]>();
  const thirdParties: ThirdPartyPlace[] = [];
  const mentions: { kind: KindName; recordId: RecordId; field: string }[] = [];

  for (const record of records) {
    const { kind, id } = record;
    if (leftOut.has(kind)) continue;
    const isTheirs = (recordKinds[kind] as unknown as RecordKind).people(record.value, id).includes(personId);
    // A plan is its owner's alone, and a request is about whoever asked.
    if (!isTheirs && (kind === 'wellbeing-plan' || kind === 'access-request')) continue;
    if (!isTheirs) {
      for (const { field, lines } of say(record))
        if (lines.some((line) => names(subject, line))) mentions.push({ kind, recordId: id, field });
      continue;
    }
    const fields = say(record)
      .filter(({ lines }) => lines.length > 0)
      .map(({ field, label, lines }) => ({
        label,
        lines: lines.map((line) => {
          const named = others.filter(({ scrub }) => names(scrub, line));
          if (named.length === 0) return line;
          const out: Other[] = [];
          for (const other of named) {
            const decision = decided.get(placeKey(id, field, other.id));
            const choice = decision?.choice ?? 'redact';
            if (!thirdParties.some((each) => isSamePlace(each, id, field, other.id)))
              thirdParties.push({
                kind,
                recordId: id,
                field,
                label,
                thirdPartyId: other.id,
                choice,
                isUndecided: decision === undefined,
              });
            if (choice === 'redact') out.push(other);
          }
          return withhold(line, out, lines.length > 1 && !names(subject, line));
        }),
      }));
    const section = sections.get(kind);
    if (section === undefined) sections.set(kind, [{ id, fields }]);
    else section.push({ id, fields });
  }

  const ordered = (Object.keys(recordKinds) as KindName[]).flatMap((kind): BundleSection[] => {
    const held = sections.get(kind);
    if (held === undefined) return [];
    const { label, retention } = recordKinds[kind];
    return [{ kind, title: capital(held.length === 1 ? label.one : label.many), retention, records: held }];
  });
  return {
    contents: ordered.map(({ kind, title, records: held }) => ({ kind, title, count: held.length })),
    sections: ordered,
    thirdParties,
    mentions,
    hasSealedPlan: sections.has('wellbeing-plan'),
  };
}

interface Other {
  readonly id: RecordId;
  readonly scrub: NameScrub;
}

function names(scrub: NameScrub, line: string): boolean {
  return scrub.scrub(line, noLimit) !== line;
}

/** An entry of a list that is about others alone goes whole: what became of them says who they are. */
function withhold(line: string, out: readonly Other[], isEntryOfOthers: boolean): string {
  if (out.length === 0) return line;
  if (isEntryOfOthers) return withheldLine;
  const clean = out.reduce((text, { scrub }) => scrub.scrub(text, noLimit), line);
  return clean.replaceAll('(name removed)', withheldName);
}

function placeKey(recordId: RecordId, field: string, thirdPartyId: RecordId | null): string {
  return `${recordId} ${field} ${thirdPartyId ?? ''}`;
}

function isSamePlace(place: ThirdPartyPlace, id: RecordId, field: string, otherId: RecordId): boolean {
  return place.recordId === id && place.field === field && place.thirdPartyId === otherId;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
