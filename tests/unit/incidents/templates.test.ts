import { describe, expect, it } from 'vitest';
import { toLocalDate } from '@shared/kernel/local-date';
import { copyTemplate } from '@shared/event-plans/own-templates';
import { planTemplates, templateFor } from '@shared/event-plans/registry';
import type { TemplateFileError } from '@shared/event-plans/template-file';
import {
  editedOf,
  editedOfDraft,
  editProblems,
  tidied,
} from '../../../renderer/features/incidents/templates/template-draft';
import {
  templateFileWords,
  timingWords,
} from '../../../renderer/features/incidents/templates/template-words';

const own = copyTemplate(templateFor('suicide'), 'Suicide, islands', toLocalDate('2026-05-11'));

describe('the editor of a template', () => {
  it('takes up an unfinished draft, and no strange one', () => {
    const edited = editedOf(own);
    const unfinished = { ...edited, steps: edited.steps.map((step) => ({ ...step, title: '' })) };
    expect(editedOfDraft({ ...unfinished })).toEqual(unfinished);
    expect(editedOfDraft({ ...unfinished, steps: 'none' })).toBeNull();
  });

  it('finds nothing wrong with any template that comes with Steading', () => {
    for (const template of planTemplates) {
      const copy = copyTemplate(template, template.title, toLocalDate('2026-05-11'));
      expect(editProblems(tidied(editedOf(copy)))).toEqual([]);
    }
  });

  it('asks for a title, for every step, and for a reason to avoid', () => {
    const edited = editedOf(own);
    const first = edited.steps[0];
    if (first === undefined) throw new Error('No step');
    const problems = editProblems(
      tidied({
        ...edited,
        title: ' ',
        steps: [{ ...first, title: '  ' }],
        avoid: [
          { what: '', why: ' ' },
          { what: 'Asking twice', why: '' },
        ],
      }),
    );
    // The line without any words is left out, not asked about.
    expect(problems.map(({ field }) => field)).toEqual(['title', `title-${first.id}`, 'why-0']);
  });
});

describe('words of a template', () => {
  it.each([
    [{ amount: 0, unit: 'hours', plusDays: 0 }, 'At once'],
    [{ amount: 0, unit: 'days', plusDays: 0 }, 'On the day'],
    [{ amount: 1, unit: 'days', plusDays: 0 }, '1 day after'],
    [{ amount: 5, unit: 'working-days', plusDays: 0 }, '5 working days after'],
    [{ amount: 12, unit: 'months', plusDays: -14 }, '12 months after, less 14 days'],
    [{ amount: 3, unit: 'months', plusDays: 1 }, '3 months after, and 1 day'],
  ] as const)('%j', (timing, words) => {
    expect(timingWords(timing)).toBe(words);
  });

  it('says of every file that did not come in that nothing was brought in, or what to do', () => {
    const errors: readonly TemplateFileError[] = [
      { tag: 'TemplateTooLarge' },
      { tag: 'NotATemplate' },
      { tag: 'TemplateOfNewerVersion' },
      { tag: 'TemplateDoesNotFit', where: 'steps, 4' },
      { tag: 'TemplateHoldsRefusedSteps', steps: [2, 3] },
    ];
    for (const error of errors)
      expect(templateFileWords(error)).toMatch(/[Nn]othing was brought in\.|Update Steading/);
  });
});
