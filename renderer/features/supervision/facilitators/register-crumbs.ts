export const registerCrumbs = [
  { label: 'Supervision', href: '~/supervision' },
  { label: 'Supervisors', href: '~/supervision/facilitators' },
] as const;
