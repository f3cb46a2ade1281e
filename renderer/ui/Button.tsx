import { useEffect, useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Link } from 'wouter';
import styles from './button.module.css';
import { cx } from './cx';
import { useAbsolute } from './route-links';

export interface ButtonLook {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | undefined;
  readonly size?: 'small' | undefined;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly 'aria-label'?: string | undefined;
}

/** The look of a button for whatever element wears it. */
export function buttonClass(variant: ButtonLook['variant'], size: ButtonLook['size']): string {
  return cx(
    styles.button,
    variant === 'primary' && styles.primary,
    variant === 'quiet' && styles.quiet,
    size === 'small' && styles.small,
  );
}

export interface ButtonProps extends ButtonLook {
  readonly onPress?: (() => void) | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  /** While work runs: presses do nothing, and after a second the words say that it is being done. */
  readonly isPending?: boolean | undefined;
  /** Words in place of the label once the work has taken a second. */
  readonly pendingText?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-expanded'?: boolean | undefined;
  readonly 'aria-pressed'?: boolean | undefined;
  readonly id?: string | undefined;
}

/** True once `isPending` has lasted a second: quick work shows nothing at all. */
export function useSlow(isPending: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => {
      setSlow(true);
    }, 1000);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isPending]);
  return isPending && isSlow;
}

export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    icon,
    children,
    isPending = false,
    pendingText,
    type = 'button',
    onPress,
    ...rest
  } = props;
  const isSlow = useSlow(isPending);
  // react-aria has a pending state of its own; its announcer names nodes that may be gone by then.
  return (
    <>
      <AriaButton
        {...rest}
        type={isPending ? 'button' : type}
        className={cx(buttonClass(variant, size), isPending && styles.pending)}
        onPress={() => {
          if (!isPending) onPress?.();
        }}
      >
        {icon}
        {isSlow && pendingText !== undefined ? pendingText : children}
      </AriaButton>
      {pendingText !== undefined && (
        <span role="status" className={styles.said}>
          {isSlow ? pendingText : ''}
        </span>
      )}
    </>
  );
}

export interface LinkButtonProps extends ButtonLook {
  readonly href: string;
}

/** Goes to another page, and looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  const { href, variant, size, icon, children } = props;
  const path = useAbsolute(href);
  return (
    <Link href={`~${path}`} className={buttonClass(variant, size)} aria-label={props['aria-label']}>
      {icon}
      {children}
    </Link>
  );
}

export function TextLink(props: {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const path = useAbsolute(props.href);
  return (
    <Link href={`~${path}`} className={cx(styles.link, props.className)}>
      {props.children}
    </Link>
  );
}
