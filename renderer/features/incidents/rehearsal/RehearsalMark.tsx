import { Note } from '../../../ui';

/** On every screen of a drill, in words. */
export function RehearsalMark() {
  return (
    <Note kind="info" title="This is a rehearsal">
      The event and the people are made up. The plan is not kept, and nothing of it comes into Incidents,
      Today, reports or search. The time and what was missed stay here.
    </Note>
  );
}
