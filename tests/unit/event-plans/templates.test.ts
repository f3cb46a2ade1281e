/** Built-in templates: what their words may say, and what no plan takes. */
import { describe, expect, it } from 'vitest';
import { openPlan } from '@shared/event-plans/open-plan';
import { copyTemplate, refusedSteps } from '@shared/event-plans/own-templates';
import { refuseStep } from '@shared/event-plans/refuse-step';
import { planTemplates, templateById, templateFor } from '@shared/event-plans/registry';
import { pagesOf } from '@shared/event-plans/strands';
import { toLocalDate } from '@shared/kernel/local-date';
import { eventTypes } from '@shared/records/event-plan/event-plan';
import { planTemplateSchema } from '@shared/records/plan-template/plan-template';

const today = toLocalDate('2026-05-11');

describe('built-in templates', () => {
  it('are there for every kind of event, each with words of its own', () => {
    const used = eventTypes.map((type) => templateFor(type));
    expect(new Set(used).size).toBe(eventTypes.length);
    expect(used.map(({ id: templateId }) => templateId)).toEqual(eventTypes);
    for (const template of used) expect(template.summary).not.toBe(templateById('general')?.summary);
  });

  it.each(planTemplates)(
    '$title: short sentences, adult words, and a shape that a plan takes',
    (template) => {
      const texts = [
        template.summary,
        ...template.steps.flatMap(({ title, detail }) => [title, detail]),
        ...template.avoid.flatMap(({ what, why }) => [what, why]),
        ...template.sources.flatMap(({ name, about }) => [name, about]),
        ...template.phases.flatMap(({ focus, takes }) => [focus, takes]),
      ];
      for (const text of texts) {
        expect(text).not.toMatch(
          /please|sorry|oops|invalid|failed to|victim|employee\b|patient|committed suicide/i,
        );
        for (const sentence of text.split(/[.?!:;](?:\s|$)/))
          expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
      }
      const stored = copyTemplate(template, template.title, today);
      expect(planTemplateSchema.safeParse(stored).error).toBeUndefined();
      expect(refusedSteps({ steps: [...template.steps] })).toEqual([]);
    },
  );

  it('says nothing of how after a suicide, and goes on for months', () => {
    const { steps, avoid } = templateFor('suicide');
    const has = (stepId: string) => steps.some((step) => step.id === stepId);
    for (const stepId of [
      'agree-words',
      'closest-to-it',
      'watch-for-others',
      'months-ahead',
      'crisis-numbers',
    ])
      expect(has(stepId)).toBe(true);
    expect(avoid.some(({ what }) => what.includes('detail of how'))).toBe(true);
  });

  it('never have support and investigation on one page', () => {
    for (const template of planTemplates) {
      const plan = openPlan({
        nation: 'scotland',
        template,
        eventType: template.eventTypes[0] ?? 'disaster',
        occurredOn: today,
        occurredAt: '',
        everyoneSafe: 'yes',
        facts: '',
        affected: [],
        conditions: ['staff-hurt', 'lone-or-remote-site'],
      });
      const pages = pagesOf(plan.steps);
      expect(pages.flatMap(({ steps }) => steps)).toHaveLength(plan.steps.length);
      for (const { steps } of pages) {
        const strands = new Set(steps.map(({ strand }) => strand));
        expect(strands.has('support') && strands.has('investigation')).toBe(false);
      }
    }
  });
});

describe('what no plan takes', () => {
  it.each([
    'Critical incident debrief',
    'critical-incident stress debriefing',
    'Psychological debriefing',
    'Psychological de-brief',
    'PSYCHOLOGICAL DEBREIFING',
    'Team debrief',
    'Debrefing',
    'Defusing session',
    'Diffusing session after the shift',
    'Defuse meeting',
    'Team defusing',
    'Group defuse',
    'Hot debrief of our feelings',
    'Clinical debrief on emotional reactions',
  ])('"%s"', (title) => {
    const refusal = refuseStep(title);
    expect(refusal?.keep).toBeNull();
    expect(refusal?.guidance).toBe('NICE NG116');
    expect(refusal?.alternatives.map((each) => each.title)).toEqual(['Factual briefing', 'Peer check-in']);
  });

  it.each([
    'Operational debrief',
    'Hot debrief (clinical)',
    'Clinical debrief: kit and timings',
    'Technical de-brief',
  ])('but "%s" may stay once somebody says that it is about the work', (title) => {
    expect(refuseStep(title)?.keep).toBe('It is about the work alone');
    expect(refuseStep(title)?.alternatives).toHaveLength(2);
  });

  it.each(['Defuse tension at the door', 'Diffuse the smell', 'Brief the relief team', 'Wound debridement'])(
    'and "%s" is no such thing',
    (title) => {
      expect(refuseStep(title)).toBeNull();
    },
  );

  it.each([
    ['Team meeting', 'Go round in turn and share how each felt. Tea after.'],
    ['Coffee in the kitchen', 'Everyone talks about their feelings.'],
    ['Look after the night shift', 'Hold a debrief with everyone who was there.'],
    ['Operational review', 'First the kit. Then the group goes through what they felt.'],
    ['Hot debrief (operational)', 'Let the team vent their emotions.'],
    ['Operational debrief', 'A debrief of emotional reactions.'],
    ['Team meeting', 'CISM, led by the manager.'],
    ['Meeting', 'Do it as a group. A psychological debriefing by a colleague.'],
  ])('"%s" for its words "%s"', (title, detail) => {
    // By its title alone it would stand.
    expect(refuseStep(title)?.about === 'title' && refuseStep(title)?.keep === null).toBe(false);
    expect(refuseStep(title, detail)).toMatchObject({ about: 'detail', keep: null, guidance: 'NICE NG116' });
  });

  it.each([
    ['Hot debrief (operational)', 'Ten minutes with the team: kit, radio, rota. No feelings in the round.'],
    ['Operational debrief', 'With everyone on shift. What the alarm did, and when the ambulance came.'],
  ])('and asks the same of "%s" whatever it says of the work: "%s"', (title, detail) => {
    expect(refuseStep(title, detail)).toMatchObject({ about: 'title', keep: 'It is about the work alone' });
  });

  it.each([
    ['Factual briefing', 'Never a group debrief. Nobody has to share how they feel with the team.'],
    ['Check in with each person', 'Ask how they are, in private. They may talk about feelings or not.'],
    ['Leaflet', 'Share the leaflet on common reactions with everyone.'],
    ['Reflective group', 'With a trained facilitator. The group may talk about their feelings.'],
    ['Papers for the review', 'Ask the ambulance service for its debrief notes.'],
    [
      'Say what is known',
      'Tell the team what comes next. Everyone may feel different things, and that is common.',
    ],
    ['Kit', 'Technical debrief with the crew: which bag was short.'],
  ])('but "%s" with "%s" is no such thing', (title, detail) => {
    expect(refuseStep(title, detail)).toBeNull();
  });
});
