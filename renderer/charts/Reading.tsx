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
      {tone !== 'usual' && (
        <text x="13" y={isLow ? 35 : 18} className={styles.iconLetter} textAnchor="middle">
          {isLow ? 'L' : 'H'}
        </text>
      )}
    </svg>
  );
}

const assuranceLook: Readonly<Record<Assurance, { readonly letter: string; readonly colour: string }>> = {
  pass: { letter: 'P', colour: 'var(--s2)' },
  fail: { letter: 'F', colour: 'var(--s4)' },
  'hit-or-miss': { letter: '?', colour: 'var(--control)' },
};

/** A circle with the target as a line, and the usual range above it, below it, or across it. */
export function AssuranceIcon(props: { readonly icon: Assurance }) {
  const { letter, colour } = assuranceLook[props.icon];
  const wave =
    props.icon === 'hit-or-miss'
      ? 'M7 28L13 18L19 30L25 17L31 29L37 19'
      : 'M8 32L14 29L20 33L26 28L32 32L37 30';
  return (
    <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" className={styles.icon}>
      <circle cx="22" cy="22" r="20.5" fill="var(--card)" stroke={colour} strokeWidth="2.5" />
      <path d="M4 24H40" stroke="var(--text)" strokeWidth="1.5" strokeDasharray="4 3" />
      <path d={wave} fill="none" stroke={colour} strokeWidth="2" strokeLinejoin="round" />
      <text x="22" y="17" className={styles.iconLetter} textAnchor="middle">
        {letter}
      </text>
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
