import { ChevronRight } from 'lucide-react';
import { createContext, use, useEffect, useId, useRef, type ReactNode } from 'react';
import { useLocation, useRouter } from 'wouter';
import { TextLink } from './Button';
import { cx } from './cx';
import { useDocumentTitle } from './document-title';
import styles from './page.module.css';

/** The name of the place that is mounted ("Supervision"): the window's title while a page names no task. */
export const PlaceNameContext = createContext('');

export interface PageProps {
  /** The h1. May hold a person's name: it never reaches the window's title. */
  readonly title: ReactNode;
  readonly lede?: ReactNode;
  readonly crumbs?: readonly { readonly label: string; readonly href: string }[] | undefined;
  /** The last of them, where the h1 is a whole sentence. */
  readonly crumb?: string | undefined;
  readonly actions?: ReactNode;
  /** Words for the window's title: a task, never a name. Left out, the title is the place. */
  readonly docTitle?: string | undefined;
  readonly children: ReactNode;
}

/** One page: a heading, what it means, what can be done, and the rest. */
export function Page(props: PageProps) {
  const { title, lede, crumbs = [], crumb, actions, docTitle, children } = props;
  useDocumentTitle(docTitle ?? use(PlaceNameContext));
  const heading = useRef<HTMLHeadingElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const [location] = useLocation();
  const route = useRouter().base + location;

  useEffect(() => {
    // A form that has put the focus into its first field keeps it there.
    const active = document.activeElement;
    const isInField =
      active !== null && root.current?.contains(active) === true && active.matches('input, textarea, select');
    if (isInField) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [route]);

  return (
    <div ref={root}>
      <div className={styles.head}>
        <div className={styles.headText}>
          {crumbs.length > 0 && (
            <nav aria-label="Where you are" data-print="no">
              <ol className={styles.crumbs}>
                {crumbs.map(({ href, label }) => (
                  <li key={href}>
                    <TextLink href={href}>{label}</TextLink>
                    <ChevronRight aria-hidden="true" />
                  </li>
                ))}
                <li aria-current="page">{crumb ?? title}</li>
              </ol>
            </nav>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lede !== undefined && <p className={styles.lede}>{lede}</p>}
        </div>
        {actions !== undefined && (
          <div className={styles.actions} data-print="no">
            {actions}
          </div>
        )}
      </div>
      <div className={styles.body}>{children}</div>
    </div>
  );
}

export function Section(props: {
  readonly title: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h2 id={id}>{props.title}</h2>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}

/** The white paper of a page: one a page, for its main thing. */
export function Sheet(props: { readonly children: ReactNode; readonly pad?: boolean | undefined }) {
  return (
    <div
      className={cx(styles.sheet, props.pad === true && styles.pad)}
      data-sheet={props.pad === true ? 'pad' : 'flush'}
    >
      {props.children}
    </div>
  );
}

/** Main and side, 7 to 5; one under the other below 1100 px. */
export function Columns(props: { readonly main: ReactNode; readonly side: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div>{props.main}</div>
      <div>{props.side}</div>
    </div>
  );
}

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here yet: what it is for, and one thing to do. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {props.icon !== undefined && (
        <span className={styles.emptyIcon} aria-hidden="true">
          {props.icon}
        </span>
      )}
      <h2>{props.title}</h2>
      <div className={styles.emptyText}>{props.children}</div>
      {props.action !== undefined && <div className={styles.emptyAction}>{props.action}</div>}
    </div>
  );
}
