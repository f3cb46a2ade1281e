import type { IpcReply } from '@shared/ipc/contract';
import { Note } from '../../ui';

/** Shown when the page asked main for something against the rules: a slip of ours, or something worse. */
export function RefusalsNote(props: { readonly refusals: IpcReply<'app.info'>['refusals'] }) {
  const { refusals } = props;
  if (refusals.length === 0) return null;
  const count = refusals.reduce((sum, each) => sum + each.count, 0);
  return (
    <Note
      kind="caution"
      title={count === 1 ? 'Steading refused a request' : `Steading refused ${count} requests`}
    >
      <p>They came from this window and broke its rules, so nothing was done. Tell whoever looks after it.</p>
      <details>
        <summary>Details</summary>
        <ul>
          {refusals.map(({ channel, tag, count: times }) => (
            <li key={`${channel} ${tag}`}>
              <code>
                {channel} {tag} {times}
              </code>
            </li>
          ))}
        </ul>
      </details>
    </Note>
  );
}
