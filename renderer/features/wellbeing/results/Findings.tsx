import { ListPlus } from 'lucide-react';
import { useState } from 'react';
import { newActionHref } from '@shared/actions/action-links';
import type { Instrument } from '@shared/instruments/instrument';
import { formatDate } from '@shared/kernel/local-date';
import { isRecordId } from '@shared/kernel/ids';
import { isOpen, type Action, type ActionSource } from '@shared/records/action/action';
import { findingsOf, type Finding } from '@shared/wellbeing/findings';
import type { RoundView } from '@shared/wellbeing/round-results';
import { Button, LinkButton, Section, Sheet, TextLink, useGo } from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import styles from './results.module.css';

const fewest = 3;

function actionWords({ value }: StoredRecord<'action'>): string {
  if (value.doneOn !== null) return `done ${formatDate(value.doneOn)}`;
  return isOpen(value) ? `look at it on ${formatDate(value.reviewOn)}` : 'not needed';
}

function answers({ source }: Action, waveId: string, scaleId: string): boolean {
  return source?.from === 'round' && source.waveId === waveId && source.scaleId === scaleId;
}

function FindingRow(props: {
  readonly finding: Finding;
  readonly href: string;
  readonly actions: readonly StoredRecord<'action'>[];
}) {
  const { finding, href, actions } = props;
  return (
    <li className={styles.finding} data-href={href}>
      <div>
        <strong>{finding.title}</strong>
        <span className={styles.findingDetail}>{finding.detail}</span>
      </div>
      <LinkButton
        href={href}
        size="small"
        icon={<ListPlus aria-hidden="true" />}
        aria-label={`Make an action: ${finding.title}`}
      >
        Make an action
      </LinkButton>
      {actions.map((action) => (
        <span key={action.id} className={styles.linked}>
          Action: <TextLink href={`~/actions/${action.id}`}>{action.value.what}</TextLink>,{' '}
          {actionWords(action)}
        </span>
      ))}
    </li>
  );
}

/** From a finding to an action that answers it: a button on each, and the A key while the focus is on it. */
export function Findings(props: {
  readonly instrument: Instrument;
  readonly view: RoundView;
  readonly compared: RoundView | null;
}) {
  const { instrument, view, compared } = props;
  const go = useGo();
  const actions = useRecords('action');
  const [isWhole, setWhole] = useState(false);
  const all = findingsOf(instrument, view, compared);
  if (all.length === 0) return null;
  const pressing = all.filter(({ isPressing }) => isPressing);
  const first = pressing.length > 0 ? pressing : all.slice(0, fewest);
  const shown = isWhole ? all : first;
  const sourceOf = (scaleId: string): ActionSource | null =>
    isRecordId(view.id) ? { from: 'round', waveId: view.id, scaleId } : null;
  return (
    <Section title="From a finding to an action">
      <p className={styles.small}>
        Pick one thing to change. With the focus on a finding, the A key opens an action for it.
      </p>
      <Sheet>
        {/* Not a control: it hears a key of the links inside, and only while one of them has the focus. */}
        <div
          role="presentation"
          onKeyDown={(event) => {
            if (event.key.toLowerCase() !== 'a' || event.ctrlKey || event.metaKey || event.altKey) return;
            const href =
              event.target instanceof Element
                ? event.target.closest<HTMLElement>('[data-href]')?.dataset['href']
                : undefined;
            if (href === undefined) return;
            event.preventDefault();
            go(href);
          }}
        >
          <ul className={styles.findings} aria-label="Findings">
            {shown.map((finding) => (
              <FindingRow
                key={finding.scaleId}
                finding={finding}
                href={`~${newActionHref(sourceOf(finding.scaleId))}`}
                actions={actions.filter(({ value }) => answers(value, view.id, finding.scaleId))}
              />
            ))}
          </ul>
          {all.length > first.length && (
            <div className={styles.more}>
              <Button
                variant="quiet"
                size="small"
                aria-expanded={isWhole}
                onPress={() => {
                  setWhole(!isWhole);
                }}
              >
                {isWhole ? 'Show fewer scales' : `Show all ${all.length} scales`}
              </Button>
            </div>
          )}
        </div>
      </Sheet>
    </Section>
  );
}
