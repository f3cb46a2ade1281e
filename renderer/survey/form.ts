/**
 * The form: what it is about, the questions in pages, a last look. Built of plain elements, because the survey file
 * holds it too. Nothing of the answers is in an address, a title or a storage; going to another page is no history.
 */
import { button, el, focusHeading } from './dom';
import type { FormContent, FormDeps, MountedForm } from './form-content';
import { checkPage, introPage, questionsPage } from './form-views';
import { formItems, pagesOf } from './form-pages';
import { progressBar } from './progress';
import styles from './form.module.css';

export function mountForm(root: HTMLElement, form: FormContent, deps: FormDeps): MountedForm {
  const items = formItems(form.wording);
  const pages = pagesOf(items);
  const answers: (number | null)[] = items.map(() => null);
  let split: number | null = null;
  let isMounted = true;

  const hasAnswers = (): boolean => split !== null || answers.some((answer) => answer !== null);
  const progress = progressBar(items.length);
  const frame = el('form', {
    class: styles['form'],
    // Browsers keep what stands in a form, to bring it back after a restart. Not this one.
    autocomplete: 'off',
    novalidate: '',
  });
  frame.addEventListener('submit', (event) => event.preventDefault());

  const showProgress = (page: number): void =>
    progress.show({
      answered: answers.filter((answer) => answer !== null).length,
      page,
      pages: pages.length,
    });

  function unmount(): void {
    if (!isMounted) return;
    isMounted = false;
    answers.fill(null);
    split = null;
    root.replaceChildren();
  }

  function show(heading: HTMLElement, ...parts: readonly HTMLElement[]): void {
    frame.replaceChildren(...parts);
    focusHeading(heading, frame);
  }

  function showIntro(isFirst: boolean): void {
    const intro = introPage(form, deps.about, { start: () => showQuestions(0) });
    frame.replaceChildren(intro.element);
    if (!isFirst || deps.takesFocus) focusHeading(intro.heading, frame);
  }

  /** `from`: the item that gets the focus, instead of the heading. */
  function showQuestions(page: number, from: number | null = null): void {
    const isLast = page === pages.length - 1;
    const view = questionsPage({
      form,
      items: pages[page] ?? [],
      page,
      pages: pages.length,
      hasSplit: isLast && form.split !== null,
      answerTo: (item) => answers[item - 1] ?? null,
      split: () => split,
      onAnswer: (item, value) => {
        answers[item - 1] = value;
        showProgress(page);
      },
      onSplit: (place) => {
        split = place;
      },
    });
    const foot = el(
      'div',
      { class: styles['foot'] },
      button(styles['button'], 'Back', () => {
        if (page === 0) showIntro(false);
        else showQuestions(page - 1);
      }),
      button(styles['primary'], isLast ? 'Look over and finish' : 'Next', () => {
        if (isLast) showCheck();
        else showQuestions(page + 1);
      }),
    );
    showProgress(page);
    show(view.heading, progress.element, view.element, foot);
    if (from !== null) view.focusItem(from);
  }

  function showCheck(): void {
    const view = checkPage({
      total: items.length,
      leftOut: items.filter(({ number }) => answers[number - 1] === null).map(({ number }) => number),
      hasAnything: answers.some((answer) => answer !== null),
      finish: deps.finish,
      goTo: (item) => {
        const page = pages.findIndex((onPage) => onPage.some(({ number }) => number === item));
        showQuestions(page, item);
      },
      back: () => showQuestions(pages.length - 1),
      done: () => {
        const filled = { answers: [...answers], split };
        unmount();
        deps.onDone(filled);
      },
    });
    show(view.heading, view.element);
  }

  root.replaceChildren(frame);
  showIntro(true);
  return { hasAnswers, unmount };
}
