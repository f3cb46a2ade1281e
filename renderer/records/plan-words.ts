/** What each section of a Wellbeing Plan is for, in the owner's view and on the blank form. */
import type { PlanSectionId } from '@shared/records/wellbeing-plan/wellbeing-plan';

export const planHints: Readonly<Record<PlanSectionId, string>> = {
  'keeps-me-well': 'Such as time outside, a walk before a shift, people I talk to.',
  'early-signs': 'What others may notice first, such as going quiet or staying late.',
  'drains-me': 'Kinds of work, hours or situations. There is no need to say why.',
  'helps-in-the-moment': 'What to do, or to leave, when it gets too much.',
  'after-a-hard-event': 'Who may ask me, when, and what I would rather not have.',
  adjustments: 'Such as hours, place, cover or breaks.',
  'who-to-contact': 'A person, and how to reach them. Ask them first.',
  'outside-supports': 'Only what I want to have at hand here.',
  sharing: 'In my own words, for whoever reads what I share.',
  review: 'When, and with whom, if with anyone.',
};

/** On screen and on paper, before the first word. */
export const planOpening =
  'Write what helps, as much or as little as you like. You do not have to say what happened to you.';
