import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Form, type FormProblem } from '../ui';
import { FindingsList } from './FindingsList';
import { OnlyReaders } from './OnlyReaders';
import { TakeOutField } from './TakeOutField';
import type { LeavingWords } from './use-leaving-words';

const notRead: FormProblem = { field: 'read', message: 'Read it as it will leave, then tick that you have' };

/** Beside a sheet as it will look: what was taken out of it, what to look at twice, and the tick before it is saved. */
export function BeforeItLeaves(props: {
  readonly words: LeavingWords;
  readonly saveLabel: string;
  readonly isSaving: boolean;
  /** Answers why it was not saved, or null. */
  readonly onSave: () => Promise<string | null>;
  readonly children?: ReactNode;
}) {
  const { words, saveLabel, isSaving, onSave } = props;
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [more, setMore] = useState('');
  const save = async (): Promise<void> => {
    if (!words.isConfirmed) {
      setProblems([notRead]);
      return;
    }
    const why = await onSave();
    setProblems(why === null ? [] : [{ field: '', message: why }]);
  };
  return (
    <Form onSubmit={save} errors={problems} aria-label="Before it leaves">
      <FindingsList parts={words.parts} onChange={words.change} />
      <TakeOutField
        name="more"
        hint="As they stand on the sheet. They go wherever they stand"
        parts={words.parts}
        value={more}
        onTyped={setMore}
        onChange={words.change}
      />
      <OnlyReaders />
      <Checkbox
        name="read"
        isSelected={words.isConfirmed}
        onChange={(isRead) => {
          words.confirm(isRead);
          setProblems([]);
        }}
      >
        I have read it. Nobody can be recognised by it.
      </Checkbox>
      {props.children}
      <Button
        type="submit"
        variant="primary"
        icon={<Download aria-hidden="true" />}
        isPending={isSaving}
        pendingText="Saving"
      >
        {saveLabel}
      </Button>
    </Form>
  );
}
