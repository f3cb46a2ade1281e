/** Every record that can be read, as one JSON document, written piece by piece. */
import type { UnreadableRecord } from './findings';
import type { RecordPlace } from './records';
import { hexOf } from './records';
import type { Survey } from './survey';
import { kindOfTable } from '@shared/records/registry';

export const exportFormat = 1;
export const notEncrypted =
  'This export is not encrypted. Whoever has it can read it all: keep it where only you can get at it, and delete it when it is no longer needed.';

export function* exportPieces({
  vaultId,
  scope,
  read,
  unreadable,
  removed,
  records,
  isDamaged,
}: Survey): Generator<string> {
  const head = {
    format: 'steading-export',
    version: exportFormat,
    notice: notEncrypted,
    vaultId: hexOf(vaultId),
    readFrom: scope,
    isDamaged,
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "records": [`;
  let isFirst = true;
  for (const { place, newestRevision, isFromDamage } of read) {
    const text = records.text(place.recordId);
    if (text === null) continue;
    const start = JSON.stringify({
      ...placeFields(place),
      ...(newestRevision > place.revision ? { newestRevision } : {}),
      ...(isFromDamage ? { isFromDamage } : {}),
    });
    // The value stands in it as it was sealed: it is JSON already.
    yield `${isFirst ? '' : ','}\n    ${start.slice(0, -1)},"value":${text}}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n  '}],\n  "unreadable": ${list(unreadable.map(unreadableFields))}`;
  yield `,\n  "removed": ${list(removed.map(placeFields))}\n}\n`;
}

function placeFields({ tableId, recordId, revision, schema, savedAt }: RecordPlace): object {
  return { kind: kindOfTable(tableId), tableId, id: recordId, revision, schema, savedAt };
}

function unreadableFields({ place, reason, earlier }: UnreadableRecord): object {
  return {
    ...placeFields(place),
    reason,
    ...(earlier === null ? {} : { exportedRevision: earlier.revision }),
  };
}

function list(items: readonly object[]): string {
  if (items.length === 0) return '[]';
  return `[\n    ${items.map((item) => JSON.stringify(item)).join(',\n    ')}\n  ]`;
}
