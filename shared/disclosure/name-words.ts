/** Names as a roster has them, and how they are found again in a text. */
import { otherFormsOf } from './short-names';

/** First names and surnames that are English words: in small letters they are the word, with a capital the name. */
const wordNames = new Set(
  `abbey amber angel april archer art august autumn baker banks bar barber bay bean bell berry best bill bird
  bishop black blue bond booth bow bowling bridge bridges brook brooks brown bull burn bush butcher butler
  carpenter carter case cash chance chandler charity chase church cliff close coal comfort constant cook cooper
  court cross dawn day dean dear dock dove drake drew drum duke earl early east faith farmer father field finch
  fisher flint flower forest foster fox frank french frost gardener garland gentle ginger glass gold good grace
  grant gray green grey ground grove guy hall happy hardy harmony harvest head heart heath hill home honey
  honour hood hooker hope horn house hunt hunter ivory jet joiner joker jolly joy judge july june justice key
  kid kind king kit knight lace lake lamb lance land lane large law lawn leaf lee light little lock long lord
  love low lucky major mark market marsh masters may mercy merry miles mill miller mills mint mister misty moon
  more moss mountain noble norm north nurse oak oats opal page palmer park parker patience pearl pepper pet
  petal plant pole pond pool porter post potter pound power precious price pride prince prior prudence queen
  quick rain ray read red reed regal rich ridge ring river rivers road rock rod root rose round row rowan royal
  rush rust sage salmon salt sand sandy savage scarlet school self senior serene sharp shaw shepherd short
  silver singer skipper sky slaughter small smart smith snow sparks spear speed spice spring stable star steel
  stock stone storm street strong stud summer summers sunny swan sweet swift tanner taylor temple thorn tiger
  timber tower town trace trust turner twist usher vale vine wait walker wall walls ward warden warm washer
  waters way welcome well wells west wheat wheeler whisky white wild will willow winter winters wise wolf wood
  woods woody word worth wright young`
    .trim()
    .split(/\s+/u),
);

/** Short forms that are ordinary words too: a reader is asked, since "Will" and "Max" start many a sentence. */
const wordShortForms = new Set(
  'bob don dot ed em gus jock kit mal max mick nat pat peg rob sue tam val'.split(' '),
);

const titles = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister fr sr jr'.split(' '),
);

/** Parts of a surname that are no name by themselves. */
const particles = new Set(
  'de da di do du del dos della des van von der den ter ten te la le les el al bin ibn bint ap ab of the and y e san st mac mc nic ni'.split(
    ' ',
  ),
);

/** Letters that no accent can be taken off from. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
}; // prettier-ignore

/** Cyrillic and Greek letters that look like Latin ones: a name may have been typed, or hidden, with them. */
const lookAlikes = { from: 'авекмнорстхуіѕјαειοκνρτυχ', to: 'abekmhopctxyisjaeiokvptux' };

/** Small letters, no accents, no look-alikes: what two spellings of one name have in common. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => {
      const place = lookAlikes.from.indexOf(letter);
      return place < 0 ? letter : lookAlikes.to.charAt(place);
    });
}

export interface NameIndex {
  /** True for one word of a text that is a name of somebody; a possessive or plural s may be on it. */
  isName(word: string): boolean;
  /** True for a short form of somebody's name that is an ordinary word too (Will, Max). */
  isDoubtful(word: string): boolean;
  /** True for two or three words that are a name when written as one (Mac Leod). */
  isNameWhenJoined(words: readonly string[]): boolean;
  /** True for a letter that somebody's name starts with. */
  isInitial(letter: string): boolean;
  /** True for initials of one person, in order (MK, M.K.). */
  areInitials(letters: string): boolean;
}

function withVariants(name: string): string[] {
  if (/^mac[^aeiouhk]?\p{L}{3}/u.test(name)) return [name, `mc${name.slice(3)}`];
  return /^mc\p{L}{3}/u.test(name) ? [name, `mac${name.slice(2)}`] : [name];
}

export function createNameIndex(roster: readonly string[]): NameIndex {
  const names = new Set<string>();
  const initials = new Set<string>();
  const initialsOfOne = new Set<string>();
  const shortForms = new Set<string>();
  const add = (name: string): void => {
    if (name.length >= 2) for (const variant of withVariants(name)) names.add(variant);
  };
  for (const person of roster) {
    const words = foldName(person)
      .replace(/[’‘ʼ`´]/gu, "'")
      .split(/[^\p{L}\p{N}'-]+/u)
      .filter((word) => word !== '' && !titles.has(word));
    const wholes: string[] = [];
    words.forEach((word, place) => {
      const parts = word.split(/['-]+/u).filter((part) => part !== '');
      const whole = parts.join('');
      if (whole === '') return;
      wholes.push(whole);
      if (place > 0 && particles.has(whole)) return;
      add(whole);
      for (const form of otherFormsOf(whole)) shortForms.add(form);
      if (parts.length > 1) for (const part of parts) if (part.length >= 3) add(part);
      initials.add(whole.charAt(0));
    });
    // As one word: a user name, or a surname in two parts.
    for (let from = 0; from < wholes.length; from += 1) {
      for (let to = from + 2; to <= wholes.length; to += 1) add(wholes.slice(from, to).join(''));
    }
    const letters = wholes.map((whole) => whole.charAt(0)).join('');
    initialsOfOne.add(letters).add(`${letters.charAt(0)}${letters.at(-1) ?? ''}`);
  }
  /** Too short, or a word: in small letters it is more likely something else. */
  const needsCapital = (folded: string): boolean => folded.length <= 2 || wordNames.has(folded);
  // A text says the same words over and over, and each is asked for alone and beside its neighbours.
  const folds = new Map<string, string>();
  const foldOnce = (word: string): string => {
    const known = folds.get(word);
    if (known !== undefined) return known;
    if (folds.size > 20_000) folds.clear();
    const folded = foldName(word);
    folds.set(word, folded);
    return folded;
  };
  const startsWithCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
  const isWord = (folded: string): boolean => needsCapital(folded) || wordShortForms.has(folded);
  const matches = (folded: string, hasCapital: boolean): boolean =>
    (names.has(folded) && (hasCapital || !needsCapital(folded))) ||
    (hasCapital && shortForms.has(folded) && !isWord(folded));
  return {
    isName: (word) => {
      const folded = foldOnce(word);
      const hasCapital = startsWithCapital(word);
      if (matches(folded, hasCapital)) return true;
      const single = folded.replace(/s$/u, '');
      return single !== folded && single.length >= 3 && matches(single, hasCapital);
    },
    isDoubtful: (word) => {
      const folded = foldOnce(word);
      return startsWithCapital(word) && shortForms.has(folded) && isWord(folded) && !names.has(folded);
    },
    isNameWhenJoined: (words) => {
      const joined = words.map(foldOnce).join('');
      const areNames = words.every((word) => {
        const folded = foldOnce(word);
        return startsWithCapital(word) || particles.has(folded) || !needsCapital(folded);
      });
      return joined.length >= 4 && areNames && matches(joined, startsWithCapital(words.at(-1) ?? ''));
    },
    isInitial: (letter) => initials.has(foldName(letter)),
    areInitials: (letters) => letters.length >= 2 && initialsOfOne.has(foldName(letters)),
  };
}
