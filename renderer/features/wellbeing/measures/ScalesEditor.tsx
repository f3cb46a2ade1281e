import { useRef, useState } from 'react';
import { Button, Chips, FormRow, Section, Segmented, Select, Sheet, TextField } from '../../../ui';
import {
  freeId,
  wholeScale,
  writtenItems,
  type TypedItem,
  type TypedMeasure,
  type TypedScale,
} from './composer-draft';
import { aggregationText, betterText, itemNumbersText } from './measure-words';
import styles from './measures.module.css';

const mostScales = 20;
const longestLabel = 44;

function shortened(text: string): string {
  return text.length <= longestLabel ? text : `${text.slice(0, longestLabel - 1).trimEnd()}…`;
}

/** What is scored: everything together, or several scales with items of their own. */
export function ScalesEditor(props: {
  readonly typed: TypedMeasure;
  readonly onChange: (patch: Partial<TypedMeasure>) => void;
  readonly errorAt: (field: string) => string | undefined;
}) {
  const { typed, onChange, errorAt } = props;
  const [open, setOpen] = useState('');
  const adding = useRef<HTMLDivElement>(null);
  const items = writtenItems(typed);
  const { scales } = typed;
  const setScale = (id: string, patch: Partial<TypedScale>) => {
    onChange({ scales: scales.map((scale) => (scale.id === id ? { ...scale, ...patch } : scale)) });
  };
  const shown = typed.isOneScale ? scales.slice(0, 1) : scales;
  return (
    <Section title="Scales">
      <Segmented
        label="What is scored"
        name="isOneScale"
        value={typed.isOneScale ? 'one' : 'several'}
        onChange={(choice) => {
          onChange({ isOneScale: choice === 'one' });
        }}
        options={[
          { value: 'one', label: 'All items together' },
          { value: 'several', label: 'Several scales' },
        ]}
      />
      <div className={styles.gap} />
      <Sheet>
        <ul aria-label="Scales">
          {shown.map((scale, index) => (
            <li key={scale.id} className={styles.scale}>
              {typed.isOneScale ? (
                <OneScale
                  scale={scale}
                  error={errorAt(`title-${scale.id}`)}
                  onChange={(patch) => {
                    setScale(scale.id, patch);
                  }}
                />
              ) : (
                <ScaleEditor
                  scale={scale}
                  place={index + 1}
                  items={items}
                  // A scale with something to put right is open, so that the summary can lead into it.
                  isOpen={
                    open === scale.id ||
                    errorAt(`title-${scale.id}`) !== undefined ||
                    errorAt(`items-${scale.id}`) !== undefined
                  }
                  errorAt={errorAt}
                  onToggle={() => {
                    setOpen(open === scale.id ? '' : scale.id);
                  }}
                  onChange={(patch) => {
                    setScale(scale.id, patch);
                  }}
                  onRemove={
                    scales.length > 1
                      ? () => {
                          onChange({ scales: scales.filter(({ id }) => id !== scale.id) });
                          adding.current?.querySelector('button')?.focus();
                        }
                      : null
                  }
                />
              )}
            </li>
          ))}
        </ul>
        {!typed.isOneScale && (
          <div className={styles.foot} ref={adding}>
            <Button
              size="small"
              onPress={() => {
                if (scales.length >= mostScales) return;
                const id = freeId('scale', scales);
                onChange({ scales: [...scales, { ...wholeScale, id, title: '', items: [] }] });
                setOpen(id);
              }}
            >
              Add a scale
            </Button>
          </div>
        )}
      </Sheet>
    </Section>
  );
}

function OneScale(props: {
  readonly scale: TypedScale;
  readonly error: string | undefined;
  readonly onChange: (patch: Partial<TypedScale>) => void;
}) {
  const { scale, error, onChange } = props;
  return (
    <>
      <TextField
        label="Name of the scale"
        name={`title-${scale.id}`}
        value={scale.title}
        error={error}
        onChange={(title) => {
          onChange({ title });
        }}
      />
      <ScaleRules scale={scale} suffix="" onChange={onChange} />
    </>
  );
}

function ScaleEditor(props: {
  readonly scale: TypedScale;
  readonly place: number;
  readonly items: readonly TypedItem[];
  readonly isOpen: boolean;
  readonly errorAt: (field: string) => string | undefined;
  readonly onToggle: () => void;
  readonly onChange: (patch: Partial<TypedScale>) => void;
  readonly onRemove: (() => void) | null;
}) {
  const { scale, place, items, isOpen, errorAt, onToggle, onChange, onRemove } = props;
  const name = scale.title.trim() === '' ? `Scale ${place}` : scale.title;
  const places = items.flatMap(({ id }, at) => (scale.items.includes(id) ? [at + 1] : []));
  return (
    <>
      <div className={styles.scaleHead}>
        <span>
          <b>{name}</b>
          <span className={styles.small}>
            {places.length === 0 ? 'No items yet' : itemNumbersText(places)}.{' '}
            {aggregationText(scale.aggregation)}. {betterText(scale.better)}.
          </span>
        </span>
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Fold up' : 'Change'}: ${name}`}
          onPress={onToggle}
        >
          {isOpen ? 'Fold up' : 'Change'}
        </Button>
      </div>
      {isOpen && (
        <>
          <TextField
            label={`Name of scale ${place}`}
            name={`title-${scale.id}`}
            value={scale.title}
            error={errorAt(`title-${scale.id}`)}
            onChange={(title) => {
              onChange({ title });
            }}
          />
          <Chips
            label={`Items of scale ${place}`}
            name={`items-${scale.id}`}
            hint={items.length === 0 ? 'Write the items first.' : undefined}
            value={scale.items}
            error={errorAt(`items-${scale.id}`)}
            onChange={(chosen) => {
              onChange({ items: chosen });
            }}
            options={items.map(({ id, text }, at) => ({ value: id, label: `${at + 1}. ${shortened(text)}` }))}
          />
          <ScaleRules scale={scale} suffix={`, scale ${place}`} onChange={onChange} />
          {onRemove !== null && (
            <div>
              <Button
                variant="quiet"
                size="small"
                aria-label={`Take this scale out: ${name}`}
                onPress={onRemove}
              >
                Take this scale out
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

function ScaleRules(props: {
  readonly scale: TypedScale;
  readonly suffix: string;
  readonly onChange: (patch: Partial<TypedScale>) => void;
}) {
  const { scale, suffix, onChange } = props;
  return (
    <>
      <FormRow>
        <Select
          label={`A higher score is${suffix}`}
          name={`better-${scale.id}`}
          width="full"
          value={scale.better}
          onChange={(better) => {
            onChange({ better: better === 'lower' ? 'lower' : 'higher' });
          }}
          options={[
            { value: 'higher', label: 'Better' },
            { value: 'lower', label: 'Worse' },
          ]}
        />
        <Select
          label={`Items add up as${suffix}`}
          name={`aggregation-${scale.id}`}
          width="full"
          value={scale.aggregation}
          onChange={(aggregation) => {
            onChange({ aggregation: aggregation === 'sum' ? 'sum' : 'mean' });
          }}
          options={[
            { value: 'mean', label: 'An average' },
            { value: 'sum', label: 'A sum' },
          ]}
        />
      </FormRow>
      <Select
        label={`When items are left blank${suffix}`}
        name={`needs-${scale.id}`}
        width="full"
        value={scale.needs}
        onChange={(needs) => {
          onChange({ needs: needs === 'every-item' ? 'every-item' : 'most-items' });
        }}
        options={[
          { value: 'most-items', label: 'Score it while no more than a fifth is blank' },
          { value: 'every-item', label: 'Score it only when all are answered' },
        ]}
      />
    </>
  );
}
