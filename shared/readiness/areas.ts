/**
 * The eight areas in which a service gets ready for trauma-informed practice, in our own words. They follow the areas of
 * the national roadmap; staff wellbeing is the one that no check can be finished without.
 */

export const readinessAreaIds = [
  'knowledge',
  'leadership',
  'money',
  'policies',
  'wellbeing',
  'feedback',
  'lived-experience',
  'service-design',
] as const;
export type ReadinessAreaId = (typeof readinessAreaIds)[number];

export const readinessAreaLabels = {
  knowledge: 'Knowledge and time',
  leadership: 'Leaders',
  money: 'Long-run money',
  policies: 'Policies and procedures',
  wellbeing: 'Staff wellbeing',
  feedback: 'Feedback',
  'lived-experience': 'Lived experience',
  'service-design': 'How the service is built',
} as const satisfies Record<ReadinessAreaId, string>;

export const readinessAreaLedes = {
  knowledge: 'Everyone knows what trauma does and has paid time to learn and to practise.',
  leadership: 'Those who lead the service drive it, show it and make room for it.',
  money: 'The money for it is secured beyond one year and one post.',
  policies: 'Policies carry it, so that it does not hang on single people.',
  wellbeing: 'The wellbeing of staff and volunteers is a priority, and is supported in deeds.',
  feedback: 'What staff and people who use the service say changes something, and they hear what.',
  'lived-experience': 'People with lived experience share in decisions, with support and pay.',
  'service-design': 'Rooms, letters, waits and rules avoid what could bring trauma back.',
} as const satisfies Record<ReadinessAreaId, string>;

export function isReadinessAreaId(text: string): text is ReadinessAreaId {
  return (readinessAreaIds as readonly string[]).includes(text);
}

export const readinessRatings = [0, 1, 2, 3, 4] as const;
export type ReadinessRating = (typeof readinessRatings)[number];

export const readinessRatingLabels = [
  'Not started',
  'Talking',
  'Testing',
  'In place',
  'Embedded',
] as const satisfies Record<ReadinessRating, string>;

/** What each rating means, area by area: two people who rate the same service should come to the same one. */
export const ratingMeanings = {
  knowledge: [
    'Nobody has been trained, or nobody knows who has.',
    'It is talked about. A few have done a course by themselves.',
    'A training plan is being tried with one team or one group of posts.',
    'Everyone in post has the level that their work needs, in paid time.',
    'New people start with it, and practice is refreshed and talked over in supervision.',
  ],
  leadership: [
    'Nobody in charge has taken it on.',
    'It is on the agenda of a meeting. No person has the task.',
    'A named lead has time for it and is trying things out.',
    'Leaders set aside time, report on it and keep to it in their own work.',
    'It goes on when a leader leaves: it is in job descriptions and in handovers.',
  ],
  money: [
    'There is no money for it.',
    'Bids or requests are being prepared.',
    'Short-term money pays for a post, a project or training.',
    'It is in the budget of the service for this year and the next.',
    'It is part of the core budget and of what is commissioned.',
  ],
  policies: [
    'No policy mentions it.',
    'It is known which policies have to change.',
    'Some are being rewritten, and tried in one team.',
    'The policies that matter most carry it and are in use.',
    'Every review asks for it, with hours found for the work.',
  ],
  wellbeing: [
    'Nobody has asked staff, and nothing is set aside for it.',
    'It is spoken about. Nothing is measured and nothing is protected.',
    'Some of it runs in part: a first round, supervision for some, one change.',
    'It is measured, supervision is kept to, and what was agreed is done and paid for.',
    'It holds through a bad winter: protected time, limits and checks stay in place.',
  ],
  feedback: [
    'Nobody is asked.',
    'People are asked now and then. Nobody is told what came of it.',
    'One way of asking and answering is being tried.',
    'Staff and people who use the service are asked, and hear what changed or why not.',
    'It happens by itself every few months, and changes can be traced to it.',
  ],
  'lived-experience': [
    'People with lived experience have no part in decisions.',
    'Some are invited to comment on what is already decided.',
    'They work on one project or sit in one group, with support.',
    'They share in decisions about the service, with pay or expenses and support.',
    'They hold posts or seats with a vote, at every level that decides.',
  ],
  'service-design': [
    'Nobody has looked at it with trauma in mind.',
    'Known trouble spots are talked about.',
    'One room, one letter or one step of the way in has been changed and tried.',
    'Rooms, letters, waiting and rules have been walked through and changed.',
    'Every change to the service is looked at this way before it is made.',
  ],
} as const satisfies Record<ReadinessAreaId, readonly [string, string, string, string, string]>;
