import { FileUp, FolderUp } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button } from './Button';
import { DropArea } from './DropArea';
import { droppedFiles } from './dropped-files';
import styles from './lists.module.css';

export interface FilesDropProps {
  readonly label: string;
  readonly hint: ReactNode;
  /** As the `accept` of a file input. What is dropped, or stands in a folder, is handed on whatever it is. */
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** While what was handed on is being worked through. */
  readonly isPending: boolean;
  readonly pendingText: string;
}

/** Many files, or a folder of them with its folders, by button or by dropping. */
export function FilesDrop(props: FilesDropProps) {
  const { label, hint, accept, onFiles, isPending, pendingText } = props;
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement | null>(null);

  function chosen(input: HTMLInputElement): void {
    const list = [...(input.files ?? [])];
    // The same ones may be chosen again after something was put right.
    input.value = '';
    onFiles(list);
  }

  return (
    <DropArea
      label={label}
      hint={hint}
      onDrop={(dropped) => {
        if (!isPending) void droppedFiles(dropped).then(onFiles);
      }}
    >
      <input
        ref={files}
        type="file"
        accept={accept}
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          chosen(event.target);
        }}
      />
      <input
        ref={(input) => {
          folder.current = input;
          // React has no property of this name.
          if (input !== null) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label={`${label}, a folder`}
        onChange={(event) => {
          chosen(event.target);
        }}
      />
      <span className={styles.dropButtons}>
        <Button
          icon={<FileUp aria-hidden="true" />}
          isPending={isPending}
          pendingText={pendingText}
          onPress={() => {
            files.current?.click();
          }}
        >
          Choose files
        </Button>
        <Button
          icon={<FolderUp aria-hidden="true" />}
          isPending={isPending}
          onPress={() => {
            folder.current?.click();
          }}
        >
          Choose a folder
        </Button>
      </span>
    </DropArea>
  );
}
