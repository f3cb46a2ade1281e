import { notificationItems } from '@shared/event-plans/notifications';

/** As the checklist calls it; an item that a later version took out keeps its id out of sight. */
export function notificationTitle(itemId: string): string {
  return notificationItems.find(({ id }) => id === itemId)?.title ?? 'an item of an earlier checklist';
}
