export const issueCrumbs = [
  { label: 'Workforce', href: '~/workforce' },
  { label: 'Outside our control', href: '~/workforce/outside' },
] as const;
