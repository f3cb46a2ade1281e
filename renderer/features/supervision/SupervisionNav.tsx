import { useLocation } from 'wouter';
import { PagesNav } from '../../ui';

const pages = [
  { path: '/', label: 'Who had it' },
  { path: '/access', label: 'Access' },
  { path: '/assignments', label: 'Who supervises whom' },
  { path: '/agreements', label: 'Agreements' },
  { path: '/facilitators', label: 'Supervisors' },
  { path: '/groups', label: 'Groups' },
  { path: '/sessions', label: 'Sessions' },
] as const;

/** The pages of this place, side by side, the same on each of them. */
export function SupervisionNav() {
  const [location] = useLocation();
  return (
    <PagesNav
      aria-label="Pages of supervision"
      pages={pages.map(({ path, label }) => ({
        label,
        href: `~/supervision${path === '/' ? '' : path}`,
        isCurrent: location === path,
      }))}
    />
  );
}
