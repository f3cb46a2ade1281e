import type { RetentionClass } from '@shared/records/retention-class';
import { keptWords } from './kept-words';
import { useCareSettings } from './use-care-settings';

/** How long this record stays, by the rules as they are now. */
export function KeptLine(props: { readonly of: RetentionClass | null }) {
  const { settings } = useCareSettings();
  return <>{keptWords(props.of, settings.months)}.</>;
}
