import { Copy, FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { limitLines, sendingLines } from '@shared/survey/form-words';
import { formatDate } from '@shared/kernel/local-date';
import type { FormWording } from '@shared/survey/survey-form';
import { errorText } from '../../../app/error-text';
import { desktop, useToday } from '../../../platform';
import { buildSurveyFile, loadSurveyPage } from '../../../survey';
import { Button, Columns, LinkButton, Note, Page, Section, Sheet, TextLink, useToast } from '../../../ui';
import { useRecords, useVault } from '../../../vault';
import { roundErrorText } from '../rounds';
import wellbeing from '../wellbeing.module.css';
import { coveringWords } from './covering-words';
import { NoWording } from './NoWording';
import { OpenRoundGate, type OpenRoundParts } from './OpenRoundGate';
import { ReplyCount } from './ReplyCount';
import styles from './replies.module.css';
import { useFormWording } from '../use-form-wording';

export function SurveyPage(props: { readonly id: string }) {
  return <OpenRoundGate id={props.id}>{(parts) => <Survey {...parts} />}</OpenRoundGate>;
}

/** One file for everyone who is asked, the words that go with it, and what it cannot protect. */
function Survey(parts: OpenRoundParts) {
  const { record, instrument, crumbs } = parts;
  const wording = useFormWording(instrument);
  return (
    <Page
      title="Sealed survey file"
      docTitle="Sealed survey"
      crumbs={crumbs}
      lede="One file for everyone who is asked. It opens in a browser, uses no internet, and seals the answers."
    >
      <Columns
        main={
          <Sheet pad>
            {wording === null && <NoWording waveId={record.id} instrument={instrument} />}
            {wording !== null && wording !== undefined && (
              <>
                <SaveFile {...parts} wording={wording} />
                <Covering {...parts} />
                <div className={styles.block}>
                  <h2>3. Take the replies in</h2>
                  <p>
                    They come back as small files with random names, or as text. Drop them on{' '}
                    <TextLink href={`/rounds/${record.id}`}>the page of this round</TextLink>.
                  </p>
                </div>
              </>
            )}
          </Sheet>
        }
        side={
          <>
            <Section title="Replies so far">
              <ReplyCount wave={record.value} />
            </Section>
            <Section title="What it cannot protect">
              <p className={wellbeing.muted}>The form says this too, to whoever answers:</p>
              <ul className={styles.points}>
                {[...sendingLines, ...limitLines].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Section>
          </>
        }
      />
    </Page>
  );
}

function SaveFile({ record, instrument, wording }: OpenRoundParts & { readonly wording: FormWording }) {
  const vault = useVault();
  const toast = useToast();
  const today = useToday();
  const service = useRecords('service')[0]?.value;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function save(): Promise<void> {
    setBusy(true);
    setProblem('');
    const page = await loadSurveyPage();
    const begun = await vault.rounds.beginSurvey(record.id, today);
    if (!begun.ok) {
      setBusy(false);
      setProblem(roundErrorText(begun.error, instrument));
      return;
    }
    const html = await buildSurveyFile(
      {
        wording,
        split: record.value.split,
        serviceName: service?.name ?? '',
        closesOn: formatDate(record.value.closesOn),
        publicKey: begun.value.publicKey,
        isValidated: instrument.isValidated,
      },
      page,
    );
    const saved = await desktop['file.save']({
      suggestedName: 'questions-from-your-service.html',
      bytes: new TextEncoder().encode(html),
    });
    setBusy(false);
    if (saved.ok) {
      toast({
        text: 'Saved. It may go to everyone who is asked.',
        actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
      });
    } else if (saved.error.tag !== 'Cancelled') setProblem(errorText(saved.error));
  }

  return (
    <div className={styles.block}>
      <h2>1. Save the file</h2>
      <p>
        Everyone gets the same file. It names nobody. You can save it again at any time: replies to each copy
        come into this round.
      </p>
      {problem !== '' && (
        <div role="alert">
          <Note kind="caution">{problem}</Note>
        </div>
      )}
      <Button
        variant="primary"
        icon={<FileDown aria-hidden="true" />}
        isPending={isBusy}
        pendingText="Making the file"
        onPress={() => void save()}
      >
        Save the survey file
      </Button>
    </div>
  );
}

function Covering({ record, instrument }: OpenRoundParts) {
  const toast = useToast();
  const service = useRecords('service')[0]?.value;
  const words = coveringWords({
    serviceName: service?.name ?? '',
    closesOn: formatDate(record.value.closesOn),
    minutes: instrument.minutes,
  });

  async function copy(): Promise<void> {
    const copied = await desktop['clipboard.write']({ text: words });
    toast({ text: copied.ok ? 'Copied. It stays on the clipboard for a minute.' : errorText(copied.error) });
  }

  return (
    <div className={styles.block}>
      <h2>2. Say what it is</h2>
      <p>Some words to send with it, and a letter for the wall. Change them as you like.</p>
      <p className={styles.words}>{words}</p>
      <p className={wellbeing.bar}>
        <Button icon={<Copy aria-hidden="true" />} onPress={() => void copy()}>
          Copy these words
        </Button>
        <LinkButton href={`/rounds/${record.id}/letter`} icon={<Printer aria-hidden="true" />}>
          Letter to staff
        </LinkButton>
      </p>
    </div>
  );
}
