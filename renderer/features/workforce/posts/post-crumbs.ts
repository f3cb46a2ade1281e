export const postCrumbs = [
  { label: 'Workforce', href: '~/workforce' },
  { label: 'Vacancies', href: '~/workforce/posts' },
] as const;
