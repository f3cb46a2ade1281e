/** The templates to choose from: built in, and the service's own. */
import { useEffect, useMemo, useState } from 'react';
import { templateOf } from '@shared/event-plans/own-templates';
import { templateFor, templatesFor } from '@shared/event-plans/registry';
import type { PlanTemplate } from '@shared/event-plans/template';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import { useRecords, useVault } from '../../vault';

/** The own ones with their steps; empty until they have come, which is at once or nearly. */
export function useOwnTemplates(): readonly PlanTemplate[] {
  const vault = useVault();
  const records = useRecords('plan-template');
  const [own, setOwn] = useState<readonly PlanTemplate[]>([]);
  useEffect(() => {
    let isWanted = true;
    const ids = records.map(({ id }) => id);
    void (ids.length === 0 ? Promise.resolve(null) : vault.whole('plan-template', ids)).then((found) => {
      if (!isWanted) return;
      const stored = found?.ok === true ? found.value : [];
      setOwn(stored.map(templateOf).sort((left, right) => left.title.localeCompare(right.title)));
    });
    return () => {
      isWanted = false;
    };
  }, [vault, records]);
  return own;
}

export interface TemplateChoice {
  readonly template: PlanTemplate;
  readonly offered: readonly PlanTemplate[];
}

/** What is offered for an event, own ones first; the first of them unless another was chosen. */
export function useTemplateChoice(eventType: EventPlan['eventType'] | '', chosenId: string): TemplateChoice {
  const own = useOwnTemplates();
  return useMemo(() => {
    const offered = eventType === '' ? [] : templatesFor(eventType, own);
    const template =
      offered.find(({ id }) => id === chosenId) ??
      offered[0] ??
      templateFor(eventType === '' ? 'disaster' : eventType);
    return { template, offered };
  }, [eventType, chosenId, own]);
}
