/**
 * What the owner types, and its way under the owner's own key. It is sealed a moment after the last change, at the
 * lock, and at once when sharing changes. No draft is made of it: a draft opens with the manager's key.
 */
import type { LocalDate } from '@shared/kernel/local-date';
import type { PlanSectionId, SharedSection } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { sectionTextOf, type OwnScore } from '@shared/wellbeing/plan-content';
import type { OwnerPlans, OwnPlan, RecordError, VaultError } from '../../../vault';

const idleMs = 1500;

export interface PlanState {
  readonly plan: OwnPlan;
  /** All of it is sealed. */
  readonly isSaved: boolean;
  readonly savedAt: number | null;
  readonly problem: VaultError | RecordError | null;
}

export interface PlanKeeper {
  state(): PlanState;
  subscribe(listener: () => void): () => void;
  write(id: PlanSectionId, text: string): void;
  reviewOn(day: LocalDate | null): void;
  /** The owner's own scores as they stand from now on. Sealed at once: they are not typed letter by letter. */
  keepScores(scores: readonly OwnScore[]): Promise<boolean>;
  /** As it reads now. Shared before: the newer words and day take the place of the older. */
  share(id: PlanSectionId, until: LocalDate): Promise<boolean>;
  /** Null: all of them. */
  takeBack(id: PlanSectionId | null): Promise<boolean>;
  /** Seals at once what is not sealed yet. */
  flush(): Promise<boolean>;
}

export interface PlanKeeperParts {
  readonly plans: Pick<OwnerPlans, 'save'>;
  readonly opened: OwnPlan;
  readonly today: () => LocalDate;
  readonly now: () => number;
}

export function createPlanKeeper({ plans, opened, today, now }: PlanKeeperParts): PlanKeeper {
  let state: PlanState = { plan: opened, isSaved: true, savedAt: null, problem: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  const set = (patch: Partial<PlanState>): void => {
    state = { ...state, ...patch };
    for (const listener of [...listeners]) listener();
  };

  const saveLatest = async (): Promise<boolean> => {
    if (state.isSaved) return true;
    const sent = state.plan;
    const saved = await plans.save(sent, today());
    if (!saved.ok) {
      set({ problem: saved.error });
      return false;
    }
    const isLatest = state.plan === sent;
    // What came to its end meanwhile is shared no more.
    if (isLatest) set({ plan: { ...sent, shared: saved.value.shared } });
    set({ isSaved: isLatest, savedAt: now(), problem: null });
    return true;
  };

  const flush = (): Promise<boolean> => {
    clearTimeout(timer);
    const saving = queue.then(saveLatest);
    queue = saving;
    return saving;
  };

  const change = (plan: OwnPlan): void => {
    set({ plan, isSaved: false });
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), idleMs);
  };
  const shareOnly = (shared: readonly SharedSection[]): Promise<boolean> => {
    change({ ...state.plan, shared });
    return flush();
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (id, text) => {
      const { content } = state.plan;
      change({
        ...state.plan,
        content: { ...content, sections: { ...content.sections, [id]: text } },
      });
    },
    reviewOn: (reviewOn) => {
      if (reviewOn !== state.plan.reviewOn) change({ ...state.plan, reviewOn });
    },
    keepScores: (scores) => {
      const { content } = state.plan;
      change({ ...state.plan, content: { ...content, scores: [...scores] } });
      return flush();
    },
    share: (id, until) => {
      const { content, shared } = state.plan;
      const entry = { sectionId: id, text: sectionTextOf(content, id).trim(), until };
      return shareOnly([...shared.filter(({ sectionId }) => sectionId !== id), entry]);
    },
    takeBack: (id) =>
      shareOnly(id === null ? [] : state.plan.shared.filter(({ sectionId }) => sectionId !== id)),
    flush,
  };
}
