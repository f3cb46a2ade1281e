import Papa from 'papaparse';
import type { AuditEntry } from '@shared/vault/vault-care';

const columns = ['Number', 'Time (UTC)', 'Event', 'Kind', 'Ids', 'Count', 'Detail'];

/** The entries as they are kept: ids, no names. UTF-8 with a byte-order mark and CRLF, as Excel wants it. */
export function logCsv(entries: readonly AuditEntry[]): Uint8Array {
  const rows = entries.map((entry) => [
    String(entry.index),
    new Date(entry.at).toISOString(),
    entry.event,
    entry.kind ?? '',
    (entry.ids ?? []).join(' '),
    entry.count === undefined ? '' : String(entry.count),
    entry.detail ?? '',
  ]);
  const text = Papa.unparse([columns, ...rows], { escapeFormulae: true, newline: '\r\n' });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
