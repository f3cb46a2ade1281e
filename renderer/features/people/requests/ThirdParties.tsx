import { useMemo, useRef, useState } from 'react';
import {
  redactionChoiceLabels,
  redactionChoices,
  type RedactionDecision,
} from '@shared/records/access-request/access-request';
import type { Bundle, ThirdPartyPlace } from '@shared/requests/bundle';
import type { AnyRecord } from '@shared/retention/redact';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { sayRecord } from '../../../records/history/say-record';
import { recordHref, recordTitle, unknownPerson } from '../../../records/record-words';
import { useAllNames } from '../../../records/use-all-names';
import { Button, Note, Section, Segmented, Sheet, Status, TextLink, useToast } from '../../../ui';
import { useVault, type StoredRecord } from '../../../vault';
import styles from '../people.module.css';

const shownFirst = 25;
const options = redactionChoices.map((value) => ({ value, label: redactionChoiceLabels[value] }));

/** Each place that names somebody else, with one decision each. Nothing about others goes out by default. */
export function ThirdParties(props: {
  readonly request: StoredRecord<'access-request'>;
  readonly bundle: Bundle;
  readonly records: readonly AnyRecord[];
}) {
  const { bundle } = props;
  const today = useToday();
  const decide = useDecide(props.request);
  const byId = useMemo(() => new Map(props.records.map((record) => [record.id, record])), [props.records]);
  const [shown, setShown] = useState(shownFirst);
  const places = bundle.thirdParties;
  const undecided = places.filter(({ isUndecided }) => isUndecided);
  const decisionOf = (place: ThirdPartyPlace, choice: RedactionDecision['choice']): RedactionDecision => ({
    kind: place.kind,
    recordId: place.recordId,
    field: place.field,
    thirdPartyId: place.thirdPartyId,
    choice,
    decidedOn: today,
  });
  return (
    <Section title={places.length === 0 ? 'Other people' : `Other people: ${places.length}`}>
      {places.length === 0 ? (
        <p>Nobody else on your list is named in it.</p>
      ) : (
        <>
          <p role="status" className={styles.count}>
            {undecided.length === 0
              ? 'All decided.'
              : `${undecided.length} not decided yet. What is not decided is blacked out.`}
          </p>
          {undecided.length > 0 && (
            <div className={styles.buttons}>
              <Button
                size="small"
                onPress={() => void decide(undecided.map((place) => decisionOf(place, 'redact')))}
              >
                Black out all that is not decided
              </Button>
            </div>
          )}
          <Sheet>
            <ul className={styles.parties} aria-label="Places that name somebody else">
              {places.slice(0, shown).map((place) => (
                <Place
                  key={`${place.recordId}${place.field}${place.thirdPartyId}`}
                  place={place}
                  record={byId.get(place.recordId)}
                  onChoose={(choice) => void decide([decisionOf(place, choice)])}
                />
              ))}
            </ul>
          </Sheet>
          {places.length > shown && (
            <div className={styles.more}>
              <Button
                size="small"
                onPress={() => {
                  setShown(places.length);
                }}
              >
                Show all {places.length}
              </Button>
            </div>
          )}
        </>
      )}
      <Note kind="plain">
        Only names on your list of people are found. Read the copy once for others: family, people who use the
        service, people outside.
      </Note>
    </Section>
  );
}

function Place(props: {
  readonly place: ThirdPartyPlace;
  readonly record: AnyRecord | undefined;
  readonly onChoose: (choice: RedactionDecision['choice']) => void;
}) {
  const { place, record, onChoose } = props;
  const nameOf = useAllNames();
  if (record === undefined) return null;
  const name = nameOf(place.thirdPartyId) ?? unknownPerson;
  const title = recordTitle(record, nameOf);
  const href = recordHref(record.kind, record.id);
  const said = sayRecord(record, nameOf).find(({ field }) => field === place.field);
  return (
    <li>
      <div>
        <b>{name}</b>
        <span className={styles.partyWhere}>
          {place.label} in {href === null ? title : <TextLink href={`~${href}`}>{title}</TextLink>}
        </span>
        {said !== undefined && <blockquote>{linesAbout(said.lines, name).join('\n')}</blockquote>}
      </div>
      <Segmented
        name={`${place.recordId}-${place.field}-${place.thirdPartyId}`}
        label={`What goes out about ${name}`}
        value={place.isUndecided ? '' : place.choice}
        onChange={onChoose}
        options={options}
      />
      {place.isUndecided && <Status kind="later">Not decided: blacked out</Status>}
    </li>
  );
}

/** The lines of a list in which a part of the name stands; all of them where it is said in another way. */
function linesAbout(lines: readonly string[], name: string): readonly string[] {
  const parts = name.toLowerCase().split(/\s+/);
  const about = lines.filter((line) => parts.some((part) => line.toLowerCase().includes(part)));
  return about.length === 0 ? lines : about;
}

/** Saved at once, one after the other: each starts from what the one before left. */
function useDecide(request: StoredRecord<'access-request'>) {
  const vault = useVault();
  const toast = useToast();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const { id } = request;
  return (decisions: readonly RedactionDecision[]): Promise<void> => {
    const save = async (): Promise<void> => {
      const current = vault.records('access-request').find((each) => each.id === id);
      if (current === undefined) return;
      const isTaken = (old: RedactionDecision): boolean =>
        decisions.some(
          (each) =>
            each.recordId === old.recordId &&
            each.field === old.field &&
            each.thirdPartyId === old.thirdPartyId,
        );
      const kept = current.value.decisions.filter((old) => !isTaken(old));
      const value = { ...current.value, decisions: [...kept, ...decisions] };
      const saved = await vault.put('access-request', value, current);
      if (!saved.ok) toast({ text: errorText(saved.error) });
    };
    const run = queue.current.then(save);
    queue.current = run;
    return run;
  };
}
