/** How far somebody is. Stands above the questions; not read out at every answer, which would talk over the next one. */
import { el } from './dom';
import styles from './form.module.css';

export interface Progress {
  readonly element: HTMLElement;
  show(state: { readonly answered: number; readonly page: number; readonly pages: number }): void;
}

export function progressBar(total: number): Progress {
  const answeredText = el('span');
  const pageText = el('span');
  const bar = el('span', { class: styles['bar'] });
  const element = el(
    'div',
    { class: styles['progress'] },
    el('div', { class: styles['progressWords'] }, answeredText, pageText),
    // The words above say the same.
    el('span', { class: styles['track'], 'aria-hidden': 'true' }, bar),
  );
  return {
    element,
    show: ({ answered, page, pages }) => {
      answeredText.textContent = `${answered} of ${total} answered`;
      pageText.textContent = pages > 1 ? `Page ${page + 1} of ${pages}` : '';
      bar.style.setProperty('inline-size', `${(100 * answered) / total}%`);
    },
  };
}
