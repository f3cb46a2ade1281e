import { Ban, Check } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { cx, useDocumentTitle, VisuallyHidden } from '../../ui';
import { Mark, QuietPage } from '../Quiet';
import styles from './first-run.module.css';

export const firstRunSteps = [
  { id: 'welcome', name: 'Welcome', detail: 'What this is' },
  { id: 'passphrase', name: 'Passphrase', detail: 'The only key' },
  { id: 'kit', name: 'Recovery kit', detail: 'Print it or save it' },
  { id: 'service', name: 'Your service', detail: 'Name, size, working hours' },
] as const;
export type FirstRunStep = (typeof firstRunSteps)[number]['id'];

export interface FirstRunFrameProps {
  readonly step: FirstRunStep;
  readonly title: string;
  readonly lede: ReactNode;
  readonly next: ReactNode;
  /** The heading takes the focus unless the step has put it somewhere itself. */
  readonly children: ReactNode;
}

export function FirstRunFrame(props: FirstRunFrameProps) {
  const { step, title } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(title);
  useEffect(() => {
    window.scrollTo(0, 0);
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, [title]);
  const at = firstRunSteps.findIndex((each) => each.id === step);
  return (
    <QuietPage>
      <div className={styles.grid}>
        <div>
          <div className={styles.brand}>
            <Mark className={styles.brandMark} />
            <div>
              <b>Steading</b>
              <span>Setting up</span>
            </div>
          </div>
          <ol className={styles.stepsList} aria-label="Steps">
            {firstRunSteps.map((each, index) => (
              <li
                key={each.id}
                className={cx(styles.step, index < at && styles.stepDone)}
                aria-current={index === at ? 'step' : undefined}
              >
                <span className={styles.node}>{index < at && <Check aria-hidden="true" />}</span>
                <span>
                  <span className={styles.stepName}>
                    {each.name}
                    {index < at && <VisuallyHidden>, done</VisuallyHidden>}
                  </span>
                  <span className={styles.stepDetail}>
                    {index < at ? 'Done' : index === at ? 'You are here' : each.detail}
                  </span>
                </span>
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p className={styles.lede}>{props.lede}</p>
          <div className={styles.body}>{props.children}</div>
        </div>
        <aside className={styles.side} aria-label="About this step">
          <h2>What happens next</h2>
          <p>{props.next}</p>
          <h2>What this never does</h2>
          <ul>
            {['Go on the internet', 'Ask for an account', 'Send anything to us'].map((line) => (
              <li key={line}>
                <Ban aria-hidden="true" />
                {line}
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </QuietPage>
  );
}
