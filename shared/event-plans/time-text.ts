/** Times as people type them, on either clock: "16:20", "1620", "16.20", "4.20pm", "4pm", "9". */

/** "HH:MM"; an empty text stays empty (nobody knows); null when it is no time. */
export function parseTimeText(text: string): string | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, '');
  if (plain === '') return '';
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/.exec(plain);
  if (match === null) return null;
  const [, hourText, minuteText = '00', half] = match;
  let hour = Number(hourText);
  const minute = Number(minuteText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
