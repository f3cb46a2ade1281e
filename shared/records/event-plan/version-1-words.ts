/**
 * What version 1's templates said beside their steps, frozen: a plan made then keeps those words, however the templates
 * read today.
 */
import type { FromTemplate } from './plan-parts';

const phases: FromTemplate['phases'] = [
  {
    id: 'immediate',
    focus: 'safe, warm, not alone',
    takes: 'Now',
  },
  {
    id: 'hours-24-72',
    focus: 'facts, and a first offer',
    takes: 'A 30-minute meeting',
  },
  {
    id: 'weeks-1-2',
    focus: 'first check-in',
    takes: 'About 15 minutes each',
  },
  {
    id: 'day-28',
    focus: 'second check-in',
    takes: 'About 15 minutes each',
  },
  {
    id: 'months-3',
    focus: 'third check-in',
    takes: 'About 15 minutes each',
  },
  {
    id: 'anniversary',
    focus: 'a light offer',
    takes: 'A few words each',
  },
];

const avoid: FromTemplate['avoid'] = [
  {
    what: 'A single session where people relive it',
    why: 'It has not been shown to prevent later harm, and one trial found more of it.',
  },
  {
    what: 'Asking anyone to tell it again',
    why: 'Each telling has a cost. Facts are collected once, by one person.',
  },
  {
    what: 'Outside counsellors for everyone on the day',
    why: 'Most people first want rest, facts and company they know.',
  },
  {
    what: 'Sending people home alone',
    why: 'The first hours are easier with somebody near.',
  },
  {
    what: 'An investigation interview called support',
    why: 'People stop trusting both.',
  },
  {
    what: 'Names and blame in a briefing',
    why: 'Guilt is common after such events, and blame makes it last.',
  },
  {
    what: 'Passing on pictures or messages',
    why: 'It brings the event to people who were not there.',
  },
  {
    what: 'Writing down how somebody is reacting',
    why: 'Here only the offer and the answer are kept.',
  },
  {
    what: 'Silence after the first week',
    why: 'Those who struggle most are often noticed only later.',
  },
];

const sources: FromTemplate['sources'] = [
  {
    name: 'NICE guideline NG116',
    about: 'No psychologically-focused debriefing; contact within a month for people with lesser symptoms',
  },
  {
    name: 'Cochrane review CD000560',
    about: 'A single debriefing session did not prevent post-traumatic stress',
  },
  {
    name: 'TRiM practice',
    about: 'Planning in the first days, a peer contact, and again at about one month',
  },
  {
    name: 'NHS Employers, support after an incident',
    about: 'Measures for teams, peers and the whole service work better together',
  },
];

type Own = Pick<FromTemplate, 'title' | 'summary' | 'avoid' | 'sources'>;

const general: Own = {
  title: 'Hard event',
  summary: 'The steps that hold after any hard event. Take out what does not fit.',
  avoid: [],
  sources: [],
};

const ownById: ReadonlyMap<string, Own> = new Map(
  Object.entries<Own>({
    'drug-related-death': {
      title: 'Drug-related death',
      summary: 'For the workers who knew the person, and for others who may be at risk now.',
      avoid: [
        {
          what: 'Speaking of the death as part of the job',
          why: 'Grief for people we worked with is real, and saying so helps.',
        },
      ],
      sources: [
        {
          name: 'Scottish survey of staff after drug-related deaths',
          about:
            'Grief, guilt and anger are common; harder with closeness, big caseloads and repeated deaths',
        },
      ],
    },
    suicide: {
      title: 'Suicide',
      summary: 'Careful words, watchfulness for others, and support that lasts for months.',
      avoid: [
        {
          what: 'Any detail of how it was done',
          why: 'Detail can put other people at risk.',
        },
        {
          what: 'A single cause',
          why: 'It is hardly ever one thing, and looking for one leads to blame.',
        },
      ],
      sources: [
        {
          name: 'Samaritans and NHS postvention guidance',
          about: 'A group and words ready beforehand, watchfulness, support over months',
        },
      ],
    },
    'assault-or-threat': {
      title: 'Assault or threat',
      summary: 'Safety first and again before going back, with choices that stay with the person.',
      avoid: [
        {
          what: 'Asking what they could have done differently',
          why: 'That is for a review of the setting, later, and not of the person.',
        },
        {
          what: 'Moving the worker without asking',
          why: 'It takes away choice from somebody who has just lost it.',
        },
      ],
      sources: [
        {
          name: 'RIDDOR 2013',
          about: 'Injuries from violence at work may have to be reported: check locally',
        },
      ],
    },
    'overdose-survived': {
      title: 'Overdose, survived',
      summary: 'A good outcome can still shake those who were there. They are easily missed.',
      avoid: [
        {
          what: 'Treating it as nothing because the person lived',
          why: 'The fear was real, and often there were others before.',
        },
      ],
      sources: [],
    },
    'colleague-death': {
      title: 'Death of a colleague',
      summary: 'The whole team is bereaved, and the manager too. Slow down, and borrow help.',
      avoid: [
        {
          what: 'Telling people by message or at the start of a meeting',
          why: 'How it was told is remembered for years.',
        },
        {
          what: 'Clearing the desk at once',
          why: 'It can feel as if the person had been wiped away.',
        },
      ],
      sources: [],
    },
  }),
);

/** Of a template that version 1 did not have, the words that all had in common. */
export function builtInWords(templateId: string): FromTemplate {
  const own = ownById.get(templateId) ?? general;
  return {
    title: own.title,
    summary: own.summary,
    phases,
    avoid: [...avoid, ...own.avoid],
    sources: [...sources, ...own.sources],
  };
}
