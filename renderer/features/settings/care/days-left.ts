const dayMs = 86_400_000;
const keptDays = 30;

/** Days that a deleted record still stays, the last one included; a clock that was put back adds none. */
export function daysLeft(removedAt: number, now: number): number {
  const gone = Math.max(0, Math.floor((now - removedAt) / dayMs));
  return Math.max(1, keptDays - gone);
}
