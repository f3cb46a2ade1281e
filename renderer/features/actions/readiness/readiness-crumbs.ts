import type { ReadinessAreaId } from '@shared/readiness/areas';

export const readinessHref = '~/actions/readiness';
export const checkHref = (id: string): string => `${readinessHref}/${id}`;
export const areaHref = (id: string, area: ReadinessAreaId): string => `${checkHref(id)}/areas/${area}`;
export const blockerHref = (id: string, blocker: string): string => `${checkHref(id)}/blockers/${blocker}`;

export const readinessCrumbs = [
  { label: 'Actions', href: '~/actions' },
  { label: 'Readiness', href: readinessHref },
] as const;

export const checkCrumbs = (id: string, name: string) =>
  [...readinessCrumbs, { label: name, href: checkHref(id) }] as const;
