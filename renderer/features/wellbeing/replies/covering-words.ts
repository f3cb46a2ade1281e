/** The few lines that go with the survey file. The letter says it all; this says what to do. */

export interface CoveringWords {
  readonly serviceName: string;
  /** As people write it: 14 May 2026. */
  readonly closesOn: string;
  readonly minutes: number;
}

export function coveringWords({ serviceName, closesOn, minutes }: CoveringWords): string {
  const from = serviceName === '' ? 'our service' : serviceName;
  return [
    `We are asking everyone at ${from} how work is for them. It takes about ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
    '',
    'Save the file to your device first, then open it in a browser. It works without the internet.',
    '',
    'You decide whether to answer, and you can leave out any question. The form does not ask for your name.',
    '',
    'At the end the page seals your answers. I can only count replies until the survey is closed. Then I see figures for groups of 5 or more.',
    '',
    'An e-mail shows who sent a reply. If you would rather not, use the shared folder, the stick that goes round, or paper.',
    '',
    `Send your sealed reply by ${closesOn}. Thank you for your time, whether you answer or not.`,
  ].join('\n');
}
