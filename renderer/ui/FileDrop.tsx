import { FileUp } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from './Button';
import { DropArea } from './DropArea';
import styles from './lists.module.css';

export interface FileDropProps {
  readonly label: string;
  readonly hint: ReactNode;
  /** As the `accept` of a file input: ".csv,text/csv". */
  readonly accept: string;
  readonly onFile: (file: { readonly name: string; readonly bytes: Uint8Array }) => void;
  readonly buttonLabel: string;
}

/** A file by button or by dropping it. Only its bytes and its name are handed on, never a path. */
export function FileDrop(props: FileDropProps) {
  const { label, hint, accept, onFile, buttonLabel } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isReading, setReading] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setReading(true);
    setUnreadable(false);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      onFile({ name: file.name, bytes });
    } catch {
      // A file can vanish, or be a folder, between the choice and the reading.
      setUnreadable(true);
    } finally {
      setReading(false);
    }
  }

  return (
    <DropArea label={label} hint={hint} onDrop={(dropped) => void take(dropped.files[0])}>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          // The same file may be chosen again after it was put right.
          event.target.value = '';
        }}
      />
      <Button
        icon={<FileUp aria-hidden="true" />}
        isPending={isReading}
        pendingText="Reading the file"
        onPress={() => {
          input.current?.click();
        }}
      >
        {buttonLabel}
      </Button>
      <span role="status" className={styles.dropHint}>
        {isUnreadable && 'That file did not open. Nothing was changed. Choose it again, or another one.'}
      </span>
    </DropArea>
  );
}
