import { useLocation } from 'wouter';
import { TextLink } from '../../ui';
import styles from './incidents-nav.module.css';

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
    <nav aria-label="Pages of incidents" data-print="no">
      <ul className={styles.pages}>
        {pages.map(({ path, label }) => {
          const isCurrent = location === path || (path === '/month' && location.startsWith('/month/'));
          return (
            <li key={path} data-current={isCurrent ? '' : undefined}>
              {isCurrent ? (
                <span aria-current="page">{label}</span>
              ) : (
                <TextLink href={`~/incidents${path === '/' ? '' : path}`}>{label}</TextLink>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
