import { useState, type ReactNode } from 'react';
import { cx } from './cx';
import styles from './lists.module.css';

/** A marked place that files can be dropped on, with its words above whatever else chooses them. */
export function DropArea(props: {
  readonly label: string;
  readonly hint: ReactNode;
  readonly onDrop: (dropped: DataTransfer) => void;
  readonly children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={cx(styles.drop, isOver && styles.dropOver)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onDrop(event.dataTransfer);
      }}
    >
      <span className={styles.dropLabel}>{props.label}</span>
      <span className={styles.dropHint}>{props.hint}</span>
      {props.children}
    </div>
  );
}
