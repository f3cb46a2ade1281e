export const teamCrumbs = [
  { label: 'People', href: '~/people' },
  { label: 'Team life', href: '~/people/team/conversations' },
] as const;

export const conversationCrumbs = [
  ...teamCrumbs,
  { label: 'Conversations', href: '~/people/team/conversations' },
] as const;
export const trainingCrumbs = [...teamCrumbs, { label: 'Training', href: '~/people/team/training' }] as const;
