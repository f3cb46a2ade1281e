/** Who can do what, until when it holds, and where the service is short of it. No grade, no ranking. */
import type { RecordId } from '@shared/kernel/ids';
import { addDays, addMonths, type LocalDate } from '@shared/kernel/local-date';
import type { Skill } from '@shared/records/skill/skill';
import type { SkillHeld } from '@shared/records/skill-held/skill-held';
import { isInPost } from '@shared/supervision/coverage';
import type { StoredRecord } from '@shared/vault/vault-api';

/** A course has to be found and its day kept free: three months are not long. */
export const soonDays = 90;

/** `training`: still learning it. `over`: it has run out. */
export type HeldState = 'training' | 'holds' | 'soon' | 'over';

type Held = Pick<SkillHeld, 'level' | 'gainedOn' | 'expiresOn'>;

/** The last day on which it holds; null: it does not run out, or nobody knows from when to count. */
export function holdsUntil(skill: Pick<Skill, 'validMonths'>, held: Held): LocalDate | null {
  if (held.level === 'training') return null;
  if (held.expiresOn !== null) return held.expiresOn;
  return held.gainedOn === null || skill.validMonths === null
    ? null
    : addMonths(held.gainedOn, skill.validMonths);
}

export function heldState(skill: Pick<Skill, 'validMonths'>, held: Held, today: LocalDate): HeldState {
  if (held.level === 'training') return 'training';
  const until = holdsUntil(skill, held);
  if (until === null) return 'holds';
  if (until < today) return 'over';
  return until <= addDays(today, soonDays) ? 'soon' : 'holds';
}

export interface SkillRecords {
  readonly skills: readonly StoredRecord<'skill'>[];
  readonly held: readonly StoredRecord<'skill-held'>[];
  readonly people: readonly StoredRecord<'person'>[];
}

export interface SkillCount {
  readonly skillId: RecordId;
  readonly skill: Skill;
  /** People in post who have it, those whose time is nearly over included. */
  readonly can: number;
  /** Of those: who can teach it. */
  readonly teach: number;
  readonly soon: number;
  readonly training: number;
  readonly over: number;
  /** Still missing of the number that was set; 0 where none was. */
  readonly short: number;
}

/** Of people in post, in the order of the skills. */
export function skillCounts(records: SkillRecords, today: LocalDate): readonly SkillCount[] {
  const inPost = new Set(records.people.filter(({ value }) => isInPost(value, today)).map(({ id }) => id));
  return inOrder(records.skills).map(({ id, value: skill }) => {
    const states = records.held
      .filter(({ value }) => value.skillId === id && inPost.has(value.personId))
      .map(({ value }) => ({ level: value.level, state: heldState(skill, value, today) }));
    const count = (state: HeldState): number => states.filter((each) => each.state === state).length;
    const able = states.filter(({ state }) => state === 'holds' || state === 'soon');
    return {
      skillId: id,
      skill,
      can: able.length,
      teach: able.filter(({ level }) => level === 'teach').length,
      soon: count('soon'),
      training: count('training'),
      over: count('over'),
      short: Math.max(0, (skill.wanted ?? 0) - able.length),
    };
  });
}

/** What the service should not run without first, then by name. */
export function inOrder(skills: readonly StoredRecord<'skill'>[]): readonly StoredRecord<'skill'>[] {
  return skills.toSorted(
    (left, right) =>
      Number(right.value.isCritical) - Number(left.value.isCritical) ||
      left.value.name.localeCompare(right.value.name, 'en-GB'),
  );
}

export type SkillNeed = {
  readonly key: string;
  readonly skillId: RecordId;
  readonly skill: Skill;
} & (
  | {
      readonly kind: 'over' | 'soon';
      readonly personId: RecordId;
      /** The last day on which it holds, or held. */
      readonly on: LocalDate;
    }
  | { readonly kind: 'short'; readonly can: number; readonly wanted: number }
);

const ranks = { over: 0, soon: 1, short: 2 } as const satisfies Record<SkillNeed['kind'], number>;

/** What wants a place on a course: of people in post. What the service should not run without comes first. */
export function skillNeeds(records: SkillRecords, today: LocalDate): readonly SkillNeed[] {
  const inPost = new Set(records.people.filter(({ value }) => isInPost(value, today)).map(({ id }) => id));
  const byId = new Map(records.skills.map(({ id, value }) => [id, value]));
  const ofPeople = records.held.flatMap(({ id, value }): SkillNeed[] => {
    const skill = byId.get(value.skillId);
    if (skill === undefined || !inPost.has(value.personId)) return [];
    const state = heldState(skill, value, today);
    const on = holdsUntil(skill, value);
    if (on === null || (state !== 'over' && state !== 'soon')) return [];
    return [{ key: `skill-${id}`, kind: state, skillId: value.skillId, skill, personId: value.personId, on }];
  });
  const short = skillCounts(records, today)
    .filter((count) => count.short > 0)
    .map(({ skillId, skill, can }): SkillNeed => ({
      key: `skill-short-${skillId}`,
      kind: 'short',
      skillId,
      skill,
      can,
      wanted: skill.wanted ?? 0,
    }));
  const dayOf = (need: SkillNeed): string => (need.kind === 'short' ? '' : need.on);
  return [...ofPeople, ...short].toSorted(
    (left, right) =>
      Number(right.skill.isCritical) - Number(left.skill.isCritical) ||
      ranks[left.kind] - ranks[right.kind] ||
      dayOf(left).localeCompare(dayOf(right)) ||
      left.skill.name.localeCompare(right.skill.name, 'en-GB'),
  );
}
