/** The quick start as a person goes through it, by the page's own controls: what the app takes of it, without the typing. */
import { onScreen, shown } from '../screens/on-screen.js';

export interface QuickStart {
  /** From the shortcut to the first question. */
  readonly formMs: number;
  /** From "Open the plan" to the plan on the screen: it is on the disk by then. */
  readonly planMs: number;
}

const form = 'form[aria-label="New incident plan"]';
const freshPlan = 'section[aria-label="Your plan is saved"]';

export async function quickStart(): Promise<QuickStart> {
  const { firstMs: formMs } = await shown(`${form} input[value="yes"]`, 1, () => {
    window.location.hash = '#/incidents/new';
  });
  find(HTMLInputElement, `${form} input[value="yes"]`).click();
  set(find(HTMLSelectElement, `${form} select[name="eventType"]`), 'drug-related-death');
  set(find(HTMLInputElement, `${form} input[name="facts"]`), 'Made-up facts in one line.');
  await onScreen(form, 1);
  const { firstMs: planMs } = await shown(freshPlan, 1, () => {
    find(HTMLFormElement, form).requestSubmit();
  });
  return { formMs, planMs };
}

function find<E extends Element>(kind: abstract new () => E, selector: string): E {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The quick start has no ${selector}`);
  return found;
}

/** React hears of a value that was set past its own setter when the event comes. */
function set(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  const prototype: object =
    control instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(
    new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
  );
}
