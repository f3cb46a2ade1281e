import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import { readinessAreaLabels } from '@shared/readiness/areas';
import { finished, fundedActions, unratedAreas } from '@shared/readiness/finish';
import { useToday } from '../../../platform';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import {
  Button,
  Columns,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  useGo,
} from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import { FoundList } from './FoundList';
import { MissingList } from './GatePanel';
import { NoCheck } from './NoCheck';
import { RatingTrack } from './RatingTrack';
import { areaHref, blockerHref, checkCrumbs, checkHref } from './readiness-crumbs';
import styles from './readiness.module.css';
import { useCheck, type CheckInView } from './use-check';
import { useWellbeingChecks } from './use-wellbeing-checks';

export function FinishPage(props: { readonly id: string }) {
  const view = useCheck(props.id);
  if (view === undefined || view.record.value.finalisedOn !== null) return <NoCheck />;
  return <Finish view={view} />;
}

interface Unsaved {
  readonly key: string;
  readonly title: string;
  readonly href: string;
}

/** What was typed into this check and never saved: once it is history, no form could go on with it. */
function useUnsaved(id: string): readonly Unsaved[] {
  return useRecords('draft')
    .filter(({ value }) => value.recordId === id)
    .flatMap(({ id: key, value: { form, title, fields } }): Unsaved[] => {
      const textOf = (name: string): string => {
        const text = fields[name];
        return typeof text === 'string' ? text : '';
      };
      if (form === 'readiness-area')
        return [{ key, title, href: `${checkHref(id)}/areas/${textOf('area')}` }];
      if (form === 'readiness-blocker') {
        const blocker = textOf('blockerId');
        return [{ key, title, href: blockerHref(id, blocker === '' ? 'new' : blocker) }];
      }
      return form === 'readiness-check' ? [{ key, title, href: `${checkHref(id)}/edit` }] : [];
    });
}

function Finish(props: { readonly view: CheckInView }) {
  const { record, previous, missing } = props.view;
  const { id, value } = record;
  const unsaved = useUnsaved(id);
  const isReady = missing.length === 0 && unsaved.length === 0;
  const unrated = unratedAreas(value);
  return (
    <Page
      title={isReady ? 'Ready to finish' : 'Not ready to finish yet'}
      docTitle="Finish a readiness check"
      crumbs={checkCrumbs(id, value.name)}
      lede={
        isReady
          ? 'From then on nothing in it changes. The next check begins from it.'
          : 'Readiness starts with the people who do the work. Nothing is lost meanwhile.'
      }
    >
      <Columns
        main={
          <>
            {missing.length > 0 && (
              <Section title="Still to do">
                <MissingList id={id} missing={missing} />
              </Section>
            )}
            {unsaved.length > 0 && <UnsavedList unsaved={unsaved} />}
            {isReady && <FinishPanel record={record} />}
            {unrated.length > 0 && (
              <Note
                kind="plain"
                title={
                  unrated.length === 1 ? 'One area is not rated' : `${unrated.length} areas are not rated`
                }
              >
                <p>They stay so when the check is finished. That is no obstacle.</p>
                <ul className={styles.lines}>
                  {unrated.map((area) => (
                    <li key={area}>{readinessAreaLabels[area]}</li>
                  ))}
                </ul>
              </Note>
            )}
          </>
        }
        side={
          <Section title="Staff wellbeing">
            <RatingTrack
              rating={value.areas.wellbeing.rating}
              was={previous?.value.areas.wellbeing.rating ?? null}
            />
            {value.areas.wellbeing.evidence.trim() !== '' && (
              <p className={styles.quote}>{value.areas.wellbeing.evidence}</p>
            )}
            <LinkButton href={areaHref(id, 'wellbeing')}>Open this area</LinkButton>
          </Section>
        }
      />
      <FoundList check={record} isBrief />
    </Page>
  );
}

function UnsavedList(props: { readonly unsaved: readonly Unsaved[] }) {
  return (
    <Section title="Typed and not saved yet">
      <Sheet>
        <RowList aria-label="Typed and not saved yet">
          {props.unsaved.map(({ key, title, href }) => (
            <Row
              key={key}
              href={href}
              title={title}
              detail="Save it, or discard the draft"
              status={<Status kind="later">Draft</Status>}
            />
          ))}
        </RowList>
      </Sheet>
    </Section>
  );
}

function FinishPanel(props: { readonly record: StoredRecord<'readiness-check'> }) {
  const { record } = props;
  const { id, value } = record;
  const today = useToday();
  const go = useGo();
  const save = useSaveWithUndo();
  const actions = useRecords('action');
  const found = useWellbeingChecks(value);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const finish = async (): Promise<void> => {
    const next = finished(value, actions, found, today);
    if (isSaving || next === null) return;
    setSaving(true);
    const why = await save(
      [{ kind: 'readiness-check', id, value: next, before: record }],
      'The check is finished.',
    );
    setSaving(false);
    setProblem(why);
    if (why === null) go(checkHref(id));
  };
  return (
    <Section title="What is kept with it">
      <Sheet pad>
        <p>The ratings and their evidence, what stands in the way, and what is paid for:</p>
        <ul className={styles.lines}>
          {fundedActions(actions, value).map((action) => (
            <li key={action.id}>{action.value.what}</li>
          ))}
        </ul>
        {problem !== null && (
          <div role="alert">
            <Note kind="caution" title="Not finished">
              {problem}
            </Note>
          </div>
        )}
        <div className={styles.buttons}>
          <Button
            variant="primary"
            icon={<CheckCheck aria-hidden="true" />}
            isPending={isSaving}
            onPress={() => void finish()}
          >
            Finish the check
          </Button>
          <LinkButton href={checkHref(id)} variant="quiet">
            Not now
          </LinkButton>
        </div>
      </Sheet>
    </Section>
  );
}
