import { rehearsalSeconds, timeWords } from '@shared/event-plans/rehearsal';

export function missedCount(count: number): string {
  if (count === 0) return 'Nothing missed';
  return count === 1 ? 'One thing missed' : `${String(count)} things missed`;
}

/** The time against the three minutes, without a mark. */
export function timeSentence(seconds: number): string {
  const took = `It took ${timeWords(seconds)}.`;
  const over = seconds - rehearsalSeconds;
  if (over > 0) return `${took} That is ${timeWords(over)} more than three minutes.`;
  return over === 0 ? `${took} That is three minutes.` : `${took} That is within three minutes.`;
}
