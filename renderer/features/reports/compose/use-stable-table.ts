import { useState } from 'react';
import type { ReleaseTable } from '@shared/disclosure/release-figures';

/** The same object for as long as it says the same: the engine is asked only about what is new. */
export function useStableTable(table: ReleaseTable | null): ReleaseTable | null {
  const text = JSON.stringify(table);
  const [kept, setKept] = useState({ text, table });
  if (kept.text === text) return kept.table;
  setKept({ text, table });
  return table;
}
