export const agreementCrumbs = [
  { label: 'Supervision', href: '~/supervision' },
  { label: 'Agreements', href: '~/supervision/agreements' },
] as const;
