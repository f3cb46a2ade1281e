/** The three kinds of page that the form shows, without the walk between them (form.ts). */
import type { FinishWords, FormPart } from '@shared/survey/form-words';
import { button, el } from './dom';
import type { FormContent } from './form-content';
import type { FormItem } from './form-pages';
import { question, type Question } from './question';
import styles from './form.module.css';

interface View {
  readonly element: HTMLElement;
  readonly heading: HTMLElement;
}

const list = (lines: readonly string[]): HTMLElement =>
  el('ul', { class: styles['list'], role: 'list' }, ...lines.map((line) => el('li', {}, line)));

/** A wording's own paragraphs; it may be in another language, written the other way. */
function paragraphs(text: string, language: string, className: string | undefined): HTMLElement[] {
  return text
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => el('p', { class: className, lang: language, dir: 'auto' }, line));
}

function aboutPart({ heading, lines, isFolded }: FormPart): HTMLElement {
  if (isFolded) {
    return el(
      'details',
      { class: styles['fold'] },
      el('summary', { class: styles['summary'] }, heading),
      list(lines),
    );
  }
  return el(
    'section',
    { class: styles['part'] },
    el('h2', { class: styles['partHead'] }, heading),
    list(lines),
  );
}

export function introPage(
  form: FormContent,
  about: readonly FormPart[],
  { start }: { readonly start: () => void },
): View {
  const { wording, serviceName, closesOn, isValidated } = form;
  const heading = el('h1', { class: styles['title'], lang: wording.language, dir: 'auto' }, wording.title);
  const count = `${wording.items.length} ${wording.items.length === 1 ? 'question' : 'questions'}`;
  const facts = [serviceName, count, closesOn === '' ? '' : `Open until ${closesOn}`].filter(
    (fact) => fact !== '',
  );
  return {
    heading,
    element: el(
      'div',
      { class: styles['page'] },
      heading,
      el(
        'ul',
        { class: styles['facts'], role: 'list' },
        ...facts.map((fact) => el('li', { dir: 'auto' }, fact)),
      ),
      ...paragraphs(wording.introduction, wording.language, styles['introduction']),
      el('div', { class: styles['about'] }, ...about.map(aboutPart)),
      el('div', { class: styles['foot'] }, button(styles['primary'], 'Begin', start)),
      el(
        'div',
        { class: styles['small'] },
        ...(isValidated
          ? []
          : [
              el(
                'p',
                {},
                'These questions have not been tested in research. They are a start for talking, not a measurement.',
              ),
            ]),
        ...paragraphs(wording.notice, wording.language, undefined),
      ),
    ),
  };
}

/** Longer than this it is read once, on the first page. */
const longestReminder = 300;

/** The time that the questions are about has to stay in sight, on whichever page somebody is. */
const reminder = ({ wording: { introduction, language } }: FormContent): HTMLElement[] =>
  introduction.length > longestReminder ? [] : paragraphs(introduction, language, styles['reminder']);

interface QuestionsDeps {
  readonly form: FormContent;
  readonly items: readonly FormItem[];
  readonly page: number;
  readonly pages: number;
  readonly hasSplit: boolean;
  readonly answerTo: (item: number) => number | null;
  readonly split: () => number | null;
  readonly onAnswer: (item: number, value: number | null) => void;
  readonly onSplit: (place: number | null) => void;
}

function splitQuestion({ form, split, onSplit }: QuestionsDeps): HTMLElement[] {
  if (form.split === null) return [];
  const asked = question({
    name: 'part-of-service',
    text: form.split.question,
    number: null,
    options: form.split.options.map((text, value) => ({ value, text })),
    language: 'en-GB',
    chosen: split(),
    onChoose: onSplit,
  });
  return [
    el('h2', { class: styles['partHead'] }, 'One more, if you like'),
    el(
      'p',
      { class: styles['hint'] },
      'It is used for figures about parts of the service. Leave it out if you would rather not say.',
    ),
    el('div', { class: styles['sheet'] }, asked.element),
  ];
}

export function questionsPage(deps: QuestionsDeps): View & { readonly focusItem: (item: number) => void } {
  const { form, items } = deps;
  const [first, last] = [items[0]?.number ?? 1, items.at(-1)?.number ?? 1];
  const heading = el(
    'h1',
    { class: styles['pageHead'] },
    deps.pages === 1 ? 'Questions' : `Questions ${first} to ${last}`,
  );
  const asked = new Map<number, Question>(
    items.map(({ number, text, options }) => [
      number,
      question({
        name: `item-${number}`,
        text,
        number,
        options,
        language: form.wording.language,
        chosen: deps.answerTo(number),
        onChoose: (value) => deps.onAnswer(number, value),
      }),
    ]),
  );
  return {
    heading,
    element: el(
      'div',
      { class: styles['page'] },
      heading,
      ...reminder(form),
      el('div', { class: styles['sheet'] }, ...[...asked.values()].map(({ element }) => element)),
      ...(deps.hasSplit ? splitQuestion(deps) : []),
    ),
    focusItem: (item) => asked.get(item)?.focus(),
  };
}

interface CheckDeps {
  readonly total: number;
  readonly leftOut: readonly number[];
  readonly hasAnything: boolean;
  readonly finish: FinishWords;
  readonly goTo: (item: number) => void;
  readonly back: () => void;
  readonly done: () => void;
}

function leftOutPart({ total, leftOut, goTo }: CheckDeps): HTMLElement[] {
  const answered = el('p', { class: styles['lede'] }, `${total - leftOut.length} of ${total} answered.`);
  if (leftOut.length === 0) return [answered];
  return [
    answered,
    el('p', {}, 'You left these out. That is all right. To answer one, choose its number.'),
    el(
      'ul',
      { class: styles['numbers'], role: 'list', 'aria-label': 'Questions left out' },
      ...leftOut.map((item) => {
        const go = button(styles['numberButton'], String(item), () => goTo(item));
        go.setAttribute('aria-label', `Question ${item}`);
        return el('li', {}, go);
      }),
    ),
  ];
}

export function checkPage(deps: CheckDeps): View {
  const heading = el('h1', { class: styles['pageHead'] }, 'Before you finish');
  return {
    heading,
    element: el(
      'div',
      { class: styles['page'] },
      heading,
      ...(deps.hasAnything
        ? [...leftOutPart(deps), el('p', {}, deps.finish.next)]
        : [
            el(
              'p',
              {},
              'Nothing is answered, so there is nothing to hand over. You can go back, or stop here.',
            ),
          ]),
      el(
        'div',
        { class: styles['foot'] },
        button(styles['button'], 'Back to the questions', deps.back),
        ...(deps.hasAnything ? [button(styles['primary'], deps.finish.label, deps.done)] : []),
      ),
    ),
  };
}
