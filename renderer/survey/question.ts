/** One question: a group of radio buttons, which may be left out, and cleared again. */
import { el } from './dom';
import styles from './form.module.css';

export interface Question {
  readonly element: HTMLElement;
  focus(): void;
}

interface QuestionDeps {
  /** Of the radio buttons; one form has each only once. */
  readonly name: string;
  readonly text: string;
  /** Before the text: an item's number. */
  readonly number: number | null;
  readonly options: readonly { readonly value: number; readonly text: string }[];
  /** Of text and options, when they are not our own words. */
  readonly language: string;
  readonly chosen: number | null;
  readonly onChoose: (value: number | null) => void;
}

/** Side by side where there is room: answers of a few short words, the longest of which fits into a column. */
function fitsInRow(options: QuestionDeps['options']): boolean {
  const longestWord = Math.max(
    ...options.flatMap(({ text }) => text.split(/[\s/]+/u)).map((word) => word.length),
  );
  return options.every(({ text }) => text.length <= 36) && options.length * longestWord <= 60;
}

export function question(deps: QuestionDeps): Question {
  const wording = { lang: deps.language, dir: 'auto' };
  const radios = deps.options.map(({ value }) => {
    const radio = el('input', {
      type: 'radio',
      name: deps.name,
      value: String(value),
      class: styles['radio'],
    });
    radio.checked = value === deps.chosen;
    return radio;
  });

  const clear = el('button', { type: 'button', class: styles['clear'] }, 'Clear answer');
  clear.hidden = deps.chosen === null;

  radios.forEach((radio) => {
    radio.addEventListener('change', () => {
      clear.hidden = false;
      deps.onChoose(Number(radio.value));
    });
  });
  clear.addEventListener('click', () => {
    for (const radio of radios) radio.checked = false;
    // Before it goes: the focus may not be on something that is no longer there.
    radios[0]?.focus();
    clear.hidden = true;
    deps.onChoose(null);
  });

  const options = deps.options.map(({ text }, index) =>
    el('label', { class: styles['option'], ...wording }, radios[index] ?? '', el('span', {}, text)),
  );
  const legend = el(
    'legend',
    { class: styles['legend'] },
    ...(deps.number === null ? [] : [el('span', { class: styles['number'] }, `${deps.number}.`), ' ']),
    el('span', wording, deps.text),
  );
  return {
    // Padding is on what is around the group: a legend would stand on its edge.
    element: el(
      'div',
      { class: styles['question'] },
      el(
        'fieldset',
        {},
        legend,
        el(
          'div',
          { class: styles['options'], 'data-layout': fitsInRow(deps.options) ? 'row' : 'list', dir: 'auto' },
          ...options,
        ),
        clear,
      ),
    ),
    focus: () => {
      (radios.find((radio) => radio.checked) ?? radios[0])?.focus();
    },
  };
}
