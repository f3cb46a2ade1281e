import { useLocation } from 'wouter';
import { PagesNav } from '../../ui';

const pages = [
  { path: '/', label: 'Figures' },
  { path: '/teams', label: 'Teams' },
  { path: '/together', label: 'Side by side' },
  { path: '/staying', label: 'Staying' },
  { path: '/absences', label: 'Away from work' },
  { path: '/by-hand', label: 'By hand' },
  { path: '/posts', label: 'Vacancies' },
  { path: '/outside', label: 'Outside our control' },
  { path: '/policies', label: 'Policy reviews' },
  { path: '/bring-in', label: 'Bring in' },
  { path: '/notes', label: 'Notes' },
] as const;

/** The pages of this place, side by side, the same on each of them. */
export function WorkforceNav() {
  const [location] = useLocation();
  return (
    <PagesNav
      aria-label="Pages of workforce"
      pages={pages.map(({ path, label }) => ({
        label,
        href: `~/workforce${path === '/' ? '' : path}`,
        isCurrent: location === path,
      }))}
    />
  );
}
