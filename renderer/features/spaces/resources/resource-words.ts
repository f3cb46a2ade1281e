/** A resource in words. */
import type { RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { Resource, ResourceContent } from '@shared/records/resource/resource';
import { dueResources, lookDue, restockDue } from '@shared/spaces/findings';
import type { StatusWords } from '../space-words';

export function resourceStatus(id: RecordId, value: Resource, today: LocalDate): StatusWords {
  const due = dueResources([{ id, value }], today)[0];
  if (due === undefined) return { kind: 'good', children: `Next look ${formatDate(nextDay(value, today))}` };
  return { kind: 'due', children: due.restock.length === 0 ? 'To look through' : 'To fill up' };
}

/** The first day on which something of it is due. */
function nextDay(value: Resource, today: LocalDate): LocalDate {
  const days = value.contents.flatMap((content) => restockDue(content, today) ?? []);
  return [lookDue(value, today), ...days].toSorted()[0] ?? today;
}

export function contentStatus(content: ResourceContent, today: LocalDate): StatusWords {
  const on = restockDue(content, today);
  if (on === null) return { kind: 'none', children: 'When worn' };
  return on <= today
    ? { kind: 'due', children: 'To fill up' }
    : { kind: 'good', children: `Until ${formatDate(on)}` };
}

export function contentDetail({ restockEveryDays, lastRestockedOn }: ResourceContent): string {
  const every = restockEveryDays === null ? '' : `Every ${String(restockEveryDays)} days`;
  const last = lastRestockedOn === null ? '' : `Filled up on ${formatDate(lastRestockedOn)}`;
  return [every, last].filter((part) => part !== '').join(' · ');
}
