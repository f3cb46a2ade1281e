import { X } from 'lucide-react';
import { useMemo } from 'react';
import { addMonthsToMonth } from '@shared/kernel/local-date';
import { figuresForPaper, paperPeopleMinimum } from '@shared/workforce/figures-for-paper';
import { measures } from '@shared/workforce/measures';
import { lastFullMonth } from '@shared/workforce/workforce-inputs';
import { useWorkforceFigures } from '../../../figures';
import { useToday } from '../../../platform';
import { Button, ComboBox } from '../../../ui';
import styles from '../posts/posts.module.css';
import { figureOf, figureText } from './issue-form';

/** Older than a year says little about now. */
const monthsBack = 11;

/** Figures of the whole service, put into the paper as they read today. They do not change there by themselves. */
export function FigurePicker(props: {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { chosen, onChange } = props;
  const to = lastFullMonth(useToday());
  const figures = useWorkforceFigures(addMonthsToMonth(to, -monthsBack), to);
  const offered = useMemo(() => {
    const service = figures?.groups.find(({ team }) => team === null);
    return service === undefined ? [] : figuresForPaper(measures, service.rows);
  }, [figures]);
  const left = offered.filter((figure) => !chosen.includes(figureText(figure)));
  return (
    <div className={styles.stack}>
      <ComboBox
        name="figure"
        label="Figures from Workforce"
        hint={`As they read today; they stay as chosen. Only figures with ${paperPeopleMinimum} people or more behind them.`}
        isOptional
        value={null}
        options={left.map(({ measure, words }) => ({ value: measure, label: words }))}
        onChange={(measure) => {
          const figure = left.find((each) => each.measure === measure);
          if (figure !== undefined) onChange([...chosen, figureText(figure)]);
        }}
      />
      {figures !== null && offered.length === 0 && (
        <p className={styles.small}>No figure of the last year can go on paper yet.</p>
      )}
      {chosen.length > 0 && (
        <ul aria-label="Figures chosen">
          {chosen.map((text) => {
            const { words } = figureOf(text);
            return (
              <li key={text} className={styles.chosen}>
                <span>{words}</span>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Take away: ${words}`}
                  onPress={() => {
                    onChange(chosen.filter((each) => each !== text));
                  }}
                >
                  <X aria-hidden="true" />
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
