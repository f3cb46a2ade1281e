/** Openings for a conversation, in our own words: about the work and the place, never about what somebody lived through. */
export const prompts = [
  'What makes a hard day easier here?',
  'What has worked well lately, and what made it work?',
  'What takes more out of us than it needs to?',
  'What helps us to stop at the end of a day?',
  'When the work touches our values, what do we do with that?',
  'What would make breaks real?',
  'What do we want from each other after a hard event?',
  'What should stay just as it is?',
  'What would a new colleague be surprised by?',
  'What could we stop doing?',
] as const;

/** Said in the same breath: what to write, and why. */
export const wordingGuide = [
  {
    title: 'Write what was said, not who said it',
    text: '“Visits run over” is enough. A name or a story points to one person.',
  },
  {
    title: 'Say what happens, not what somebody is',
    text: '“Sleep is hard after late shifts” says it. Words for illness are for the person alone to use.',
  },
  {
    title: 'Stress is a fair answer to hard work',
    text: 'Write about load, time and support. Nobody has to be strong, brave or resilient.',
  },
  {
    title: 'Staying silent, or away, is a choice',
    text: 'Count who was there if you like. Never list who was not.',
  },
] as const;
