/** A short measure that the service composed itself, in its own words: not validated, for talk and its own trend. */
import { ownMeasureSchema, type OwnMeasure } from '@shared/instruments/own-measure';
import { pulseMeasure } from '@shared/instruments/pulse';
import { defineKind } from '../record-kind';

export const ownMeasureKind = defineKind<OwnMeasure, 'own-measure'>({
  kind: 'own-measure',
  tableId: 25,
  schemaVersion: 1,
  schema: ownMeasureSchema,
  migrations: {},
  label: { one: 'measure of our own', many: 'measures of our own' },
  people: () => [],
  retention: null,
  without: (measure, erased) => ({
    ...measure,
    title: erased.line(measure.title),
    about: erased.line(measure.about),
    introduction: erased.note(measure.introduction),
    answers: measure.answers.map((answer) => ({ ...answer, text: erased.line(answer.text) })),
    items: measure.items.map((item) => ({ ...item, text: erased.line(item.text) })),
    scales: measure.scales.map((scale) => ({ ...scale, title: erased.line(scale.title) })),
  }),
  hasProse: true,
  fieldLabels: {
    format: 'Kind of file',
    formatVersion: 'Version of the format',
    id: 'Short name',
    version: 'Version',
    title: 'Title',
    about: 'About',
    introduction: 'Introduction',
    minutes: 'Minutes',
    answers: 'Answers',
    items: 'Items',
    scales: 'Scales',
  },
  disclosure: {
    format: 'internal',
    formatVersion: 'internal',
    id: 'internal',
    version: 'internal',
    title: 'freeText',
    about: 'freeText',
    introduction: 'freeText',
    minutes: 'internal',
    answers: 'freeText',
    items: 'freeText',
    scales: 'freeText',
  },
  examples: [{ ...pulseMeasure, id: 'our-pulse', title: 'Our pulse' }],
  olderExamples: [],
});
