import type { FieldChange, TextPart } from './changes';
import styles from './history.module.css';

/** Field by field: what it said, and what it said afterwards. */
export function ChangeList(props: { readonly changes: readonly FieldChange[] }) {
  return (
    <dl className={styles.changes}>
      {props.changes.map((change) => (
        <div key={change.label}>
          <dt>{change.label}</dt>
          <Change change={change} />
        </div>
      ))}
    </dl>
  );
}

function Change(props: { readonly change: FieldChange }) {
  const { change } = props;
  switch (change.type) {
    case 'value':
      return (
        <>
          <Side word="Before">{change.before}</Side>
          <Side word="After">{change.after}</Side>
        </>
      );
    case 'text':
      return (
        <>
          <Side word="Before">
            <Marked parts={change.before} as="del" />
          </Side>
          <Side word="After">
            <Marked parts={change.after} as="ins" />
          </Side>
        </>
      );
    case 'list':
      return (
        <>
          <Lines word="Taken out" lines={change.removed} />
          <Lines word="Added" lines={change.added} />
        </>
      );
  }
}

function Side(props: { readonly word: string; readonly children: React.ReactNode }) {
  return (
    <dd className={styles.side}>
      <span className={styles.word}>{props.word}</span>
      <span className={styles.said}>
        {props.children === '' ? <span className={styles.empty}>Empty</span> : props.children}
      </span>
    </dd>
  );
}

function Lines(props: { readonly word: string; readonly lines: readonly string[] }) {
  if (props.lines.length === 0) return null;
  return (
    <dd className={styles.side}>
      <span className={styles.word}>{props.word}</span>
      <ul className={styles.said}>
        {props.lines.map((line, index) => (
          // The same line may be there twice.
          <li key={`${index}${line}`}>{line}</li>
        ))}
      </ul>
    </dd>
  );
}

function Marked(props: { readonly parts: readonly TextPart[]; readonly as: 'del' | 'ins' }) {
  const Mark = props.as;
  if (props.parts.length === 0) return <span className={styles.empty}>Empty</span>;
  return props.parts.map(({ text, isChanged }, index) =>
    isChanged ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>,
  );
}
