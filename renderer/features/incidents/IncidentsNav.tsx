import { useLocation } from 'wouter';
import { PagesNav } from '../../ui';

const pages = [
  { path: '/', label: 'Plans' },
  { path: '/month', label: 'Month' },
  { path: '/exposure', label: 'Events per person' },
  { path: '/ready', label: 'Ready plan' },
  { path: '/templates', label: 'Templates' },
  { path: '/rehearsal', label: 'Rehearsal' },
] as const;

/** The pages of this place, side by side, the same on each of them. */
export function IncidentsNav() {
  const [location] = useLocation();
  return (
    <PagesNav
      aria-label="Pages of incidents"
      pages={pages.map(({ path, label }) => ({
        label,
        href: `~/incidents${path === '/' ? '' : path}`,
        isCurrent: location === path || (path === '/month' && location.startsWith('/month/')),
      }))}
    />
  );
}
