import { Note } from '../../ui';

/** Said as soon as a change could not be saved. */
export function SaveProblem(props: { readonly problem: string | null }) {
  return (
    <div role="alert">
      {props.problem !== null && (
        <Note kind="caution" title="Not saved">
          {props.problem}
        </Note>
      )}
    </div>
  );
}
