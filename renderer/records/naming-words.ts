import type { Naming } from '@shared/records/today-settings/today-settings';

/** Each way of calling people on Today: as it stands, and as something to choose. */
export const namingWords = {
  names: { now: 'Names shown', ask: 'Show names on Today' },
  roles: { now: 'Roles only', ask: 'Show roles only on Today' },
  initials: { now: 'Initials only', ask: 'Show initials only on Today' },
} as const satisfies Record<Naming, { readonly now: string; readonly ask: string }>;
