/** The pages outside the shell share a ground: the steading on its hill. */
import type { ReactNode } from 'react';
import { cx } from '../ui';
import styles from './quiet.module.css';

export function Mark(props: { readonly className?: string | undefined }) {
  return (
    <svg className={cx(styles.mark, props.className)} aria-hidden="true" viewBox="0 0 32 32">
      <path d="M3 27V15.5L10 9l7 6.5V27" />
      <path d="M17 18h8.5l3.5 4v5H3" />
      <path d="M14 12.3V7h3.5v8.5M8 27v-6h4v6" />
    </svg>
  );
}

export function Horizon() {
  return (
    <svg
      className={styles.horizon}
      aria-hidden="true"
      viewBox="0 0 1440 260"
      preserveAspectRatio="xMidYMax slice"
    >
      <path
        className={styles.hill1}
        d="M-20 140C60 118 130 104 214 100c96-4 150 34 236 32 92-2 150-56 262-62 96-5 148 42 236 48 104 6 150-40 250-46 104-6 170 40 282 44V270H-20z"
      />
      <path d="M300 118c40 12 90 16 150 14M712 70c-44 14-74 34-128 44M1198 72c40 12 66 28 112 38" />
      <path
        className={styles.hill2}
        d="M-20 190c120-22 220-34 340-24 150 12 240 34 380 24 130-10 190-36 330-36 150 0 250 28 450 20V270H-20z"
      />
      <g className={styles.house}>
        <path d="M996 148h74l14 18v30h-88z" />
        <path d="M944 196v-42h-54l-14 16v26z" />
        <path d="M983 128v-18h11v30" />
        <path d="M944 196v-56l26-24 26 24v56z" />
        <path d="M1084 196v-36l16-13 16 13v36z" />
        <path d="M963 196v-34h14v34" />
      </g>
      <path className={styles.lit} d="M1014 158h9v9h-9zM1042 158h9v9h-9zM908 164h8v8h-8z" />
      <path
        className={styles.hill3}
        d="M-20 236c160-26 330-22 480-24 190-2 300-34 470-38 180-4 320 24 530 40V270H-20z"
      />
      <path d="M640 204c40 14 96 26 176 32M1116 182c-10 22-44 46-110 70M1240 194c-6 20-20 40-46 60" />
    </svg>
  );
}

export function QuietPage(props: { readonly banner?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.page}>
      {props.banner ?? <div />}
      <main>{props.children}</main>
      <Horizon />
    </div>
  );
}
