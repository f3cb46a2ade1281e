import { Info } from 'lucide-react';
import { useState } from 'react';
import styles from './shell.module.css';

/** On every page of the made-up vault, so that nobody takes it for their own. */
export function DemoBanner(props: { readonly onLeave: () => Promise<void> }) {
  const [isLeaving, setLeaving] = useState(false);
  return (
    <aside className={styles.banner} aria-label="Made-up data" data-print="no">
      <Info aria-hidden="true" />
      <span>
        <strong>Made-up data.</strong> Nobody here is real.
      </span>
      <button
        type="button"
        onClick={() => {
          if (isLeaving) return;
          setLeaving(true);
          void props.onLeave();
        }}
      >
        Leave the demo
      </button>
    </aside>
  );
}
