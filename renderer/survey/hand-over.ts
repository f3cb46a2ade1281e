/** What stands in the survey file once the answers are sealed: three ways to hand the reply over, and the way on. */
import { sendingLines } from '@shared/survey/form-words';
import { button, el, focusHeading } from './dom';
import styles from './form.module.css';
import { qrDrawing } from './qr-code';
import { replyFileName } from './reply-name';

export interface HandOverDeps {
  /** One line: what a reply is as a file, as text and as a QR code. */
  readonly reply: string;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Told at the first sign that the reply is out of this page. */
  readonly onHandedOver: () => void;
  readonly startAgain: () => void;
}

/** Without a line end the last reply of one file and the first of the next would stand on one line, when gathered. */
const fileText = (reply: string): string => `${reply}\n`;

function save(name: string, reply: string): void {
  const url = URL.createObjectURL(new Blob([fileText(reply)], { type: 'application/octet-stream' }));
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function asText({ reply, onHandedOver }: HandOverDeps, say: (words: string) => void): HTMLElement {
  const area = el('textarea', {
    class: styles['replyText'],
    id: 'reply-text',
    readonly: '',
    rows: '8',
    spellcheck: 'false',
    autocomplete: 'off',
    translate: 'no',
  });
  area.value = reply;
  // A browser may not have this in a file, or refuse it: then the text is selected, and the keyboard can do it.
  const selected = (): void => say('The text is selected. Copy it with your keyboard or by a long press.');
  const copy = button(styles['button'], 'Copy the text', () => {
    area.focus();
    area.select();
    const { clipboard } = navigator as Partial<Navigator>;
    if (clipboard === undefined) {
      selected();
      return;
    }
    clipboard.writeText(reply).then(() => {
      onHandedOver();
      say('Copied. You can paste it where you were told to.');
    }, selected);
  });
  return el(
    'div',
    { class: styles['panel'] },
    el('label', { for: 'reply-text', class: styles['panelLabel'] }, 'Your sealed reply as text'),
    area,
    copy,
  );
}

const asQr = ({ reply }: HandOverDeps): HTMLElement =>
  el(
    'div',
    { class: styles['panel'] },
    el(
      'p',
      {},
      'Somebody can photograph this code from your screen. It holds the sealed reply and nothing else.',
    ),
    el(
      'div',
      { class: styles['qr'] },
      qrDrawing(reply, 'QR code with your sealed reply', styles['qrDrawing']),
    ),
  );

interface Way {
  readonly opener: HTMLButtonElement;
  readonly place: HTMLElement;
}

/** Buttons that each open and close a place below; opening one closes the others. What a place shows is made once. */
function disclosures(
  ways: readonly { readonly label: string; readonly id: string; readonly make: () => HTMLElement }[],
): readonly Way[] {
  const all: Way[] = ways.map(({ label, id, make }) => {
    const place = el('div', { id, hidden: '' });
    const opener = button(styles['button'], label, () => {
      const isOpening = place.hidden;
      for (const way of all) {
        way.place.hidden = true;
        way.opener.setAttribute('aria-expanded', 'false');
      }
      if (!isOpening) return;
      if (place.childElementCount === 0) place.append(make());
      place.hidden = false;
      opener.setAttribute('aria-expanded', 'true');
    });
    opener.setAttribute('aria-expanded', 'false');
    opener.setAttribute('aria-controls', id);
    return { opener, place };
  });
  return all;
}

export function showHandOver(root: HTMLElement, deps: HandOverDeps): void {
  const heading = el('h1', { class: styles['pageHead'] }, 'Your answers are sealed');
  const status = el('p', { class: styles['status'], role: 'status' });
  const say = (words: string): void => {
    status.textContent = words;
  };
  const saving = button(styles['primary'], 'Save my sealed reply', () => {
    const name = replyFileName(deps.random);
    save(name, deps.reply);
    deps.onHandedOver();
    say(`Look in your downloads for ${name}. Move it to where you were told to put it.`);
  });
  const shown = disclosures([
    { label: 'Show as text', id: 'as-text', make: () => asText(deps, say) },
    {
      label: 'Show as QR code',
      id: 'as-qr',
      make: () => {
        deps.onHandedOver();
        return asQr(deps);
      },
    },
  ]);
  const page = el(
    'div',
    { class: styles['page'] },
    heading,
    el(
      'p',
      { class: styles['lede'] },
      'They cannot be read on this device any more. Hand your reply over in one of these ways.',
    ),
    el(
      'div',
      { class: styles['ways'] },
      el('div', { class: styles['foot'] }, saving, ...shown.map(({ opener }) => opener)),
      status,
      ...shown.map(({ place }) => place),
    ),
    el(
      'section',
      { class: styles['part'] },
      el('h2', { class: styles['partHead'] }, 'What each way can show'),
      el('ul', { class: styles['list'], role: 'list' }, ...sendingLines.map((line) => el('li', {}, line))),
    ),
    el(
      'section',
      { class: styles['part'] },
      el('h2', { class: styles['partHead'] }, 'Does somebody else answer on this device?'),
      el('p', {}, 'This clears the page first. The next person finds an empty form.'),
      button(styles['button'], 'Start again for the next person', deps.startAgain),
    ),
  );
  root.replaceChildren(page);
  focusHeading(heading, root);
}
