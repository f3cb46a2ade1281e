/** Sentences made from shown cells alone: what is hidden in a table cannot be said in words. */
import type { SummaryTable } from '@shared/disclosure/summary-model';

export function headlines(tables: readonly SummaryTable[], months: number): string[] {
  const text = (tableId: string, rowKey: string): string | null => {
    const found = tables.find(({ id }) => id === tableId)?.rows.find(({ key }) => key === rowKey)?.cells[0];
    return found?.state === 'shown' ? found.text : null;
  };
  const everyone = text('in-post', 'total');
  const turnover = text('leaving', 'turnover');
  const leavers = text('leaving', 'leavers');
  const sickness = text('sickness', 'rate');
  const onTimeRow = tables.find(({ id }) => id === 'supervision')?.rows[0]?.cells[0];
  const onTime = onTimeRow?.state === 'shown' ? onTimeRow.text : null;
  const supervised = text('supervision', 'total');
  return [
    everyone === null ? null : `${everyone} people were in post on the last day of the period.`,
    turnover === null || leavers === null
      ? null
      : `${leavers} people left in ${months} months, a turnover of ${turnover}${months === 12 ? '' : ' a year'}.`,
    sickness === null ? null : `Sickness took ${sickness} of the time available.`,
    onTime === null || supervised === null
      ? null
      : `${onTime} of ${supervised} people had supervision on time.`,
  ].filter((sentence) => sentence !== null);
}
