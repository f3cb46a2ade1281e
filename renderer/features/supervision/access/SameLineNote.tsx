import { useToday } from '../../../platform';
import { Note } from '../../../ui';
import { useRecords } from '../../../vault';
import { wouldBeSameLineAndClinical, type PairChoice } from './same-line';

/** Said where it is set. It bars nothing: in a small service there may be nobody else. */
export function SameLineNote(props: { readonly choice: PairChoice }) {
  const register = useRecords('facilitator');
  const assignments = useRecords('supervision-assignment');
  const today = useToday();
  if (!wouldBeSameLineAndClinical(props.choice, register, assignments, today)) return null;
  return (
    <div role="status">
      <Note kind="caution" title="Line manager and clinical supervisor in one">
        You can save this. People often hold back with whoever also decides about their work, so name somebody
        else to turn to in the agreement.
      </Note>
    </div>
  );
}
