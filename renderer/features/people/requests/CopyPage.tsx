import { useMemo } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { copyDocument, type CopyDocument } from '@shared/requests/copy-document';
import { personBundle, type Bundle } from '@shared/requests/bundle';
import type { AnyRecord } from '@shared/retention/redact';
import { useToday } from '../../../platform';
import { Awaited } from '../../../records/Awaited';
import { sayRecord } from '../../../records/history/say-record';
import { keptWords } from '../../../records/kept-words';
import { recordHref, recordTitle, unknownPerson, type KindAndValue } from '../../../records/record-words';
import { useAsked } from '../../../records/use-asked';
import { useCareSettings } from '../../../records/use-care-settings';
import { useAllNames } from '../../../records/use-all-names';
import { wholeRecords } from '../../../records/whole-records';
import { Note, Page, Row, RowList, Section, Sheet } from '../../../ui';
import {
  useRecord,
  useRecords,
  useVault,
  useViewNote,
  type StoredRecord,
  type VaultError,
} from '../../../vault';
import styles from '../people.module.css';
import { CopyPreview } from './CopyPreview';
import { NoRequest, requestCrumbs } from './request-page-parts';
import { SaveCopy } from './SaveCopy';
import { ThirdParties } from './ThirdParties';

export function CopyPage(props: { readonly id: string }) {
  const request = useRecord('access-request', props.id);
  useViewNote('person', request?.value.personId);
  const vault = useVault();
  // Everything, because a text about somebody else may name them: only whole records show that.
  const asked = useAsked<readonly AnyRecord[], VaultError>(props.id, () => wholeRecords(vault));
  const nameOf = useAllNames();
  if (request === undefined) return <NoRequest />;
  return (
    <Page
      title="The copy"
      docTitle="A copy for one person"
      crumbs={[...requestCrumbs, { label: 'Request', href: `~/people/requests/${request.id}` }]}
      lede={`Everything held about ${nameOf(request.value.personId) ?? unknownPerson}. Look it through before it leaves.`}
    >
      <Awaited asked={asked} waiting="Putting the copy together">
        {(records) => <Copy request={request} records={records} />}
      </Awaited>
    </Page>
  );
}

function Copy(props: {
  readonly request: StoredRecord<'access-request'>;
  readonly records: readonly AnyRecord[];
}) {
  const { request, records } = props;
  const nameOf = useAllNames();
  const bundle = useMemo(
    () =>
      personBundle({
        personId: request.value.personId,
        records,
        decisions: request.value.decisions,
        // What was decided about others names them: it is about how this copy was made, and not part of it.
        say: (record) =>
          sayRecord(record, nameOf).filter(
            ({ field }) => !(record.kind === 'access-request' && field === 'decisions'),
          ),
      }),
    [request, records, nameOf],
  );
  const document = useDocument(request, bundle);
  return (
    <>
      <ThirdParties request={request} bundle={bundle} records={records} />
      <Mentions bundle={bundle} records={records} />
      <CopyPreview document={document} />
      <SaveCopy
        document={document}
        personId={request.value.personId}
        name={nameOf(request.value.personId) ?? unknownPerson}
        undecided={bundle.thirdParties.filter(({ isUndecided }) => isUndecided).length}
      />
    </>
  );
}

function useDocument(request: StoredRecord<'access-request'>, bundle: Bundle): CopyDocument {
  const today = useToday();
  const nameOf = useAllNames();
  const { settings } = useCareSettings();
  const serviceName = useRecords('service')[0]?.value.name ?? '';
  return useMemo(
    () =>
      copyDocument({
        bundle,
        name: nameOf(request.value.personId) ?? unknownPerson,
        serviceName,
        askedOn: request.value.receivedOn,
        madeOn: today,
        keptWords: (of) => keptWords(of, settings.months),
      }),
    [bundle, request, serviceName, today, nameOf, settings],
  );
}

const shownMentions = 20;

/** Records of others in which the name stands. They do not go out by themselves. */
function Mentions(props: { readonly bundle: Bundle; readonly records: readonly AnyRecord[] }) {
  const nameOf = useAllNames();
  const mentioned = useMemo(() => {
    const ids = new Set<RecordId>(props.bundle.mentions.map(({ recordId }) => recordId));
    return props.records.filter(({ id }) => ids.has(id));
  }, [props.bundle, props.records]);
  if (mentioned.length === 0) return null;
  return (
    <Section title="Records of others that name them">
      <p className={styles.muted}>
        These stay out of the copy. Read each one: what is about the person themselves belongs to them, and
        can be told or written out for them.
      </p>
      <Sheet>
        <RowList>
          {mentioned.slice(0, shownMentions).map((record) => (
            <Row
              key={record.id}
              title={recordTitle(record as KindAndValue, nameOf)}
              href={recordHref(record.kind, record.id) ?? undefined}
            />
          ))}
        </RowList>
      </Sheet>
      {mentioned.length > shownMentions && (
        <Note kind="plain">
          And {mentioned.length - shownMentions} more. Find them by the name with Ctrl K.
        </Note>
      )}
    </Section>
  );
}
