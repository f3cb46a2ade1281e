import { formatDate } from '@shared/kernel/local-date';
import type { Instrument } from '@shared/instruments/instrument';
import type { ShownWave } from '@shared/instruments/wave-summary';
import type { Measures } from '@shared/wellbeing/measures';
import { alphasOf, keyNotice } from '@shared/wellbeing/round-details';
import type { RoundView } from '@shared/wellbeing/round-results';
import { roundWords } from '@shared/wellbeing/result-words';
import { Note, Section, TextLink } from '../../../ui';
import { percentText, rateWords } from '../rounds';
import { alphaText } from './result-notes';

export interface KeepInMindProps {
  readonly summary: ShownWave;
  readonly view: RoundView;
  readonly instrument: Instrument;
  readonly compared: RoundView | null;
  readonly measures: Measures;
}

function RateNote({ summary, compared }: KeepInMindProps) {
  if (summary.responseRate === null || summary.responseRateBand === null) return null;
  const before = compared?.state.kind === 'shown' ? compared.state.summary.responseRate : null;
  return (
    <Note
      kind="plain"
      title={`${percentText(summary.responseRate)} replied: ${summary.usable} of ${summary.invited}`}
    >
      {rateWords[summary.responseRateBand]}
      {before !== null && compared !== null && ` In ${roundWords(compared)} it was ${percentText(before)}.`}
    </Note>
  );
}

/** What somebody has to look up before the results count in full; and that a measure of one's own proves nothing. */
function KeyNotes({ instrument, measures }: KeepInMindProps) {
  const notice = keyNotice(instrument, measures);
  return (
    <>
      {notice === 'check-key' && (
        <Note kind="caution" title="Check this key with your manual before use">
          Its scoring is recalled, so its bands are off.{' '}
          <TextLink href={`/measures/${instrument.id}`}>Check the key</TextLink>
        </Note>
      )}
      {notice === 'check-bands' && (
        <Note kind="plain" title="Some bands are off">
          They are recalled. They count once somebody has checked them in the manual.{' '}
          <TextLink href={`/measures/${instrument.id}`}>Check them</TextLink>
        </Note>
      )}
      {!instrument.isValidated && (
        <Note kind="caution" title="Not validated">
          Nobody has studied what this measures. Use it for talking and for your own trend only.
        </Note>
      )}
    </>
  );
}

function ScaleNotes({ view, instrument }: KeepInMindProps) {
  const alphas = alphasOf(view);
  return (
    <Note kind="plain" title="The key">
      {instrument.title}, version {instrument.version} of its key. Source: {instrument.provenance.source}.
      {alphas.length > 0 && ` ${alphaText(alphas)}`}
    </Note>
  );
}

/** What a reader has to know before saying anything about the numbers. */
export function KeepInMind(props: KeepInMindProps) {
  const { summary, view, compared } = props;
  const { wave } = view;
  return (
    <Section title="Keep in mind">
      <RateNote {...props} />
      <KeyNotes {...props} />
      {summary.returned > summary.usable && (
        <Note kind="plain" title="Some replies could not be scored">
          They have too many blanks. They count as returned, not as replied.
        </Note>
      )}
      {summary.isSmallSample && (
        <Note kind="plain" title="Fewer than 30 replies">
          Only a large change would show. Use this to start a talk, not to end one.
        </Note>
      )}
      {compared !== null && (
        <Note kind="plain" title="The two rounds may be different people">
          Some have joined, some have left. A change is not proof of its cause.
        </Note>
      )}
      {summary.straightLined?.shown === true && (
        <Note kind="plain" title={`${summary.straightLined.count} replies give one answer throughout`}>
          Some items are worded the other way, so these may have been filled in at a run.
        </Note>
      )}
      {wave.note !== '' && (
        <Note kind="plain" title="What was going on">
          {wave.note}
        </Note>
      )}
      {compared !== null && compared.wave.note !== '' && (
        <Note
          kind="plain"
          title={compared.wave.isBaseline ? 'At the baseline' : `In ${roundWords(compared)}`}
        >
          {compared.wave.note}
        </Note>
      )}
      <ScaleNotes {...props} />
      <Note kind="plain" title={wave.isBaseline ? 'The baseline is locked' : 'This round is locked'}>
        {wave.lockedOn === null ? '' : `Closed on ${formatDate(wave.lockedOn)}. It never changes.`}
      </Note>
    </Section>
  );
}
