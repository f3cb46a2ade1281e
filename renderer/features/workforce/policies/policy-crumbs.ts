export const policyCrumbs = [
  { label: 'Workforce', href: '~/workforce' },
  { label: 'Policy reviews', href: '~/workforce/policies' },
] as const;
