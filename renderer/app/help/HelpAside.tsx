import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, TextLink } from '../../ui';
import type { HelpPage } from './help-page';
import styles from './help-aside.module.css';

export interface HelpAsideProps {
  readonly page: HelpPage;
  readonly onClose: () => void;
}

/** The help of a page beside it, so that a form stays in sight and in hand. */
export function HelpAside(props: HelpAsideProps) {
  const { page, onClose } = props;
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [page]);
  useEffect(() => {
    const element = root.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    element?.addEventListener('keydown', onKey);
    return () => {
      element?.removeEventListener('keydown', onKey);
    };
  }, [onClose]);
  return (
    <aside
      ref={root}
      className={styles.aside}
      aria-labelledby="help-aside"
      data-region="help"
      data-print="no"
    >
      <div className={styles.head}>
        <h2 id="help-aside" ref={heading} tabIndex={-1}>
          {page.title}
        </h2>
        <Button variant="quiet" size="small" aria-label="Close help" onPress={onClose}>
          <X aria-hidden="true" />
        </Button>
      </div>
      <p className={styles.lede}>{page.lede}</p>
      <ol className={styles.steps}>
        {page.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {page.more !== undefined && (
        <div className={styles.more}>
          <h3>Good to know</h3>
          {page.more.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <p className={styles.links}>
        <TextLink href={`/help/${page.id}`}>Open as a page</TextLink>
        <TextLink href="/help">All help</TextLink>
      </p>
    </aside>
  );
}
