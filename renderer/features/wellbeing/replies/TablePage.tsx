import { useEffect, useRef, useState } from 'react';
import { answerHeadings, namingColumns, planAnswers, type AnswersPlan } from '@shared/import/answers';
import { importFileErrorText } from '../../../records/import/import-words';
import { readCsv } from '../../../records/import/read-csv';
import { Columns, FileDrop, Note, Page, Section, Sheet, useGo } from '../../../ui';
import { sortedAnswers } from './entry';
import { OpenRoundGate, type OpenRoundParts } from './OpenRoundGate';
import { ReplyCount } from './ReplyCount';
import styles from './replies.module.css';
import { beginReading, isPlain, type TableContext, type TableReading } from './table-import';
import { TableColumns } from './TableColumns';
import { TablePlan } from './TablePlan';
import { useAddReplies } from './use-add-replies';
import { useFormWording } from '../use-form-wording';

export function TablePage(props: { readonly id: string }) {
  return <OpenRoundGate id={props.id}>{(parts) => <TableIn {...parts} />}</OpenRoundGate>;
}

type Stage =
  | { readonly at: 'file'; readonly problem: string | null }
  | { readonly at: 'columns'; readonly reading: TableReading }
  | {
      readonly at: 'plan';
      readonly reading: TableReading;
      readonly plan: AnswersPlan;
      readonly problem: string | null;
    };

/** Answers that another tool exported: one row a reply. Only the columns of the items are read. */
function TableIn({ record, instrument, crumbs }: OpenRoundParts) {
  const wording = useFormWording(instrument);
  const { split } = record.value;
  const context: TableContext = { instrument, split, wording: wording ?? null };
  const add = useAddReplies(record, instrument);
  const go = useGo();
  const [stage, setStage] = useState<Stage>({ at: 'file', problem: null });
  const step = useRef<HTMLDivElement>(null);
  const shown = useRef<Stage['at']>(stage.at);
  useEffect(() => {
    if (shown.current === stage.at) return;
    shown.current = stage.at;
    // What had the focus is gone with the step before.
    step.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [stage.at]);

  function check(reading: TableReading): void {
    const plan = planAnswers({
      table: reading.table,
      mapping: reading.mapping,
      itemCount: instrument.itemCount,
      allowed: sortedAnswers(instrument),
      meanings: reading.meanings,
      split: split === null ? null : { meanings: reading.parts },
    });
    setStage({ at: 'plan', reading, plan, problem: null });
  }

  async function read(bytes: Uint8Array): Promise<void> {
    const table = await readCsv(bytes, answerHeadings(instrument.itemCount));
    if (!table.ok) {
      setStage({ at: 'file', problem: importFileErrorText(table.error) });
      return;
    }
    const reading = beginReading(table.value, context);
    if (isPlain(reading, context)) check(reading);
    else setStage({ at: 'columns', reading });
  }

  async function save({ reading, plan }: Extract<Stage, { at: 'plan' }>): Promise<void> {
    const problem = await add(plan.replies);
    if (problem === null) go(`/rounds/${record.id}`);
    else setStage({ at: 'plan', reading, plan, problem });
  }

  return (
    <Page
      title="From another survey tool"
      docTitle="Replies from a file"
      crumbs={crumbs}
      lede="A CSV file with one row for each reply. Names, addresses and times in it are not read."
    >
      <Columns
        main={
          <Sheet pad>
            <div ref={step} tabIndex={-1} className={styles.flow}>
              {stage.at === 'file' && (
                <div className={styles.flow}>
                  <FileDrop
                    label="A CSV of answers"
                    hint={`Columns Q1 to Q${instrument.itemCount} are found by themselves. Others you can point out.`}
                    accept=".csv,.txt,text/csv,text/plain"
                    buttonLabel="Choose a file"
                    onFile={(file) => {
                      void read(file.bytes);
                    }}
                  />
                  <div role="status">
                    {stage.problem !== null && <Note kind="caution">{stage.problem}</Note>}
                  </div>
                </div>
              )}
              {stage.at === 'columns' && (
                <TableColumns
                  reading={stage.reading}
                  context={context}
                  onChange={(reading) => {
                    setStage({ at: 'columns', reading });
                  }}
                  onCheck={() => {
                    check(stage.reading);
                  }}
                  onOtherFile={() => {
                    setStage({ at: 'file', problem: null });
                  }}
                />
              )}
              {stage.at === 'plan' && (
                <TablePlan
                  plan={stage.plan}
                  unread={unreadOf(stage.reading)}
                  mayName={namingColumns(stage.reading.table).length > 0}
                  problem={stage.problem}
                  onAdd={() => save(stage)}
                  onBack={() => {
                    setStage({ at: 'columns', reading: stage.reading });
                  }}
                  onLeave={() => {
                    setStage({ at: 'file', problem: null });
                  }}
                />
              )}
            </div>
          </Sheet>
        }
        side={
          <Section title="Replies so far">
            <ReplyCount wave={record.value} />
          </Section>
        }
      />
    </Page>
  );
}

function unreadOf({ table, mapping }: TableReading): readonly string[] {
  const read = new Set(Object.values(mapping));
  return table.headings.filter((_, index) => !read.has(index));
}
