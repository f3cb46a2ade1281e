import type { StoredOutline } from '../../vault';

export const spacesCrumbs = [{ label: 'Spaces', href: '~/spaces' }] as const;

export const siteCrumbs = ({ id, value }: StoredOutline<'site'>) =>
  [...spacesCrumbs, { label: value.name, href: `~/spaces/${id}` }] as const;

export const resourceCrumbs = [...spacesCrumbs, { label: 'Resources', href: '~/spaces/resources' }] as const;
