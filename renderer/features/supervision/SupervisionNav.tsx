import { useLocation } from 'wouter';
import { TextLink } from '../../ui';
import styles from './supervision.module.css';

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
    <nav aria-label="Pages of supervision" data-print="no">
      <ul className={styles.pages}>
        {pages.map(({ path, label }) => (
          <li key={path} data-current={location === path ? '' : undefined}>
            {location === path ? (
              <span aria-current="page">{label}</span>
            ) : (
              <TextLink href={`~/supervision${path === '/' ? '' : path}`}>{label}</TextLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
