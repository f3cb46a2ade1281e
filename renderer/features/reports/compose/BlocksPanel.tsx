import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { blockIds, blockTitles, type BlockId } from '@shared/reports/report-kinds';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { Button, ButtonMenu, Dialog, Note, Section, TextField } from '../../../ui';
import { newRecordId, type StoredRecord } from '../../../vault';
import styles from '../reports.module.css';
import {
  blocksOf,
  blockTexts,
  newBlock,
  toTemplate,
  type FieldBlock,
  type ReportFields,
} from './report-form';

/** What the report is made of, in its order, and keeping it for the next time. */
export function BlocksPanel(props: {
  readonly fields: ReportFields;
  readonly onChange: (patch: Partial<ReportFields>) => void;
  readonly template: StoredRecord<'report-template'> | null;
}) {
  const { fields, onChange, template } = props;
  const [isNaming, setNaming] = useState(false);
  const blocks = blocksOf(fields);
  const put = (next: readonly FieldBlock[]): void => {
    onChange({ blocks: blockTexts(next) });
  };
  const move = (index: number, by: -1 | 1): void => {
    const next = [...blocks];
    const [block] = next.splice(index, 1);
    if (block !== undefined) next.splice(index + by, 0, block);
    put(next);
  };
  const add = (block: BlockId): void => {
    const ordinal = 1 + Math.max(0, ...blocks.map(({ key }) => Number(/-(\d+)$/u.exec(key)?.[1] ?? 0)));
    put([...blocks, newBlock(block === 'own-words' ? `words-${ordinal}` : block, block)]);
  };
  const left = blockIds.filter((id) => id === 'own-words' || !blocks.some(({ block }) => block === id));
  return (
    <Section title="Parts">
      <ol className={styles.blocks}>
        {blocks.map((block, index) => {
          const title = titleOf(block);
          return (
            <li key={block.key}>
              <span>{title}</span>
              <span className={styles.blockButtons}>
                {index > 0 && (
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={`Move ${title} up`}
                    onPress={() => move(index, -1)}
                  >
                    <ArrowUp aria-hidden="true" />
                  </Button>
                )}
                {index < blocks.length - 1 && (
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={`Move ${title} down`}
                    onPress={() => move(index, 1)}
                  >
                    <ArrowDown aria-hidden="true" />
                  </Button>
                )}
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={`Take ${title} out`}
                  onPress={() => put(blocks.filter((each) => each !== block))}
                >
                  <X aria-hidden="true" />
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <div className={styles.blockFoot}>
        <ButtonMenu
          label="Add a part"
          icon={<Plus aria-hidden="true" />}
          items={left.map((id) => ({ label: blockTitles[id], onAction: () => add(id) }))}
        />
        <Button variant="quiet" onPress={() => setNaming(true)}>
          Keep as template
        </Button>
      </div>
      {isNaming && <TemplateDialog fields={fields} template={template} onClose={() => setNaming(false)} />}
    </Section>
  );
}

function titleOf({ block, heading }: FieldBlock): string {
  return heading.trim() === '' ? blockTitles[block] : heading;
}

function TemplateDialog(props: {
  readonly fields: ReportFields;
  readonly template: StoredRecord<'report-template'> | null;
  readonly onClose: () => void;
}) {
  const { fields, template, onClose } = props;
  const [name, setName] = useState(template?.value.name ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = useSaveWithUndo();
  const run = async (): Promise<void> => {
    if (name.trim() === '') {
      setProblem('Give it a name');
      return;
    }
    const isSame = template !== null && template.value.name === name.trim();
    const why = await save(
      [
        {
          kind: 'report-template',
          id: isSame ? template.id : newRecordId(),
          value: toTemplate(fields, name.trim()),
          before: isSame ? template : null,
        },
      ],
      'Template kept.',
    );
    if (why === null) onClose();
    else setProblem(why);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Keep as template"
      actions={
        <>
          <Button variant="primary" onPress={() => void run()}>
            Keep it
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </>
      }
    >
      <p>It keeps the parts, their order and your words. It keeps no figures.</p>
      <TextField label="Name" name="templateName" value={name} onChange={setName} autoFocus />
      {problem !== null && (
        <div role="alert">
          <Note kind="caution">{problem}</Note>
        </div>
      )}
    </Dialog>
  );
}
