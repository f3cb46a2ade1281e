import { Plus } from 'lucide-react';
import { readinessAreaLabels, type ReadinessAreaId } from '@shared/readiness/areas';
import { LinkButton, Section, Sheet, TextLink } from '../../../ui';
import type { StoredRecord } from '../../../vault';
import { blockerHref } from './readiness-crumbs';
import { linkHref, linkKey } from './readiness-words';
import styles from './readiness.module.css';

/** What stands in the way, with the way to its proof. `area`: what stands in the way of that one alone. */
export function BlockersPanel(props: {
  readonly check: StoredRecord<'readiness-check'>;
  readonly area?: ReadinessAreaId;
}) {
  const { check, area } = props;
  const isOpen = check.value.finalisedOn === null;
  const blockers = check.value.blockers.filter((each) => area === undefined || each.area === area);
  if (!isOpen && blockers.length === 0 && area !== undefined) return null;
  return (
    <Section
      title="What stands in the way"
      action={
        isOpen ? (
          <LinkButton
            href={blockerHref(check.id, area === undefined ? 'new' : `new/${area}`)}
            variant="quiet"
            size="small"
            icon={<Plus aria-hidden="true" />}
            aria-label="Add what stands in the way"
          >
            Add
          </LinkButton>
        ) : undefined
      }
    >
      {blockers.length === 0 ? (
        <p className={styles.small}>
          {isOpen
            ? 'Nothing is listed. Empty posts, money for one year and long waits belong here.'
            : 'Nothing was listed.'}
        </p>
      ) : (
        <Sheet>
          <ul className={styles.blockers} aria-label="What stands in the way">
            {blockers.map(({ id, text, area: of, links }) => (
              <li key={id}>
                <strong>{text}</strong>
                {area === undefined && of !== null && (
                  <span className={styles.detail}>{readinessAreaLabels[of]}</span>
                )}
                {links.length > 0 && (
                  <ul className={styles.proof} aria-label={`What shows it: ${text}`}>
                    {links.map((link) => (
                      <li key={linkKey(link)}>
                        <TextLink href={linkHref(link)}>{link.words}</TextLink>
                      </li>
                    ))}
                  </ul>
                )}
                {isOpen && (
                  <TextLink href={blockerHref(check.id, id)} aria-label={`Change: ${text}`}>
                    Change
                  </TextLink>
                )}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </Section>
  );
}
