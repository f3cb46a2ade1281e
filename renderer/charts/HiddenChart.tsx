import { EyeOff } from 'lucide-react';
import styles from './chart.module.css';

/** In the place of a drawing: why there is none. */
export function HiddenChart({ reason }: { readonly reason: string }) {
  return (
    <div className={styles.hidden}>
      <EyeOff aria-hidden="true" />
      <p>{reason}</p>
    </div>
  );
}
