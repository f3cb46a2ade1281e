/** What `verify` and `list` say. */
import type { ReadRecord, Touched, UnreadableRecord } from './findings';
import { hexOf } from './records';
import type { Survey } from './survey';
import { countWord, faultWords, kindWord, reasonWord, recordWord, ringWord, timeWord } from './words';

export function verifyText(survey: Survey): string {
  return [
    headLines(survey),
    section('Files', pieceLines(survey)),
    section('Damage', survey.faults.map(faultWords)),
    section('Records in the damaged files', survey.touched.map(touchedWord)),
    section('Records that could not be read', survey.unreadable.map(unreadableWord)),
    section('Contents', contentLines(survey)),
    ['', verdict(survey)],
  ]
    .flat()
    .map((line) => `${line}\n`)
    .join('');
}

export function listText(survey: Survey): string {
  const removed = survey.removed.map((entry) => `${recordWord(entry)}, removed ${timeWord(entry.savedAt)}`);
  return [
    headLines(survey),
    byKind(survey).flatMap(kindLines),
    section('Removed', removed),
    section('Records that could not be read', survey.unreadable.map(unreadableWord)),
    ['', ...totals(survey), verdict(survey)],
  ]
    .flat()
    .map((line) => `${line}\n`)
    .join('');
}

function byKind({ read }: Survey): readonly (readonly [string, readonly ReadRecord[]])[] {
  const kinds = new Map<string, ReadRecord[]>();
  for (const record of read) {
    const kind = kindWord(record.place.tableId);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [record]);
    else known.push(record);
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
}

function kindLines([kind, records]: readonly [string, readonly ReadRecord[]]): readonly string[] {
  const oldestFirst = records.toSorted((a, b) => a.place.savedAt - b.place.savedAt);
  const [first, last] = [oldestFirst[0], oldestFirst.at(-1)];
  const span =
    first === undefined || last === undefined
      ? ''
      : `, saved from ${timeWord(first.place.savedAt)} to ${timeWord(last.place.savedAt)}`;
  return [
    '',
    `${kind}: ${countWord(records.length, 'record', 'records')}${span}`,
    ...oldestFirst.map(({ place, newestRevision }) => {
      const earlier = newestRevision > place.revision ? ` (the newest is ${String(newestRevision)})` : '';
      return `  ${place.recordId}  revision ${String(place.revision)}${earlier}, saved ${timeWord(place.savedAt)}`;
    }),
  ];
}

function headLines({ vaultId, scope, backup }: Survey): readonly string[] {
  const what = {
    vault: 'A vault',
    journal: 'The journal of a vault, or a part of it',
    checkpoint: 'A checkpoint of a vault',
    backup: 'A backup of a vault',
  }[scope];
  const made = backup === null ? '' : `, made ${timeWord(backup.madeAt)}`;
  return [`${what}, with the id ${hexOf(vaultId)}${made}`];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function pieceLines(survey: Survey): readonly string[] {
  const { isKeyFileDamaged, rings, isCopyMissing, isRingOlder, ring, readings, backup, outcome } = survey;
  const lines = [`key file: ${isKeyFileDamaged ? 'changed; it still opened' : 'whole'}`];
  for (const copy of rings) lines.push(`${copy.name}: ${ringWord(copy)}`);
  if (isCopyMissing) lines.push('keyring: one of its two copies is not there');
  if (ring === null && isRingOlder) {
    lines.push('keyring: none that opens; without one the records about people stay closed');
  } else if (isRingOlder) {
    const needed = String(outcome.ringRevision);
    lines.push(`keyring: older than the rest, which goes with revision ${needed}`);
  }
  for (const { plan, frames } of readings) {
    const span = frameSpan(frames.map(({ seq }) => seq));
    lines.push(
      `${plan.name}: ${countWord(frames.length, 'frame', 'frames')} opened${span}, ${String(plan.source.size)} bytes`,
    );
  }
  lines.push(...anchorLines(survey));
  if (backup?.hasDamage === true) lines.push('The vault was damaged already when this backup was made.');
  if (outcome.isFragment) {
    lines.push(
      'What came before its first frame is in other files, so the whole cannot be checked from here.',
    );
  }
  return lines;
}

function anchorLines({ anchor }: Survey): readonly string[] {
  switch (anchor.tag) {
    case 'none':
      return [];
    case 'fits':
      return ['anchor: fits; this computer has seen nothing newer'];
    case 'unreadable':
      return ['anchor: damaged or of another vault, so an older copy cannot be told'];
    case 'newer-seen':
      return [
        `anchor: OLDER COPY. This computer has seen this vault up to journal frame ${String(anchor.seq)}, on ${timeWord(anchor.at)}`,
      ];
    case 'other':
      return [
        `anchor: ANOTHER COPY. This computer has seen another journal frame ${String(anchor.seq)}, on ${timeWord(anchor.at)}`,
      ];
  }
}

function frameSpan(numbers: readonly number[]): string {
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? ` (${String(first)})` : ` (${String(first)} to ${String(last)})`;
}

function touchedWord({ run, place, copyIn, readRevision }: Touched): string {
  const start = `${run}: ${recordWord(place)}`;
  if (copyIn !== null) return `${start}: a whole copy is in ${copyIn.file}, frame ${String(copyIn.frame)}`;
  if (readRevision !== null) return `${start}: lost; the newer revision ${String(readRevision)} is whole`;
  return `${start}: no other copy in what was read`;
}

function unreadableWord({ place, reason, earlier }: UnreadableRecord): string {
  const rest = earlier === null ? '' : `; revision ${String(earlier.revision)} was read instead`;
  return `${recordWord(place)}: ${reasonWord(reason)}${rest}`;
}

function contentLines(survey: Survey): readonly string[] {
  const kinds = byKind(survey).map(([kind, records]) => `  ${kind}: ${String(records.length)}`);
  return [...totals(survey), ...kinds, ...liveWord(survey), rootWord(survey), auditWord(survey)];
}

function totals({ read, unreadable, removed, purged }: Survey): readonly string[] {
  return [
    `${countWord(read.length, 'record', 'records')} read, ${String(unreadable.length)} could not be read in the newest version`,
    `${String(removed.length)} removed, ${String(purged)} erased`,
  ];
}

function liveWord({ outcome }: Survey): readonly string[] {
  if (outcome.liveTold === null || outcome.lastSeq === null) return [];
  return [`live records as of journal frame ${String(outcome.lastSeq)}: ${String(outcome.liveTold)}`];
}

function rootWord({ outcome }: Survey): string {
  const upTo = outcome.lastSeq === null ? '' : `, up to journal frame ${String(outcome.lastSeq)}`;
  switch (outcome.root) {
    case 'fits':
      return `manifest: fits: what every record stands at is known${upTo}`;
    case 'differs':
      return `manifest: does not fit: something is missing or not of the newest version${upTo}`;
    case 'untold':
      return `manifest: nothing here says what the whole should be${upTo}`;
  }
}

function auditWord({ outcome }: Survey): string {
  const { count, broken, read, isFromStart } = outcome.audit;
  if (!isFromStart && broken.length === 0)
    return `log: ${countWord(read, 'entry', 'entries')} here, without the beginning`;
  if (count === 0) return 'log: no entries';
  if (broken.length === 0) return `log: ${countWord(read, 'entry', 'entries')}, the chain is whole`;
  const some = broken.slice(0, 10).join(', ');
  const more = broken.length > 10 ? ' and more' : '';
  return `log: ${String(read)} of ${countWord(count, 'entry', 'entries')} read; missing or not fitting: ${some}${more}`;
}

export function verdict({ isDamaged, isNewer, unreadable, anchor }: Survey): string {
  if (isDamaged) {
    const lost = unreadable.filter(({ reason }) => reason !== 'erased');
    if (lost.length === 0 && (anchor.tag === 'newer-seen' || anchor.tag === 'other')) {
      return 'This is not the newest copy: this computer has seen a later state of this vault.';
    }
    return lost.length === 0
      ? 'Damaged, and every record was read all the same.'
      : `Damaged. ${countWord(lost.length, 'record', 'records')} could not be read in the newest version.`;
  }
  if (isNewer) return 'Whole, but a part was written by a newer version of Steading and stays closed here.';
  return 'All is well.';
}
