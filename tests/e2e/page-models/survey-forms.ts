/** Two surveys, short and long, and how somebody goes through the short one. */
import { expect } from '@playwright/test';
import { pulseMeasure } from '../../../shared/instruments/pulse';
import type { SurveyForm } from '../../../shared/survey/survey-form';
import type { Hand } from '../support/hand.js';
import { answer, expectPage, press } from './survey.js';

type SurveyContent = Omit<SurveyForm, 'publicKey'>;

export const pulse: SurveyContent = {
  wording: {
    language: 'en-GB',
    title: pulseMeasure.title,
    notice: '',
    introduction: pulseMeasure.introduction,
    items: pulseMeasure.items.map(({ text }, index) => ({ number: index + 1, text })),
    answers: [{ items: pulseMeasure.items.map((_, index) => index + 1), options: pulseMeasure.answers }],
  },
  split: { question: 'Which part of the service do you work in?', options: ['Outreach', 'Residential'] },
  serviceName: 'Harbour Support',
  closesOn: '14 May 2026',
  isValidated: false,
};

/** As long as the longest measures are, with two sets of answers. */
export const long: SurveyContent = {
  ...pulse,
  split: null,
  isValidated: true,
  wording: {
    ...pulse.wording,
    title: 'How work has been',
    notice: '© Example Holder. Used with permission.',
    items: Array.from({ length: 35 }, (_, index) => ({
      number: index + 1,
      text: `Statement ${index + 1} of a made-up form that says something about work.`,
    })),
    answers: [
      { items: Array.from({ length: 23 }, (_, index) => index + 1), options: pulseMeasure.answers },
      {
        items: Array.from({ length: 12 }, (_, index) => index + 24),
        options: [
          'Strongly disagree',
          'Disagree',
          'Neither one nor the other',
          'Agree',
          'Strongly agree',
        ].map((text, index) => ({ value: 5 - index, text })),
      },
    ],
  },
};

const chosen = [
  'Never',
  'Seldom',
  null,
  'Mostly',
  'Always',
  'Never',
  'About half the time',
  null,
  'Always',
  'Seldom',
];
/** What a reply holds then. */
export const inReply = [1, 2, null, 4, 5, 1, 3, null, 5, 2];

export async function answerPulse(hand: Hand): Promise<void> {
  await press(hand, 'Begin');
  await expectPage(hand.page, 'Questions');
  for (const [index, words] of chosen.entries()) {
    await answer(hand, `${index + 1}. ${pulse.wording.items[index]?.text ?? ''}`, words);
  }
  await answer(hand, 'Which part of the service do you work in?', 'Residential');
  await expect(hand.page.getByText('8 of 10 answered')).toBeVisible();
  await press(hand, 'Look over and finish');
  await expectPage(hand.page, 'Before you finish');
}

export async function seal(hand: Hand): Promise<void> {
  await press(hand, 'Seal my answers');
  await expectPage(hand.page, 'Your answers are sealed');
}
