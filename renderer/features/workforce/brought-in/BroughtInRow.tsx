import { Undo2 } from 'lucide-react';
import type { BroughtIn } from '@shared/import/runs';
import type { TakenBack } from '@shared/records/import-run/import-run';
import { formatDate } from '@shared/kernel/local-date';
import { dayOfInstant, useFormatTime } from '../../../platform';
import { countOf, rowWords } from '../../../records/import/import-words';
import { broughtWords, stayed, stayedSentences, wentBack } from '../../../records/import/take-back-words';
import { capital } from '../../../records/record-words';
import { Button, Row, Status } from '../../../ui';

const number = new Intl.NumberFormat('en-GB');

function countsText({ created, changed, leftOut }: BroughtIn): string {
  return [
    created > 0 && `${number.format(created)} new`,
    changed > 0 && `${number.format(changed)} changed`,
    leftOut > 0 && `${countOf(leftOut, rowWords)} left out`,
  ]
    .filter((part) => part !== false)
    .join(', ');
}

function TakenBackStatus({ takenBack }: { readonly takenBack: TakenBack }) {
  if (stayed(takenBack) === 0 && takenBack.left === 0) return <Status kind="good">Taken back</Status>;
  return (
    <Status kind="caution">{wentBack(takenBack) === 0 ? 'Not taken back' : 'Taken back in part'}</Status>
  );
}

export interface BroughtInRowProps {
  readonly brought: BroughtIn;
  readonly isBusy: boolean;
  /** Null: nothing of it can go back now. */
  readonly onTakeBack: (() => void) | null;
}

export function BroughtInRow({ brought, isBusy, onTakeBack }: BroughtInRowProps) {
  const time = useFormatTime();
  const { at, fileName, takenBack } = brought;
  const words = broughtWords(brought);
  const title = capital(words.many);
  const when = `${formatDate(dayOfInstant(at))}, ${time(at)}`;
  const label = takenBack === null || wentBack(takenBack) === 0 ? 'Take it back' : 'Take back the rest';
  const reasons = takenBack === null ? [] : stayedSentences(takenBack, words);
  return (
    <Row
      title={title}
      detail={
        <>
          {[when, countsText(brought), fileName].filter((part) => part !== '').join(' · ')}
          {reasons.length > 0 && (
            <>
              <br />
              {reasons.join(' ')}
            </>
          )}
        </>
      }
      status={takenBack === null ? undefined : <TakenBackStatus takenBack={takenBack} />}
      action={
        onTakeBack === null ? undefined : (
          <Button
            size="small"
            icon={<Undo2 aria-hidden="true" />}
            isPending={isBusy}
            pendingText="Taking it back"
            aria-label={`${label}: ${title}, ${when}`}
            onPress={onTakeBack}
          >
            {label}
          </Button>
        )
      }
    />
  );
}
