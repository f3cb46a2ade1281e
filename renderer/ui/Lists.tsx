import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  Clock,
  Info,
  Lock,
  TriangleAlert,
  Check,
} from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { cx } from './cx';
import styles from './lists.module.css';
import { useAbsolute } from './route-links';

export function RowList(props: { readonly children: ReactNode; readonly 'aria-label'?: string | undefined }) {
  return (
    <ul className={styles.rows} aria-label={props['aria-label']}>
      {props.children}
    </ul>
  );
}

export interface RowProps {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly status?: ReactNode;
  readonly action?: ReactNode;
  /** The whole row leads there; `action` stays a thing of its own. */
  readonly href?: string | undefined;
}

function RowLink(props: { readonly href: string; readonly children: ReactNode }) {
  const path = useAbsolute(props.href);
  return (
    <Link href={`~${path}`} className={styles.rowLink}>
      {props.children}
    </Link>
  );
}

export function Row(props: RowProps) {
  const { icon, title, detail, status, action, href } = props;
  return (
    <li className={cx(styles.row, icon !== undefined && styles.withIcon)}>
      {icon !== undefined && (
        <span className={styles.rowIcon} aria-hidden="true">
          {icon}
        </span>
      )}
      <div className={styles.rowBody}>
        <span className={styles.rowTitle}>
          {href === undefined ? title : <RowLink href={href}>{title}</RowLink>}
        </span>
        {detail !== undefined && <span className={styles.rowDetail}>{detail}</span>}
      </div>
      {status !== undefined && <div className={styles.rowStatus}>{status}</div>}
      {action !== undefined && <div className={styles.rowAction}>{action}</div>}
    </li>
  );
}

export type StatusKind = 'good' | 'due' | 'caution' | 'later' | 'none' | 'hidden';

const statusIcons = {
  good: CircleCheck,
  due: Clock,
  caution: TriangleAlert,
  later: CircleDashed,
  none: CircleMinus,
  hidden: Lock,
} as const;

/** Icon, words and colour, so that no one of them has to carry the meaning alone. */
export function Status(props: { readonly kind: StatusKind; readonly children: ReactNode }) {
  const Icon = statusIcons[props.kind];
  return (
    <span className={cx(styles.status, styles[props.kind])}>
      <Icon aria-hidden="true" />
      <span>{props.children}</span>
    </span>
  );
}

export type NoteKind = 'info' | 'caution' | 'good' | 'plain';
const noteIcons = { info: Info, caution: TriangleAlert, good: Check, plain: Info } as const;
const noteClasses = {
  info: styles.noteInfo,
  caution: styles.noteCaution,
  good: styles.noteGood,
  plain: styles.notePlain,
} as const;

export function Note(props: {
  readonly kind: NoteKind;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}) {
  const Icon = noteIcons[props.kind];
  return (
    <div className={cx(styles.note, noteClasses[props.kind])}>
      <Icon aria-hidden="true" />
      <div>
        {props.title !== undefined && <strong className={styles.noteTitle}>{props.title}</strong>}
        {props.children !== undefined && <div>{props.children}</div>}
      </div>
    </div>
  );
}

/** A row of key figures. Its children are Figure. */
export function FigureRow(props: { readonly children: ReactNode }) {
  return <dl className={styles.figures}>{props.children}</dl>;
}

export function Figure(props: {
  readonly label: string;
  readonly value: ReactNode;
  readonly detail?: ReactNode;
}) {
  return (
    <div className={styles.figure}>
      <dt className={styles.figureLabel}>{props.label}</dt>
      <dd className={styles.figureValue}>
        {props.value}
        {props.detail !== undefined && <span className={styles.figureDetail}>{props.detail}</span>}
      </dd>
    </div>
  );
}

/** A number that is not shown, and why. The reason is in words for those who cannot hover. */
export function HiddenCell(props: { readonly reason: string }) {
  return (
    <span className={styles.hiddenCell} title={props.reason}>
      <Lock aria-hidden="true" />
      Hidden<VisuallyHidden>: {props.reason}</VisuallyHidden>
    </span>
  );
}

export function VisuallyHidden(props: { readonly children: ReactNode }) {
  return <span className={styles.vh}>{props.children}</span>;
}

export interface DataTableProps {
  readonly caption: ReactNode;
  readonly columns: readonly {
    readonly key: string;
    readonly label: ReactNode;
    readonly align?: 'right' | undefined;
  }[];
  /** One cell a column; the first is the row's header. */
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly ReactNode[];
    readonly isTotal?: boolean | undefined;
  }[];
  readonly isCaptionHidden?: boolean | undefined;
}

/** A real table. Where it is wider than its room it scrolls in a named region that the keyboard reaches. */
export function DataTable(props: DataTableProps) {
  const { caption, columns, rows, isCaptionHidden = false } = props;
  const id = useId();
  const wrap = useRef<HTMLDivElement>(null);
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    const element = wrap.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setWide(element.scrollWidth > element.clientWidth + 1);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [rows, columns]);
  return (
    <div
      ref={wrap}
      className={styles.tableWrap}
      {...(isWide ? { role: 'region', tabIndex: 0, 'aria-labelledby': id } : {})}
    >
      <table className={styles.table}>
        <caption id={id} className={isCaptionHidden ? styles.vh : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.align === 'right' ? styles.right : undefined}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.isTotal === true ? styles.total : undefined}>
              {columns.map((column, index) => {
                const className = column.align === 'right' ? styles.right : undefined;
                return index === 0 ? (
                  <th key={column.key} scope="row" className={className}>
                    {row.cells[index]}
                  </th>
                ) : (
                  <td key={column.key} className={className}>
                    {row.cells[index]}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
