import type { HelpPage } from '../help-page';

export const readinessHelp: readonly HelpPage[] = [
  {
    id: 'readiness',
    title: 'Check how ready the service is',
    lede: 'Eight areas of trauma-informed practice, rated with evidence.',
    steps: [
      'Open Actions, then Readiness, and begin a check.',
      'Open an area. Choose the step that fits, and write down what shows it.',
      'Name who owns the area, by name or by role.',
      'Under “What is done about it”, make an action for the area.',
      'Add what stands in the way, with a figure or a vacancy that shows it.',
    ],
    more: [
      'Five steps: not started, talking, testing, in place, embedded. Each area says what they mean for it.',
      'The dot below the steps is where the area stood last time.',
      'A check can stay open for weeks. What you typed is kept as a draft.',
    ],
  },
  {
    id: 'readiness-finish',
    title: 'Finish a readiness check',
    lede: 'Staff wellbeing comes first: rated, with evidence, and with something that is paid for.',
    steps: [
      'Open the check and choose “Finish the check”.',
      'What is missing is listed, each with the way to it.',
      'An action counts once somebody has said that its money or time is there.',
      'Finish. From then on nothing in the check changes.',
      'Print it as a report: ratings go out, evidence only once you have read it through.',
    ],
    more: [
      'Areas without a rating are no obstacle. They stay “Not rated”.',
      'The records say what they can of staff wellbeing: rounds, supervision, rehearsals, rooms. “Not known” is not “no”.',
      'The next check begins from the last one, with its owners and what stood in the way.',
    ],
  },
];
