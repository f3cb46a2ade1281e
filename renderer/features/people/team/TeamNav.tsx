import { useLocation } from 'wouter';
import { PagesNav } from '../../../ui';

const pages = [
  { path: '/conversations', label: 'Conversations' },
  { path: '/said', label: 'You said, we did' },
  { path: '/training', label: 'Training' },
] as const;

/** The pages of team life, side by side, the same on each of them. */
export function TeamNav() {
  const [location] = useLocation();
  return (
    <PagesNav
      aria-label="Pages of team life"
      pages={pages.map(({ path, label }) => ({
        label,
        href: `~/people/team${path}`,
        isCurrent: location === `/team${path}`,
      }))}
    />
  );
}
