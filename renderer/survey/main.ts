/**
 * The survey file's own script: reads the form that stands in the file, lets it be answered, seals. It has no clock and
 * no storage, asks nothing of the machine but random bytes, and the file's policy lets it reach no address.
 */
import '../ui/tokens.css';
import '../ui/global.css';
import './page.css';
import { aboutForm, finishWords } from '@shared/survey/form-words';
import { fromBase64Url } from '@shared/survey/reply-format';
import type { SurveyForm } from '@shared/survey/survey-form';
import { el, focusHeading } from './dom';
import { mountForm } from './form';
import type { FilledForm, MountedForm } from './form-content';
import styles from './form.module.css';
import { showHandOver } from './hand-over';
import { sealReply, trySealing } from './seal';

const publicKeyBytes = 32;
const random = (bytes: Uint8Array<ArrayBuffer>): void => {
  crypto.getRandomValues(bytes);
};

/** Anything there that would be lost with the page: answers, or a reply that nobody has taken out of it. */
let isUnfinished: () => boolean = () => false;
let mounted: MountedForm | null = null;

function say(root: HTMLElement, title: string, ...lines: readonly string[]): void {
  const heading = el('h1', { class: styles['pageHead'] }, title);
  const words = lines.map((line) => el('p', {}, line));
  root.replaceChildren(el('div', { class: styles['page'] }, heading, ...words));
  focusHeading(heading, root);
}

function hasWhatSealingNeeds(): boolean {
  const { WebAssembly: assembly, crypto: source } = globalThis as Partial<typeof globalThis>;
  return typeof assembly === 'object' && typeof source?.getRandomValues === 'function';
}

function begin(root: HTMLElement, form: SurveyForm, publicKey: Uint8Array, takesFocus: boolean): void {
  const begun = mountForm(root, form, {
    about: aboutForm('file', form.split !== null),
    finish: finishWords.file,
    takesFocus,
    onDone: (filled) => void seal(root, form, publicKey, filled),
  });
  mounted = begun;
  isUnfinished = begun.hasAnswers;
}

async function seal(
  root: HTMLElement,
  form: SurveyForm,
  publicKey: Uint8Array,
  filled: FilledForm,
): Promise<void> {
  let isHandedOver = false;
  isUnfinished = () => !isHandedOver;
  const reply = await sealReply(filled, publicKey, { random });
  filled.answers.fill(null);
  showHandOver(root, {
    reply,
    random,
    onHandedOver: () => {
      isHandedOver = true;
    },
    startAgain: () => begin(root, form, publicKey, true),
  });
}

const sayNoSealing = (root: HTMLElement): void =>
  say(
    root,
    'This browser cannot seal answers',
    'Nothing is wrong with you or your device, and nothing was sent.',
    'Open this file in a current Firefox, Chrome, Edge or Safari, or ask for the form on paper.',
  );

const sayChanged = (root: HTMLElement): void =>
  say(root, 'This file was changed on its way', 'Ask for it again, or for the form on paper.');

function start(): void {
  const root = document.getElementById('survey');
  const data = document.getElementById('form')?.textContent;
  if (root === null || data === undefined) return;
  const form = JSON.parse(data) as SurveyForm;
  const publicKey = fromBase64Url(form.publicKey);
  if (!hasWhatSealingNeeds()) {
    sayNoSealing(root);
    return;
  }
  if (publicKey?.length !== publicKeyBytes) {
    sayChanged(root);
    return;
  }
  begin(root, form, publicKey, false);
  // The library takes a moment to start, and the form need not wait for it.
  void trySealing(publicKey).then((sealing) => {
    if (sealing === 'works') return;
    mounted?.unmount();
    isUnfinished = () => false;
    if (sealing === 'no-key') sayChanged(root);
    else sayNoSealing(root);
  });

  window.addEventListener('beforeunload', (event) => {
    if (isUnfinished()) event.preventDefault();
  });
  // A browser may keep a page that was left and show it again, as it was, to whoever presses Back.
  window.addEventListener('pagehide', () => mounted?.unmount());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) begin(root, form, publicKey, false);
  });
}

start();
