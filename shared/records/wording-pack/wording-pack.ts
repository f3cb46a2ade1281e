/**
 * The words of a licensed form, loaded by a service that holds the licence (docs/wording-packs.md). They are the
 * licence holder's: used for forms, changed by nobody, and in nothing that leaves the vault.
 */
import { wordingPackSchema, type WordingPack } from '@shared/instruments/wording-pack';
import { defineKind } from '../record-kind';

export const wordingPackKind = defineKind<WordingPack, 'wording-pack', 'items' | 'answers' | 'introduction'>({
  kind: 'wording-pack',
  tableId: 24,
  schemaVersion: 1,
  schema: wordingPackSchema,
  migrations: {},
  label: { one: 'wording pack', many: 'wording packs' },
  people: () => [],
  retention: null,
  // The form's own words stay as licensed. Only the line about the licence is written by somebody here.
  without: (pack, erased) => ({ ...pack, licence: erased.line(pack.licence) }),
  hasProse: false,
  longFields: ['items', 'answers', 'introduction'],
  fieldLabels: {
    format: 'Kind of file',
    formatVersion: 'Version of the format',
    instrument: 'Measure',
    instrumentVersion: 'Version of the key',
    language: 'Language',
    licence: 'Licence',
    notice: 'Copyright line',
    introduction: 'Introduction',
    items: 'Items',
    answers: 'Answers',
  },
  disclosure: {
    format: 'internal',
    formatVersion: 'internal',
    instrument: 'internal',
    instrumentVersion: 'internal',
    language: 'internal',
    licence: 'freeText',
    notice: 'internal',
    introduction: 'internal',
    items: 'internal',
    answers: 'internal',
  },
  examples: [
    {
      format: 'steading-wording',
      formatVersion: 1,
      instrument: 'swemwbs',
      instrumentVersion: 1,
      language: 'en-GB',
      licence: 'Held by an example service',
      notice: 'A made-up copyright line',
      introduction: 'A made-up introduction',
      items: [1, 2, 3, 4, 5, 6, 7].map((number) => ({ number, text: `Made-up item ${number}` })),
      answers: [
        {
          items: [1, 2, 3, 4, 5, 6, 7],
          options: [1, 2, 3, 4, 5].map((value) => ({ value, text: `Made-up answer ${value}` })),
        },
      ],
    },
  ],
  olderExamples: [],
});
