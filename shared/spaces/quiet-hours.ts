/** What a quiet room is worth: the hours a week in which staff can really go there. */
import type { QuietRoom, Site } from '@shared/records/site/site';

export interface QuietHours {
  readonly open: number;
  /** Null: nobody has counted what else goes on in it. */
  readonly free: number | null;
}

function minutes(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

export function quietHours({ days, from, to, takenHours }: QuietRoom): QuietHours {
  const open = (new Set(days).size * (minutes(to) - minutes(from))) / 60;
  return { open, free: takenHours === null ? null : Math.max(0, open - takenHours) };
}

/** A place to settle that is for staff: there, open, and not given to other work in all of its hours. */
export function hasQuietSpace(site: Pick<Site, 'rooms'>): boolean {
  return site.rooms.some(({ quiet }) => {
    if (quiet === null) return false;
    const { open, free } = quietHours(quiet);
    return free === null ? open > 0 && !quiet.isShared : free > 0;
  });
}
