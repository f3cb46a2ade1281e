/**
 * What no screen can be quicker than: one pass over the same records for the last day held of each person, sorted, in
 * a plain list of as many rows. No framework, no style, no control.
 */
import { daysBetween, type LocalDate } from '@shared/kernel/local-date';
import type { StoredOutline } from '@shared/vault/vault-api';

export interface RawData {
  readonly people: readonly StoredOutline<'person'>[];
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly asOf: LocalDate;
}

export interface RawRow {
  readonly name: string;
  readonly role: string;
  readonly days: number | null;
}

export function rawRows({ people, sessions, asOf }: RawData): readonly RawRow[] {
  const last = new Map<string, LocalDate>();
  for (const { value } of sessions) {
    if (value.status !== 'held' || value.date > asOf) continue;
    for (const id of value.personIds) {
      const known = last.get(id);
      if (known === undefined || value.date > known) last.set(id, value.date);
    }
  }
  return people
    .map(({ id, value }) => {
      const held = last.get(id);
      return {
        name: value.name,
        role: value.role,
        days: held === undefined ? null : daysBetween(held, asOf),
      };
    })
    .sort((left, right) => (right.days ?? Infinity) - (left.days ?? Infinity));
}

export function drawRaw(place: HTMLElement, rows: readonly RawRow[]): void {
  const list = document.createElement('ul');
  for (const { name, role, days } of rows) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = '#/people';
    link.textContent = name;
    item.append(link, ` ${role} ${days ?? 'none'}`);
    list.append(item);
  }
  place.replaceChildren(list);
}
