import { useLocation } from 'wouter';
import type { RecordId } from '@shared/kernel/ids';
import { PagesNav } from '../../ui';

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
    <PagesNav
      aria-label="Pages of this plan"
      pages={pages.map(({ path, label }) => ({
        label,
        href: `~/incidents${own}${path}`,
        isCurrent: location === own + path || (path === '' && location === `${own}/opened`),
      }))}
    />
  );
}
