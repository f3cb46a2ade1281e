import { History, Pencil, Printer, Trash2 } from 'lucide-react';
import { formatDate } from '@shared/kernel/local-date';
import { checkParts, itemLabel } from '@shared/spaces/check-items';
import { KeptLine } from '../../../records/KeptLine';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { LinkButton, MoreMenu, Note, Page, Section, Sheet, Status, useGo } from '../../../ui';
import { useRecord, useViewNote, type StoredRecord } from '../../../vault';
import { siteCrumbs } from '../spaces-crumbs';
import { answeredWords, answerStatus, groupBy } from '../space-words';
import styles from './check.module.css';
import { NoCheck } from './NoCheck';

export function CheckPage(props: { readonly id: string }) {
  const record = useRecord('space-check', props.id);
  const site = useRecord('site', record?.value.siteId ?? '');
  useViewNote('space-check', record?.id);
  return record === undefined || site === undefined ? (
    <NoCheck />
  ) : (
    <CheckDetail record={record} site={site} />
  );
}

function CheckDetail(props: {
  readonly record: StoredRecord<'space-check'>;
  readonly site: StoredRecord<'site'>;
}) {
  const { record, site } = props;
  const { id, value } = record;
  const go = useGo();
  const remove = useRemoveWithUndo();
  return (
    <Page
      title={`Check with ${groupBy[value.answeredBy]}, ${formatDate(value.on)}`}
      docTitle="A check of a site"
      crumbs={siteCrumbs(site)}
      crumb={`Check of ${formatDate(value.on)}`}
      lede={`${answeredWords(value)}.`}
      actions={
        <>
          <LinkButton href={`~/spaces/checks/${id}/print`} icon={<Printer aria-hidden="true" />}>
            Print check
          </LinkButton>
          <LinkButton href={`~/spaces/checks/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <MoreMenu
            items={[
              {
                label: 'Earlier versions',
                icon: <History aria-hidden="true" />,
                onAction: () => {
                  go(`~/spaces/checks/${id}/history`);
                },
              },
              {
                label: 'Delete',
                icon: <Trash2 aria-hidden="true" />,
                onAction: () =>
                  void remove([record], 'Check deleted.').then((isGone) => {
                    if (isGone) go(`~/spaces/${site.id}`);
                  }),
              },
            ]}
          />
        </>
      }
    >
      {checkParts.map(({ title, items }) => {
        const answered = items.flatMap((item) => {
          const given = value.items[item.id];
          return given === undefined ? [] : [{ id: item.id, given }];
        });
        if (answered.length === 0) return null;
        return (
          <Section key={title} title={title}>
            <Sheet>
              <ul>
                {answered.map(({ id: item, given }) => (
                  <li key={item} className={styles.answer}>
                    <div>
                      {itemLabel(item, value.answeredBy)}
                      {given.note !== '' && <p className={styles.answerNote}>{given.note}</p>}
                      {given.ownerRole !== '' && (
                        <p className={styles.answerNote}>{given.ownerRole} sees to it</p>
                      )}
                    </div>
                    <Status {...answerStatus(given.answer)} />
                  </li>
                ))}
              </ul>
            </Sheet>
          </Section>
        );
      })}
      <Note kind="plain">
        What is missing stands on the page of the site, where each can become an action.
        <KeptLine of={null} />
      </Note>
    </Page>
  );
}
