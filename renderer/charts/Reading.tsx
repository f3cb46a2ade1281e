/** What a control chart of now says: two small pictures of our own, each with its words beside it. */
import type { ChartReading } from '@shared/charts/chart-spec';
import styles from './chart.module.css';

type Variation = ChartReading['variation']['icon'];
type Assurance = NonNullable<ChartReading['assurance']>['icon'];
type Tone = 'improvement' | 'concern' | 'neutral' | 'usual';

const toneColour: Readonly<Record<Tone, string>> = {
  improvement: 'var(--s2)',
  concern: 'var(--s4)',
  neutral: 'var(--s3)',
  usual: 'var(--control)',
};

/** Heights of six points in a circle of 44: around the middle, or leaving it. */
const usualHeights = [24, 18, 26, 20, 25, 19] as const;
const risingHeights = [30, 26, 29, 22, 17, 13] as const;

function toneOf(icon: Variation): Tone {
  if (icon === 'common-cause') return 'usual';
  if (icon.startsWith('improvement')) return 'improvement';
  return icon.startsWith('concern') ? 'concern' : 'neutral';
}

/** Drawn, not written: a letter alone is no text, and looks the same in every font. Around its own middle. */
const letters = {
  H: 'M-3.5-5V5M3.5-5V5M-3.5 0H3.5',
  L: 'M-3-5V5H3.5',
  P: 'M-3 5V-5H.5a2.9 2.9 0 0 1 0 5.8H-3',
  F: 'M-3 5V-5H3.5M-3-.3H2.5',
  '?': 'M-3-2.4C-3-6 3.2-6 3.2-2.3C3.2-.2 0-.2 0 2.2M0 5v.4',
} as const;

function Letter(props: { readonly letter: keyof typeof letters; readonly x: number; readonly y: number }) {
  return (
    <path
      d={letters[props.letter]}
      transform={`translate(${props.x} ${props.y})`}
      fill="none"
      stroke="var(--text)"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

/** A circle with the way the figures go, and H or L for higher and lower. */
export function VariationIcon(props: { readonly icon: Variation }) {
  const tone = toneOf(props.icon);
  const colour = toneColour[tone];
  const isLow = props.icon.endsWith('low');
  const heights = (tone === 'usual' ? usualHeights : risingHeights).map((y) => (isLow ? 44 - y : y));
  const xs = heights.map((_, index) => 9 + index * 5.2);
  const line = heights.map((y, index) => `${index === 0 ? 'M' : 'L'}${xs[index] ?? 0},${y}`).join('');
  return (
    <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" className={styles.icon}>
      <circle cx="22" cy="22" r="20.5" fill="var(--card)" stroke={colour} strokeWidth="2.5" />
      <path d="M5 22H39" stroke="var(--line-2)" strokeWidth="1" />
      <path d={line} fill="none" stroke={colour} strokeWidth="1.5" />
      {heights.map((y, index) => (
        <circle
          key={xs[index]}
          cx={xs[index]}
          cy={y}
          r="2.4"
          fill={tone === 'usual' || index > 2 ? colour : 'var(--card)'}
          stroke={colour}
        />
      ))}
      {tone !== 'usual' && <Letter letter={isLow ? 'L' : 'H'} x={13} y={isLow ? 31 : 13} />}
    </svg>
  );
}

const assuranceLook: Readonly<
  Record<Assurance, { readonly letter: 'P' | 'F' | '?'; readonly colour: string }>
> = {
  pass: { letter: 'P', colour: 'var(--s2)' },
  fail: { letter: 'F', colour: 'var(--s4)' },
  'hit-or-miss': { letter: '?', colour: 'var(--control)' },
};

/** A circle with the target as a line, and the usual range above it, below it, or across it. */
export function AssuranceIcon(props: { readonly icon: Assurance }) {
  const { letter, colour } = assuranceLook[props.icon];
  const wave =
    props.icon === 'hit-or-miss'
      ? 'M8 31L14 22L20 32L26 22L32 32L37 24'
      : 'M9 34L15 31L20 35L26 31L31 35L35 32';
  return (
    <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" className={styles.icon}>
      <circle cx="22" cy="22" r="20.5" fill="var(--card)" stroke={colour} strokeWidth="2.5" />
      <path d="M4 27H40" stroke="var(--text)" strokeWidth="1.5" strokeDasharray="4 3" />
      <path d={wave} fill="none" stroke={colour} strokeWidth="2" strokeLinejoin="round" />
      <Letter letter={letter} x={22} y={12} />
    </svg>
  );
}

export function Reading(props: { readonly reading: ChartReading }) {
  const { variation, assurance } = props.reading;
  return (
    <ul className={styles.reading} data-reading>
      <li>
        <VariationIcon icon={variation.icon} />
        <span>
          <strong>{variation.name}</strong>
          <span className={styles.meaning}>{variation.meaning}</span>
        </span>
      </li>
      {assurance !== null && (
        <li>
          <AssuranceIcon icon={assurance.icon} />
          <span>
            <strong>{assurance.name}</strong>
            <span className={styles.meaning}>{assurance.meaning}</span>
          </span>
        </li>
      )}
    </ul>
  );
}
