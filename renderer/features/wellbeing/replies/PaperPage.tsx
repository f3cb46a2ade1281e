import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { Reply } from '@shared/wellbeing/wave-rules';
import { Checkbox, Columns, LinkButton, Page, Section, Sheet } from '../../../ui';
import wellbeing from '../wellbeing.module.css';
import { differencesOf, emptyReply } from './entry';
import { OpenRoundGate, type OpenRoundParts } from './OpenRoundGate';
import { ReplyCount } from './ReplyCount';
import { ReplyGrid } from './ReplyGrid';
import styles from './replies.module.css';
import { SettleDifferences } from './SettleDifferences';
import { useAddReplies } from './use-add-replies';
import { useTypedReply } from './use-typed-reply';

export function PaperPage(props: { readonly id: string }) {
  return <OpenRoundGate id={props.id}>{(parts) => <Paper {...parts} />}</OpenRoundGate>;
}

/** Sheets that came back are typed in by item number, once, or twice and compared. */
function Paper({ record, instrument, crumbs }: OpenRoundParts) {
  const [isTwice, setTwice] = useState(false);
  const [first, setFirst] = useState<Reply | null>(null);
  return (
    <Page
      title="On paper"
      docTitle="Replies on paper"
      crumbs={crumbs}
      lede="Answers are kept by item number, without name, time or order."
      actions={
        <LinkButton href={`/rounds/${record.id}/paper/sheet`} icon={<Printer aria-hidden="true" />}>
          Answer sheet to print
        </LinkButton>
      }
    >
      <Columns
        main={
          <Sheet pad>
            <Entry
              record={record}
              instrument={instrument}
              crumbs={crumbs}
              isTwice={isTwice}
              first={first}
              onFirst={setFirst}
            />
          </Sheet>
        }
        side={
          <>
            <Section title="Replies so far">
              <ReplyCount wave={record.value} />
            </Section>
            <Section title="Against slips of the key">
              <Checkbox
                name="twice"
                isSelected={isTwice}
                onChange={(isOn) => {
                  setTwice(isOn);
                  if (!isOn) setFirst(null);
                }}
              >
                Type each sheet twice
              </Checkbox>
              <p className={wellbeing.small}>
                Both typings are compared. What differs is settled before anything is saved.
              </p>
            </Section>
          </>
        }
      />
    </Page>
  );
}

type EntryProps = OpenRoundParts & {
  readonly isTwice: boolean;
  /** The first typing, while the sheet is typed again. */
  readonly first: Reply | null;
  readonly onFirst: (reply: Reply | null) => void;
};

function Entry({ record, instrument, isTwice, first, onFirst }: EntryProps) {
  const add = useAddReplies(record, instrument);
  const typed = useTypedReply(record, instrument);
  const [second, setSecond] = useState<Reply>(emptyReply(instrument));
  const [isSettling, setSettling] = useState(false);
  const { split } = record.value;

  async function store(reply: Reply): Promise<string | null> {
    const problem = await add([reply]);
    if (problem !== null) return problem;
    onFirst(null);
    setSettling(false);
    setSecond(emptyReply(instrument));
    await typed.clear();
    return null;
  }

  if (first === null) {
    return (
      <>
        <div>
          <h2>Enter a reply</h2>
          <p className={wellbeing.muted}>
            {isTwice ? 'First typing of this sheet.' : 'Have the sheet beside you, one after the other.'}
          </p>
        </div>
        <ReplyGrid
          key="first"
          instrument={instrument}
          split={split}
          reply={typed.reply}
          onChange={typed.set}
          onSave={(reply) => {
            if (!isTwice) return store(reply);
            if (reply.answers.every((answer) => answer === null)) {
              return Promise.resolve('Nothing is filled in. Type at least one answer.');
            }
            onFirst(reply);
            return Promise.resolve(null);
          }}
          name="One reply"
          saveLabel={isTwice ? 'Type it again' : 'Save this reply'}
          takesFocus
        />
      </>
    );
  }
  const again = (): void => {
    setSettling(false);
    setSecond(emptyReply(instrument));
    onFirst(null);
  };
  if (isSettling) {
    return (
      <SettleDifferences first={first} second={second} split={split} onSettled={store} onAgain={again} />
    );
  }
  return (
    <div className={styles.flow}>
      <div>
        <h2>The same sheet once more</h2>
        <p className={wellbeing.muted} role="status">
          Second typing. The first one is put aside.
        </p>
      </div>
      <ReplyGrid
        key="second"
        instrument={instrument}
        split={split}
        reply={second}
        onChange={setSecond}
        onSave={(reply) => {
          if (differencesOf(first, reply).length === 0) return store(reply);
          setSettling(true);
          return Promise.resolve(null);
        }}
        name="The same reply again"
        saveLabel="Compare and save"
        takesFocus
      />
    </div>
  );
}
