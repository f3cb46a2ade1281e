import { useSyncExternalStore } from 'react';

/** As the pages' own styles: below it a sheet of columns has no room. */
const query = '(max-width: 639px)';

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => {
    media.removeEventListener('change', changed);
  };
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
