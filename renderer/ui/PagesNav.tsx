import { TextLink } from './Button';
import styles from './PagesNav.module.css';

export interface NavPage {
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** The pages of a place or of one record, side by side, the same on each of them. */
export function PagesNav(props: { readonly 'aria-label': string; readonly pages: readonly NavPage[] }) {
  return (
    <nav aria-label={props['aria-label']} data-print="no">
      <ul className={styles.pages}>
        {props.pages.map(({ label, href, isCurrent }) => (
          <li key={label} data-current={isCurrent ? '' : undefined}>
            {isCurrent ? <span aria-current="page">{label}</span> : <TextLink href={href}>{label}</TextLink>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
