import { formatMonth } from '@shared/kernel/local-date';
import type { Site } from '@shared/records/site/site';
import type { SpacePhoto } from '@shared/records/space-photo/space-photo';

/** "The desks from the door, Front office, March 2026" */
export function photoWords(
  photo: Pick<SpacePhoto, 'caption' | 'roomId' | 'takenIn'>,
  site: Pick<Site, 'rooms' | 'name'>,
): string {
  const room = site.rooms.find(({ id }) => id === photo.roomId)?.name ?? site.name;
  return [photo.caption, room, photo.takenIn === null ? '' : formatMonth(photo.takenIn)]
    .filter((part) => part !== '')
    .join(', ');
}
