/**
 * How each figure is worked out, in words for the person who has to answer for it: formula, what stands above and below
 * the line, what a quick look gets wrong, and who uses this version. Definitions: design/statistics.md.
 */
import type { MeasureId } from '../measures';

export interface Explanation {
  /** Inside a sentence: "How turnover is worked out". */
  readonly title: string;
  readonly formula: string;
  readonly above: string;
  /** Null: it is a count, and nothing is divided. */
  readonly below: string | null;
  readonly trap: string;
  /** Which bodies use this version, what not to set beside it, or how typed months differ. */
  readonly usedBy: string | null;
}

const turnoverTrap =
  'Adding monthly rates, or taking one month times 12. In a small team one leaver moves the rate by many points.';

export const explanations: Readonly<Record<MeasureId, Explanation>> = {
  headcount: {
    title: 'people in post',
    formula: 'People in post on the last day of the month.',
    above:
      'Everyone whose start date is on or before the day, and whose last day is on or after it. Volunteers are counted apart.',
    below: null,
    trap: 'Counting posts as people. Somebody with two posts is one person. People, posts and WTE are three numbers.',
    usedBy: null,
  },
  wte: {
    title: 'WTE in post',
    formula: 'Each person’s weekly hours over a full-time week, added up.',
    above: 'Contracted weekly hours of everyone in post on the last day of the month.',
    below: 'The full-time week on the day their hours are known: today, or their last day in post.',
    trap: 'One full-time week for all people, whenever they left. Rounding each person before adding. Capping somebody with two posts at 1.0.',
    usedBy: 'WTE is whole-time equivalent. Some sources write FTE and mean the same.',
  },
  starters: {
    title: 'starters',
    formula: 'Paid people whose start date falls in the month.',
    above: 'Each start counts, also of somebody who left and came back.',
    below: null,
    trap: 'Counting a move between teams as a start. It is one for the team, and none for the service.',
    usedBy: null,
  },
  leavers: {
    title: 'leavers',
    formula: 'Paid people whose first day out falls in the month.',
    above: 'The first day out is the day after their last day in post.',
    below: null,
    trap: 'Counting last days is off by one at both ends. Long leave and secondment are not leaving.',
    usedBy: null,
  },
  'turnover-average': {
    title: 'turnover over average headcount',
    formula: 'Leavers in 12 months, over the average of headcount at their start and end.',
    above: 'Paid people whose first day out falls in the 12 months. Volunteers are left out.',
    below: 'Headcount before the first day and on the last day of the 12 months, added and halved.',
    trap: turnoverTrap,
    usedBy:
      'NHS England’s leaver rate is of this kind. NHS Scotland’s is not: do not set the two side by side.',
  },
  'turnover-opening': {
    title: 'turnover over opening headcount',
    formula: 'People in post 12 months ago and not in post now, over all who were in post then.',
    above: 'Only those who were there at the start count. Who came and left within the year does not.',
    below: 'Headcount on the day before the 12 months began.',
    trap: `Somebody who leaves and comes back is not counted. ${turnoverTrap}`,
    usedBy: 'NHS Education for Scotland publishes NHS Scotland’s turnover this way.',
  },
  'turnover-voluntary': {
    title: 'voluntary turnover',
    formula: 'Resignations in 12 months, over the average of headcount at their start and end.',
    above: 'Leavers whose recorded reason is a resignation. A leaver without a reason is not counted.',
    below: 'Headcount before the first day and on the last day of the 12 months, added and halved.',
    trap: 'Missing reasons make it look low. A resignation can still have causes that the service could change.',
    usedBy: 'The CIPD and many HR texts give it beside a rate of all leavers (crude wastage).',
  },
  stability: {
    title: 'the stability index',
    formula: 'People in post 12 months ago who are in post now, over all who were in post then.',
    above: 'Those who stayed, or who left and came back within the year.',
    below: 'Headcount on the day before the 12 months began.',
    trap: 'It is not 100% less turnover over average headcount: what they are divided by differs. It is 100% less turnover over opening headcount.',
    usedBy:
      'NHS England gives a stability index. The SSSC speaks of people in the same post as the year before.',
  },
  'vacancy-rate': {
    title: 'the vacancy rate',
    formula: 'Vacant WTE over funded WTE.',
    above: 'Funded WTE less the WTE of the people in post on the last day of the month.',
    below: 'Funded WTE of the month, as you brought it in or typed it.',
    trap: 'Dividing by people in post makes the rate too high. Over the funded posts it goes below zero, and is shown as over.',
    usedBy:
      'NHS Education for Scotland divides by the funded posts: people in post and vacant posts together.',
  },
  'sickness-days': {
    title: 'sickness in days',
    formula: 'WTE days lost to sickness, over WTE days available, in calendar days.',
    above:
      'Each day away counts at the person’s WTE. Overlapping records count once. An open absence runs to today.',
    below: 'Each day in post at the person’s WTE. Volunteers are left out.',
    trap: 'Counting a part-timer’s day as a whole day, or setting this beside a rate in hours. Months before your first record have no figure, not zero.',
    usedBy: 'NHS England counts in days like this. NHS Scotland counts in hours.',
  },
  'sickness-hours': {
    title: 'sickness in hours',
    formula:
      'Hours lost to sickness, over hours contracted. A month of contract is weekly hours × 52.179 ÷ 12.',
    above:
      'Each day away is a seventh of the person’s weekly hours. Annual and special leave are not sickness.',
    below: 'Weekly hours × 52.179 ÷ 12, added over everyone in post. For 37.5 hours that is 163.06.',
    trap: 'Averaging each person’s own rate. Hours are added over the group first, then divided once.',
    usedBy: 'NHS Education for Scotland counts this way. The ONS rate comes from a survey of one week.',
  },
  'sickness-long': {
    title: 'long-term sickness',
    formula: 'WTE days lost in absences of 29 days or more, over WTE days available.',
    above: 'The whole absence is judged, and only its days in the month are counted.',
    below: 'Each day in post at the person’s WTE, the same as for all sickness.',
    trap: 'Cutting absences at the month’s end makes long absence look short. A month can still gain days while an absence goes on.',
    usedBy: 'NHS Scotland’s attendance policy calls an absence long-term from 29 days.',
  },
  'sickness-short': {
    title: 'short-term sickness',
    formula: 'WTE days lost in absences of up to 28 days, over WTE days available.',
    above: 'The whole absence is judged, and only its days in the month are counted.',
    below: 'Each day in post at the person’s WTE, the same as for all sickness.',
    trap: 'Reading it as a sign of effort. Short absences have many causes, and this says nothing of anybody.',
    usedBy: 'Months typed by hand are in hours; there the same split is made of hours lost.',
  },
  caseload: {
    title: 'caseload',
    formula: 'Each worker’s open cases over their own WTE; then the middle value (median).',
    above: 'Open cases on the last day of the month.',
    below: 'The worker’s own WTE on that day.',
    trap: 'All cases over all heads hides part-timers who carry a full load. With fewer than 8 workers no range is shown.',
    usedBy: 'Months typed by hand hold sums only: there it is all open cases over all WTE in post.',
  },
  'training-missed': {
    title: 'training missed because of workload',
    formula: 'Training missed because of workload, over all training missed.',
    above: 'Places that were booked and missed, and the reason given was workload.',
    below: 'All places that were booked and missed, whatever the reason.',
    trap: 'With few missed places one more or less moves the share a lot. Read “5 of 8” before “62.5%”.',
    usedBy: null,
  },
  'protected-time': {
    title: 'protected time kept',
    formula: 'Protected hours kept, over protected hours planned.',
    above: 'Hours set aside for reflection, notes and reading that were used for it.',
    below: 'Hours that were planned for it in the month.',
    trap: 'Planning fewer hours makes the share rise. Look at the hours planned as well.',
    usedBy: null,
  },
  breaks: {
    title: 'breaks taken',
    formula: 'Breaks taken, over breaks due.',
    above: 'Breaks of the rota that were taken.',
    below: 'Breaks that were due by the rota in the month.',
    trap: 'A break cut short still counts as taken here. A rota without breaks looks like no breaks missed.',
    usedBy: null,
  },
  'sessions-cut': {
    title: 'sessions cut short',
    formula: 'Sessions cut short or cancelled for want of staff, over sessions planned.',
    above:
      'Sessions with people you support that ended early, or were cancelled because too few staff were there.',
    below: 'Sessions that were planned for the month.',
    trap: 'Sessions that were never planned are in neither number. A thinner plan makes the share look better.',
    usedBy: null,
  },
  'supervision-coverage': {
    title: 'supervision coverage',
    formula: 'People with a session held within their interval, over all who could have had one.',
    above: 'A session held counts. One that was cancelled or missed does not.',
    below:
      'Everyone in post and at work throughout their interval. New starters and people on long leave are left out.',
    trap: 'Dividing sessions by people can pass 100%. In a small team read the count before the share.',
    usedBy: null,
  },
};
