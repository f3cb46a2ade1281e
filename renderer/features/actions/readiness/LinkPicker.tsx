import { X } from 'lucide-react';
import { useMemo } from 'react';
import { addMonthsToMonth } from '@shared/kernel/local-date';
import { isRecordId } from '@shared/kernel/ids';
import type { BlockerLink } from '@shared/records/readiness-check/readiness-check';
import { figuresForPaper } from '@shared/workforce/figures-for-paper';
import { measures } from '@shared/workforce/measures';
import { postFigures } from '@shared/workforce/posts';
import { lastFullMonth } from '@shared/workforce/workforce-inputs';
import { useWorkforceFigures } from '../../../figures';
import { useToday } from '../../../platform';
import { Button, ComboBox } from '../../../ui';
import { useRecords } from '../../../vault';
import { linkKey, vacancyWords } from './readiness-words';
import styles from './readiness.module.css';

/** Older than a year says little about now. */
const monthsBack = 11;

interface Offer {
  readonly link: BlockerLink;
  readonly detail: string;
}

/** What may prove it: figures of the service, posts that are open, issues that were raised outside. */
function useOffers(): readonly Offer[] {
  const today = useToday();
  const to = lastFullMonth(today);
  const figures = useWorkforceFigures(addMonthsToMonth(to, -monthsBack), to);
  const vacancies = useRecords('vacancy');
  const issues = useRecords('outside-issue');
  return useMemo(() => {
    const service = figures?.groups.find(({ team }) => team === null);
    const open = vacancyWords(postFigures(vacancies, today));
    return [
      ...(open === '' ? [] : [{ link: { kind: 'vacancies' as const, words: open }, detail: 'Vacancies' }]),
      ...(service === undefined ? [] : figuresForPaper(measures, service.rows)).map(
        ({ measure, words }): Offer => ({ link: { kind: 'figure', measure, words }, detail: 'Workforce' }),
      ),
      ...issues
        .filter(({ value }) => value.status !== 'closed')
        .flatMap(({ id, value }): Offer[] =>
          isRecordId(id)
            ? [{ link: { kind: 'outside', id, words: value.title }, detail: 'Outside our control' }]
            : [],
        ),
    ];
  }, [figures, vacancies, issues, today]);
}

/** Each reads as it does today, and stays so. */
export function LinkPicker(props: {
  readonly chosen: readonly BlockerLink[];
  readonly onChange: (chosen: readonly BlockerLink[]) => void;
}) {
  const { chosen, onChange } = props;
  const offers = useOffers();
  const taken = new Set(chosen.map(linkKey));
  const left = offers.filter(({ link }) => !taken.has(linkKey(link)));
  return (
    <div className={styles.stack}>
      <ComboBox
        name="links"
        label="What shows it"
        hint="A figure, open posts, or an issue outside our control. The words stay as they read today"
        isOptional
        value={null}
        options={left.map(({ link, detail }) => ({ value: linkKey(link), label: link.words, detail }))}
        onChange={(key) => {
          const offer = left.find(({ link }) => linkKey(link) === key);
          if (offer !== undefined) onChange([...chosen, offer.link]);
        }}
      />
      {chosen.length > 0 && (
        <ul aria-label="Chosen">
          {chosen.map((link) => (
            <li key={linkKey(link)} className={styles.chosen}>
              <span>{link.words}</span>
              <Button
                size="small"
                variant="quiet"
                aria-label={`Take away: ${link.words}`}
                onPress={() => {
                  onChange(chosen.filter((each) => linkKey(each) !== linkKey(link)));
                }}
              >
                <X aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
