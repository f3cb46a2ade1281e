/** Own templates: copying, editing, versions, files, and what a running plan keeps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeStep, openPlan, removeStep, setConditions } from '@shared/event-plans/open-plan';
import {
  addTemplateStep,
  changeTemplateStep,
  copyTemplate,
  moveTemplateStep,
  removeTemplateStep,
  savedTemplate,
  templateOf,
} from '@shared/event-plans/own-templates';
import {
  allTemplates,
  planTemplates,
  templateById,
  templateFor,
  templatesFor,
} from '@shared/event-plans/registry';
import { exportTemplate, importTemplate, templateFileName } from '@shared/event-plans/template-file';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { eventPlanSchema } from '@shared/records/event-plan/event-plan';
import { planTemplateKind, planTemplateSchema } from '@shared/records/plan-template/plan-template';

const today = toLocalDate('2026-05-11');
const id = (number: number) => number.toString(16).padStart(32, '0') as RecordId;
const copy = () => copyTemplate(templateFor('suicide'), ' Suicide, our way ', today);

describe('an own template', () => {
  it('holds no step for a day before the event', () => {
    const timed = (timing: object) =>
      planTemplateSchema.safeParse({ ...copy(), steps: [{ ...copy().steps[0], timing }] }).success;
    expect(timed({ amount: 12, unit: 'months', plusDays: -14 })).toBe(true);
    expect(timed({ amount: 1, unit: 'months', plusDays: -28 })).toBe(true);
    expect(timed({ amount: 1, unit: 'months', plusDays: -29 })).toBe(false);
    expect(timed({ amount: 3, unit: 'days', plusDays: -1 })).toBe(false);
    expect(timed({ amount: 121, unit: 'months', plusDays: 0 })).toBe(false);
  });

  it('is a copy that knows where it came from', () => {
    const own = copy();
    expect(own).toMatchObject({
      title: 'Suicide, our way',
      version: 1,
      copiedFrom: { templateId: 'suicide', version: templateFor('suicide').version },
    });
    expect(planTemplateSchema.safeParse(own).success).toBe(true);
    own.steps[0]!.title = 'changed';
    expect(templateFor('suicide').steps[0]!.title).not.toBe('changed');
  });

  it('gets the next version with each saved change, and none without one', () => {
    const own = copy();
    expect(savedTemplate(own, { ...own }, toLocalDate('2026-06-01'))).toBe(own);
    const edited = removeTemplateStep(own, 'memorial');
    const saved = savedTemplate(own, edited, toLocalDate('2026-06-01'));
    expect(saved).toMatchObject({ version: 2, changedOn: '2026-06-01' });
    expect(saved.steps).toHaveLength(own.steps.length - 1);
    expect(savedTemplate(saved, own, today).version).toBe(3);
  });

  it('takes steps in, changes and moves them within their phase, and keeps ids apart', () => {
    let own = copy();
    const step = { ...own.steps[0]!, title: 'Ring the chaplain', phaseId: 'day-28' as const };
    own = addTemplateStep(addTemplateStep(own, step), step);
    expect(own.steps.slice(-2).map(({ id: stepId }) => stepId)).toEqual(['own-1', 'own-2']);
    own = changeTemplateStep(own, 'own-2', { title: 'Ring the imam' });
    const titles = () => own.steps.filter(({ phaseId }) => phaseId === 'day-28').map(({ title }) => title);
    expect(titles().slice(-2)).toEqual(['Ring the chaplain', 'Ring the imam']);
    own = moveTemplateStep(own, 'own-2', 'earlier');
    expect(titles().slice(-2)).toEqual(['Ring the imam', 'Ring the chaplain']);
    expect(moveTemplateStep(own, 'own-1', 'later')).toBe(own);
    expect(planTemplateSchema.safeParse(own).success).toBe(true);
  });

  it('may be moved about at will without a step being lost', () => {
    const moves = fc.array(fc.tuple(fc.nat(40), fc.constantFrom('earlier' as const, 'later' as const)));
    fc.assert(
      fc.property(moves, (list) => {
        const own = copy();
        const moved = list.reduce(
          (next, [at, way]) => moveTemplateStep(next, own.steps[at % own.steps.length]!.id, way),
          own,
        );
        const ids = (of: typeof own) => of.steps.map(({ id: stepId }) => stepId).sort();
        expect(ids(moved)).toEqual(ids(own));
      }),
    );
  });

  it('is offered first for its events, and one for no event last', () => {
    const first = templateOf({ id: id(1), value: copy() });
    const last = templateOf({ id: id(2), value: { ...copy(), eventTypes: [] } });
    expect(templatesFor('suicide', [last, first])).toEqual([first, templateFor('suicide'), last]);
    expect(allTemplates([first])).toHaveLength(planTemplates.length + 1);
    expect(templateById(first.id)).toBeNull();
  });

  it('leaves a running plan as it was, edited or removed', () => {
    const own = copy();
    const opened = openPlan({
      nation: 'scotland',
      template: templateOf({ id: id(1), value: own }),
      eventType: 'suicide',
      occurredOn: today,
      occurredAt: '',
      everyoneSafe: 'yes',
      facts: '',
      affected: [],
    });
    const before = structuredClone(opened);
    own.avoid.length = 0;
    own.steps[0]!.timing.amount = 99;
    own.phases[0]!.focus = 'changed';
    expect(opened).toEqual(before);
    expect(opened).toMatchObject({ templateId: id(1), templateVersion: 1 });
    expect(opened.fromTemplate.title).toBe('Suicide, our way');
    expect(eventPlanSchema.safeParse(opened).success).toBe(true);
  });
});

describe('something that came to light later', () => {
  const template = templateFor('assault-or-threat');
  const opened = openPlan({
    nation: 'scotland',
    template,
    eventType: 'assault-or-threat',
    occurredOn: today,
    occurredAt: '',
    everyoneSafe: 'yes',
    facts: '',
    affected: [],
  });
  const ids = (plan: typeof opened) => plan.steps.map((step) => step.id).sort();
  const hurt = setConditions(opened, ['staff-hurt'], template, 'scotland');

  it('brings in the steps that the plan would have had from the start', () => {
    const known = openPlan({ ...opened, nation: 'scotland', template, conditions: ['staff-hurt'] });
    expect(ids(hurt)).toEqual(ids(known));
    expect(hurt.conditions).toEqual(['staff-hurt']);
    expect(ids(setConditions(hurt, [], template, 'scotland'))).toEqual(ids(opened));
  });

  it('leaves what is done, what was taken out by hand, and what another version holds', () => {
    const done = changeStep(hurt, 'injury-report', { doneOn: today });
    expect(ids(setConditions(done, [], template, 'scotland'))).toEqual(
      [...ids(opened), 'injury-report'].sort(),
    );
    const out = removeStep(hurt, 'care-for-the-hurt');
    expect(
      ids(setConditions(out, ['staff-hurt', 'lone-or-remote-site'], template, 'scotland')),
    ).not.toContain('care-for-the-hurt');
    const later = setConditions(
      opened,
      ['staff-hurt'],
      { ...template, version: template.version + 1 },
      'scotland',
    );
    expect([ids(later), later.conditions]).toEqual([ids(opened), ['staff-hurt']]);
    expect(eventPlanSchema.safeParse(hurt).success).toBe(true);
  });
});

describe('a template as a file', () => {
  const change = (
    edit: (file: { schemaVersion: number; template: Record<string, unknown> }) => void,
  ): string => {
    const file = JSON.parse(exportTemplate(copy())) as Parameters<typeof edit>[0];
    edit(file);
    return JSON.stringify(file);
  };
  const errorOf = (text: string) => {
    const read = importTemplate(text, today);
    return read.ok ? null : read.error;
  };

  it('comes back the same, as a first version from nowhere', () => {
    for (const own of [copy(), ...planTemplateKind.examples]) {
      const read = importTemplate(`\uFEFF${exportTemplate(own)}`, today);
      expect(read).toEqual({ ok: true, value: { ...own, version: 1, copiedFrom: null, changedOn: today } });
    }
    expect(exportTemplate(copy())).not.toContain('changedOn');
    expect(templateFileName).not.toContain('uicide');
  });

  it('is refused with the place, and never with its words, when anything does not fit', () => {
    expect(errorOf('')).toEqual({ tag: 'NotATemplate' });
    expect(errorOf('[]')).toEqual({ tag: 'NotATemplate' });
    expect(errorOf('{"format":"other","schemaVersion":1}')).toEqual({ tag: 'NotATemplate' });
    expect(errorOf(' '.repeat(2_000_001))).toEqual({ tag: 'TemplateTooLarge' });
    expect(errorOf(change((file) => (file.schemaVersion = 2)))).toEqual({ tag: 'TemplateOfNewerVersion' });
    expect(errorOf(change((file) => (file.template.secretName = 'Freya')))).toEqual({
      tag: 'TemplateDoesNotFit',
      where: '',
    });
    expect(errorOf(change((file) => delete file.template.steps))).toEqual({
      tag: 'TemplateDoesNotFit',
      where: 'steps',
    });
    const broken = change((file) => {
      const steps = file.template.steps as { timing: { unit: string } }[];
      steps[3]!.timing.unit = 'weeks';
    });
    expect(errorOf(broken)).toEqual({ tag: 'TemplateDoesNotFit', where: 'steps, 4, timing, unit' });
  });

  it('is refused when a step in it is one that no plan takes', () => {
    const text = change((file) => {
      const steps = file.template.steps as { title: string }[];
      steps[1]!.title = 'Team debrief';
      steps[2]!.title = 'Operational debrief';
    });
    expect(errorOf(text)).toEqual({ tag: 'TemplateHoldsRefusedSteps', steps: [2] });
  });

  it('answers with a value to any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(importTemplate(text, today).ok).toBe(false);
      }),
    );
  });
});
