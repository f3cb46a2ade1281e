import { useRecords } from '../../../vault';

/** Pictures are off until somebody has switched them on. */
export function useHasPhotos(): boolean {
  return useRecords('space-settings')[0]?.value.hasPhotos ?? false;
}
