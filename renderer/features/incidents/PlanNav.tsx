import { useLocation } from 'wouter';
import type { RecordId } from '@shared/kernel/ids';
import { TextLink } from '../../ui';
import styles from './incidents-nav.module.css';

const pages = [
  { path: '', label: 'Support' },
  { path: '/notifications', label: 'Who to tell' },
  { path: '/dates', label: 'Days to keep in mind' },
  { path: '/investigation', label: 'Learning and investigation' },
  { path: '/timeline', label: 'Timeline' },
] as const;

/** The pages of one plan. Support and investigation never share one. */
export function PlanNav(props: { readonly id: RecordId }) {
  const [location] = useLocation();
  const own = `/${props.id}`;
  return (
    <nav aria-label="Pages of this plan" data-print="no">
      <ul className={styles.pages}>
        {pages.map(({ path, label }) => {
          const isCurrent = location === own + path || (path === '' && location === `${own}/opened`);
          return (
            <li key={path} data-current={isCurrent ? '' : undefined}>
              {isCurrent ? (
                <span aria-current="page">{label}</span>
              ) : (
                <TextLink href={`~/incidents${own}${path}`}>{label}</TextLink>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
