import { useMemo } from 'react';
import { formatMonth, monthOf, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import { periodText } from '@shared/reports/decide';
import { quarterEnds } from '@shared/reports/build-report';
import { reportKindWords, reportKinds, type ReportKind } from '@shared/reports/report-kinds';
import type { ReportTemplate } from '@shared/records/report-template/report-template';
import { ReleaseWait } from '../../../disclosure';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import { useDisclosurePolicy } from '../../../records/use-disclosure-policy';
import { useFormFields } from '../../../records/use-form-fields';
import { Button, Checkbox, Columns, Note, Page, Section, Select } from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import { BlocksPanel } from './BlocksPanel';
import { ChecksPanel } from './ChecksPanel';
import { Conflicts } from './Conflicts';
import { HiddenTable } from './HiddenTable';
import { hiddenCountWords } from './hidden-counts';
import { Preview } from './Preview';
import { fromTemplate, startOf, type ReportFields } from './report-form';
import { SavePanel } from './SavePanel';
import { SickHours } from './SickHours';
import styles from '../reports.module.css';
import { useDecidedReport } from './use-decided-report';
import { useLedger } from './use-ledger';
import { WordsSections } from './WordsSections';

const endsOffered = 8;

/** A kind of report, composed, seen as it will leave, and saved. `template`: the id of one to start from. */
export function ComposePage(props: { readonly kind: string; readonly template: string | null }) {
  const templates = useRecords('report-template');
  const kind = reportKinds.find((each) => each === props.kind);
  const template = templates.find(({ id }) => id === props.template) ?? null;
  if (kind === undefined || (props.template !== null && template === null)) return <NoReport />;
  return <Composer key={`${kind} ${props.template ?? ''}`} kind={kind} template={template} />;
}

function NoReport() {
  return (
    <Page title="This report is not here" crumbs={[{ label: 'Reports', href: '/reports' }]}>
      <Note kind="plain">It may have been removed. Nothing else has changed.</Note>
    </Page>
  );
}

function Composer(props: {
  readonly kind: ReportKind;
  readonly template: StoredRecord<'report-template'> | null;
}) {
  const { kind, template } = props;
  const today = useToday();
  const policy = useDisclosurePolicy();
  const ends = useMemo(() => quarterEnds(today, endsOffered), [today]);
  const initial = startFields(kind, template?.value ?? null, ends[0] ?? today, policy);
  const form = useFormFields<ReportFields>(
    'report',
    null,
    initial,
    () => reportKindWords[kind].title,
    (draft) => draft.kind === kind && ends.some((end) => end === draft.periodEnd),
  );
  const { fields, set } = form;
  const ledger = useLedger();
  const state = useDecidedReport(fields, ledger);
  const decided = state.state === 'ready' ? state.report.decided : null;
  const period = decided === null ? '' : `${periodText(decided)}. ${hiddenCountWords(decided.hidden)}`;

  return (
    <Page
      title="Check before it leaves"
      docTitle={reportKindWords[kind].title}
      crumbs={[{ label: 'Reports', href: '/reports' }]}
      crumb={reportKindWords[kind].title}
      lede={period}
    >
      {form.isRestored && <DraftNote onDiscard={form.discard} />}
      <Columns
        main={
          <>
            <WordsSections fields={fields} onChange={set} />
            <SickHours fields={fields} onChange={set} />
            {decided !== null && <Conflicts decided={decided} fields={fields} onChange={set} />}
            {decided !== null && <Preview decided={decided} />}
            {state.state === 'working' && <ReleaseWait progress={state.progress} onCancel={state.cancel} />}
            {state.state === 'failed' && (
              <Note kind="caution" title="It could not be checked what may leave">
                <p>Nothing is shown and nothing has left. Your choices are still here.</p>
                <Button onPress={state.again}>Check again</Button>
              </Note>
            )}
          </>
        }
        side={
          <>
            <PeriodPanel fields={fields} ends={ends} onChange={set} />
            <BlocksPanel fields={fields} onChange={set} template={template} />
            <ChecksPanel
              report={state.state === 'ready' ? state.report : null}
              fields={fields}
              ledger={ledger}
            />
            <SavePanel state={state} fields={fields} onSaved={form.clear} />
          </>
        }
      />
      {decided !== null && decided.hidden.length > 0 && <HiddenTable decided={decided} />}
    </Page>
  );
}

function startFields(
  kind: ReportKind,
  template: ReportTemplate | null,
  end: LocalDate,
  policy: Parameters<typeof startOf>[2],
): ReportFields {
  return template === null ? startOf(kind, end, policy) : fromTemplate(template, end);
}

const monthsOptions = [
  { value: '12', label: 'Twelve months' },
  { value: '24', label: 'Two years' },
  { value: '36', label: 'Three years' },
];

function PeriodPanel(props: {
  readonly fields: ReportFields;
  readonly ends: readonly LocalDate[];
  readonly onChange: (patch: Partial<ReportFields>) => void;
}) {
  const { fields, ends, onChange } = props;
  return (
    <Section title="Period">
      <Select
        label="Length"
        name="months"
        value={fields.months}
        onChange={(value) =>
          onChange({ months: value === '36' ? '36' : value === '24' ? '24' : '12', leftOut: [] })
        }
        options={monthsOptions}
      />
      <Select
        label="To the end of"
        name="periodEnd"
        value={fields.periodEnd}
        onChange={(value) => onChange({ periodEnd: toLocalDate(value), leftOut: [] })}
        options={ends.map((end) => ({ value: end, label: formatMonth(monthOf(end)) }))}
      />

      <Checkbox
        name="withServiceName"
        isSelected={fields.withServiceName}
        onChange={(withServiceName) => onChange({ withServiceName })}
      >
        Put the service’s name on it
      </Checkbox>
      <Checkbox
        name="withTeamNames"
        isSelected={fields.withTeamNames}
        onChange={(withTeamNames) => onChange({ withTeamNames })}
      >
        Call teams by their names
      </Checkbox>
      <p className={styles.small}>
        {fields.withTeamNames
          ? 'Read each team’s name once more: it must not tell who somebody is.'
          : 'Teams are numbered. A team’s name can tell who somebody is.'}
      </p>

      <Checkbox
        name="isRounded"
        isSelected={fields.isRounded}
        onChange={(isRounded) => onChange({ isRounded })}
      >
        Round counts to the nearest 5
      </Checkbox>
    </Section>
  );
}
