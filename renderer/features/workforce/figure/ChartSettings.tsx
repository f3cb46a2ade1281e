import { CalendarPlus, Flag, SlidersHorizontal, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { formatValue } from '@shared/charts/chart-spec';
import { standingOf } from '@shared/charts/measure-series';
import { formatDate, formatMonth, type LocalDate, type LocalMonth } from '@shared/kernel/local-date';
import type { ChartSetting } from '@shared/records/chart-setting/chart-setting';
import type { Measure } from '@shared/workforce/measures';
import { Button, Row, RowList, Section, Sheet, Status, useToast } from '../../../ui';
import { ReasonDialog } from './ReasonDialog';
import { withMark, withoutMark, withoutPhase, withPhase } from './setting-form';
import { improvementLabels, TargetDialog } from './TargetDialog';
import type { ChartSettingHandle } from './use-chart-setting';

export type OpenDialog = 'target' | 'phase' | 'mark' | null;

interface Decision {
  readonly reason: string;
  readonly author: string;
  readonly setOn: LocalDate;
  readonly removedOn: LocalDate | null;
}

function DecisionRow(props: {
  readonly title: string;
  readonly decision: Decision;
  readonly removeLabel: string;
  readonly onRemove: () => void;
}) {
  const { title, decision, removeLabel, onRemove } = props;
  const { reason, author, setOn, removedOn } = decision;
  return (
    <Row
      title={title}
      detail={`${reason}. Set by ${author} on ${formatDate(setOn)}`}
      status={
        removedOn === null ? undefined : <Status kind="none">Taken back {formatDate(removedOn)}</Status>
      }
      action={
        removedOn === null ? (
          <Button
            variant="quiet"
            size="small"
            icon={<Undo2 aria-hidden="true" />}
            aria-label={removeLabel}
            onPress={onRemove}
          >
            Take back
          </Button>
        ) : undefined
      }
    />
  );
}

function targetWords(measure: Measure, setting: ChartSetting | null): string {
  const target = setting?.target ?? null;
  const improvement = setting?.improvement ?? measure.improvement;
  const better =
    improvement === 'neutral'
      ? 'Neither direction is called better'
      : `${improvementLabels[improvement]} is better`;
  return target === null ? better : `${better}. Target ${formatValue(target, measure.format)}`;
}

function screeningWords(setting: ChartSetting | null): string {
  return (setting?.isScreened ?? true)
    ? 'On: moves of 3.267 times the average or more are left out of the limits, once'
    : 'Off: all moves are in the limits, as in the NHS Excel tools';
}

export interface ChartSettingsProps {
  readonly measure: Measure;
  readonly handle: ChartSettingHandle;
  /** Months with a place on the chart, oldest first. */
  readonly months: readonly LocalMonth[];
  readonly today: LocalDate;
  readonly open: OpenDialog;
  readonly onOpen: (dialog: OpenDialog) => void;
  /** Where a new phase could start, when the chart suggests one. */
  readonly suggested: LocalMonth | null;
}

/** How the chart is read: target and rules, phases and marked months, with those that were taken back. */
export function ChartSettings(props: ChartSettingsProps) {
  const { measure, handle, months, today, open, onOpen, suggested } = props;
  const { setting, change } = handle;
  const toast = useToast();
  const [lastAuthor, setLastAuthor] = useState('');
  const phases = setting?.phases ?? [];
  const marks = setting?.marks ?? [];
  const author = lastAuthor || (phases.at(-1) ?? marks.at(-1))?.author || '';
  const close = (): void => {
    onOpen(null);
  };
  const takeBack = (next: (now: ChartSetting) => ChartSetting, done: string): void => {
    void change(next, done).then((wrong) => {
      if (wrong !== null) toast({ text: wrong });
    });
  };
  const addButton = (dialog: OpenDialog, icon: ReactNode, label: string) => (
    <Button
      variant="quiet"
      size="small"
      icon={icon}
      onPress={() => {
        onOpen(dialog);
      }}
    >
      {label}
    </Button>
  );
  return (
    <>
      <Section
        title="How the chart is read"
        action={addButton('target', <SlidersHorizontal aria-hidden="true" />, 'Change target and rules')}
      >
        <Sheet>
          <RowList>
            <Row title="Direction and target" detail={targetWords(measure, setting)} />
            {measure.charts.includes('xmr') && (
              <Row title="Screening of the limits" detail={screeningWords(setting)} />
            )}
          </RowList>
        </Sheet>
      </Section>
      <Section
        title="Phases"
        action={addButton('phase', <CalendarPlus aria-hidden="true" />, 'Start a new phase')}
      >
        {phases.length === 0 ? (
          <p>One phase so far. A new one needs a known cause; the chart never starts one by itself.</p>
        ) : (
          <Sheet>
            <RowList aria-label="Phases of the chart">
              {[...phases].reverse().map((phase, index) => (
                <DecisionRow
                  key={`${phase.from}-${index}`}
                  title={`From ${formatMonth(phase.from)}`}
                  decision={phase}
                  removeLabel={`Take back the phase from ${formatMonth(phase.from)}`}
                  onRemove={() => {
                    takeBack(
                      (now) => withoutPhase(now, phase, today),
                      'Phase taken back. It stays listed here.',
                    );
                  }}
                />
              ))}
            </RowList>
          </Sheet>
        )}
      </Section>
      <Section title="Marked months" action={addButton('mark', <Flag aria-hidden="true" />, 'Mark a month')}>
        {marks.length === 0 ? (
          <p>
            A month that plainly stands out (an astronomical point) is for a person to judge. Mark it, and say
            why.
          </p>
        ) : (
          <Sheet>
            <RowList aria-label="Marked months of the chart">
              {[...marks].reverse().map((mark, index) => (
                <DecisionRow
                  key={`${mark.month}-${index}`}
                  title={formatMonth(mark.month)}
                  decision={mark}
                  removeLabel={`Take back the mark of ${formatMonth(mark.month)}`}
                  onRemove={() => {
                    takeBack(
                      (now) => withoutMark(now, mark, today),
                      'Mark taken back. It stays listed here.',
                    );
                  }}
                />
              ))}
            </RowList>
          </Sheet>
        )}
      </Section>
      {open === 'target' && (
        <TargetDialog onClose={close} measure={measure} setting={setting} change={change} />
      )}
      {open === 'phase' && (
        <ReasonDialog
          onClose={close}
          title="Start a new phase"
          lede={
            <p>
              Middle value and limits start anew in this month. The phases before stay as they are. Do this
              only when you know what changed.
            </p>
          }
          monthLabel="First month of the new phase"
          reasonLabel="What changed"
          reasonHint="A cause that you know of, in a few words. No names."
          // The first month is the start of a phase already.
          months={months.slice(1)}
          initialMonth={suggested}
          initialAuthor={author}
          taken={standingOf(setting?.phases).map(({ from }) => from)}
          takenMessage="A phase starts in that month already"
          saveLabel="Start the phase"
          onSave={(fields) => {
            setLastAuthor(fields.author.trim());
            return change((now) => withPhase(now, fields, today), 'Phase started.');
          }}
        />
      )}
      {open === 'mark' && (
        <ReasonDialog
          onClose={close}
          title="Mark a month"
          lede={<p>The mark stands on the run chart with your reason. It is a judgement, not a rule.</p>}
          monthLabel="Month that stands out"
          reasonLabel="Why it stands out"
          reasonHint="In a few words. No names."
          months={months}
          initialMonth={months.at(-1) ?? null}
          initialAuthor={author}
          taken={standingOf(setting?.marks).map(({ month }) => month)}
          takenMessage="That month is marked already"
          saveLabel="Mark the month"
          onSave={(fields) => {
            setLastAuthor(fields.author.trim());
            return change((now) => withMark(now, fields, today), 'Month marked.');
          }}
        />
      )}
    </>
  );
}
