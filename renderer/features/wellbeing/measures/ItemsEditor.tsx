import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, Checkbox, Section, Sheet, TextField } from '../../../ui';
import { freeId, type TypedItem } from './composer-draft';
import styles from './measures.module.css';

const mostItems = 60;

/** The items, one a row. Enter goes on to a new row; a row without words is left out. */
export function ItemsEditor(props: {
  readonly items: readonly TypedItem[];
  readonly onChange: (items: TypedItem[]) => void;
  readonly errorAt: (field: string) => string | undefined;
}) {
  const { items, onChange, errorAt } = props;
  const [added, setAdded] = useState('');
  const [said, setSaid] = useState('');
  const adding = useRef<HTMLDivElement>(null);
  const change = (id: string, patch: Partial<TypedItem>) => {
    onChange(items.map((item) => (item.id === id ? { ...item, ...patch } : item)));
  };
  const addAfter = (index: number) => {
    if (items.length >= mostItems) return;
    const id = freeId('item', items);
    onChange([...items.slice(0, index + 1), { id, text: '', isReversed: false }, ...items.slice(index + 1)]);
    setAdded(id);
  };
  const move = (index: number, by: -1 | 1) => {
    const moved = items[index];
    const other = items[index + by];
    if (moved === undefined || other === undefined) return;
    onChange(items.map((item, at) => (at === index ? other : at === index + by ? moved : item)));
    setSaid(`Item ${index + 1} is item ${index + by + 1} now.`);
  };
  return (
    <Section title="Items">
      <p className={styles.small}>
        One thought each, about work and not about the person. Enter begins the next.
      </p>
      <span role="status" className={styles.small}>
        {said}
      </span>
      <Sheet>
        <ol>
          {items.map((item, index) => (
            <li key={item.id} className={styles.itemRow}>
              <TextField
                label={`Item ${index + 1}`}
                name={`text-${item.id}`}
                value={item.text}
                autoFocus={item.id === added}
                error={errorAt(`text-${item.id}`)}
                onChange={(text) => {
                  change(item.id, { text });
                }}
                onKeyDown={(event) => {
                  // With Ctrl or Cmd it saves the form, as everywhere.
                  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
                  event.preventDefault();
                  addAfter(index);
                }}
              />
              <span className={styles.itemTools}>
                <Checkbox
                  aria-label={`Item ${index + 1} scores the other way round`}
                  isSelected={item.isReversed}
                  onChange={(isReversed) => {
                    change(item.id, { isReversed });
                  }}
                >
                  Scores the other way round
                </Checkbox>
                <span className={styles.buttons}>
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={`Move item ${index + 1} up`}
                    onPress={() => {
                      move(index, -1);
                    }}
                  >
                    <ArrowUp aria-hidden="true" />
                  </Button>
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={`Move item ${index + 1} down`}
                    onPress={() => {
                      move(index, 1);
                    }}
                  >
                    <ArrowDown aria-hidden="true" />
                  </Button>
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={`Take item ${index + 1} out`}
                    onPress={() => {
                      onChange(items.filter(({ id }) => id !== item.id));
                      adding.current?.querySelector('button')?.focus();
                    }}
                  >
                    <X aria-hidden="true" />
                  </Button>
                </span>
              </span>
            </li>
          ))}
        </ol>
        <div className={styles.foot} ref={adding}>
          <Button
            size="small"
            onPress={() => {
              addAfter(items.length - 1);
            }}
          >
            Add an item
          </Button>
        </div>
      </Sheet>
    </Section>
  );
}
