import { ClipboardCopy } from 'lucide-react';
import { reviewedTextMax, typedWords, type ReviewedWords } from '@shared/disclosure/reviewed-words';
import { toLocalDate } from '@shared/kernel/local-date';
import { blockerWords, evidenceWords } from '@shared/readiness/report-words';
import { checkForReport } from '@shared/reports/blocks/readiness-block';
import { readinessWordsKeys } from '@shared/reports/report-kinds';
import { Button } from '../../../ui';
import { useRecords } from '../../../vault';
import type { ReportFields } from './report-form';

/** Puts the evidence, or what stands in the way, into an empty box: from there it is read like any own words. */
export function CheckWords(props: {
  readonly fields: ReportFields;
  readonly blockKey: string;
  readonly value: ReviewedWords;
  readonly onChange: (words: ReviewedWords) => void;
}) {
  const { fields, blockKey, value, onChange } = props;
  const checks = useRecords('readiness-check');
  if (fields.kind !== 'readiness' || value.source.trim() !== '') return null;
  const check = checkForReport(checks, toLocalDate(fields.periodEnd))?.value;
  const text =
    check === undefined
      ? ''
      : blockKey === readinessWordsKeys.inPlace
        ? evidenceWords(check)
        : blockKey === readinessWordsKeys.inTheWay
          ? blockerWords(check)
          : '';
  if (text === '') return null;
  return (
    <Button
      variant="quiet"
      icon={<ClipboardCopy aria-hidden="true" />}
      onPress={() => {
        onChange(typedWords(value, text.slice(0, reviewedTextMax)));
      }}
    >
      Start from the readiness check
    </Button>
  );
}
