import { useLocation } from 'wouter';
import { PagesNav } from '../../ui';

const pages = [
  { path: '/', label: 'Sites' },
  { path: '/resources', label: 'Resources' },
  { path: '/settings', label: 'Pictures' },
] as const;

/** The pages of this place, side by side, the same on each of them. */
export function SpacesNav() {
  const [location] = useLocation();
  return (
    <PagesNav
      aria-label="Pages of spaces"
      pages={pages.map(({ path, label }) => ({
        label,
        href: `~/spaces${path === '/' ? '' : path}`,
        isCurrent: location === path,
      }))}
    />
  );
}
