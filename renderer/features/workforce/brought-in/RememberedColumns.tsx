import { X } from 'lucide-react';
import { formatDate } from '@shared/kernel/local-date';
import { broughtWords } from '../../../records/import/take-back-words';
import { capital } from '../../../records/record-words';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Button, Row, RowList, Section, Sheet } from '../../../ui';
import { useRecords } from '../../../vault';

const shownHeadings = 6;

function headingsText(headings: readonly string[]): string {
  const shown = headings.slice(0, shownHeadings).join(', ');
  const more = headings.length - shownHeadings;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** Which column was which, kept by the headings of the file. Nothing to see before the first import. */
export function RememberedColumns() {
  const mappings = useRecords('import-mapping');
  const removeWithUndo = useRemoveWithUndo();
  if (mappings.length === 0) return null;
  const newestFirst = mappings.toSorted((left, right) => (left.value.savedOn < right.value.savedOn ? 1 : -1));
  return (
    <Section title="Columns remembered">
      <p>A file with the same headings gets the same columns again. You can still change them there.</p>
      <Sheet>
        <RowList aria-label="Columns remembered, newest first">
          {newestFirst.map((mapping) => {
            const { target, headings, savedOn, sheet } = mapping.value;
            const title = capital(broughtWords({ target, of: '' }).many);
            const on = formatDate(savedOn);
            return (
              <Row
                key={mapping.id}
                title={title}
                detail={[headingsText(headings), sheet === '' ? '' : `sheet “${sheet}”`, `used ${on}`]
                  .filter((part) => part !== '')
                  .join(' · ')}
                action={
                  <Button
                    size="small"
                    variant="quiet"
                    icon={<X aria-hidden="true" />}
                    aria-label={`Forget these columns: ${title}, ${on}`}
                    onPress={() => void removeWithUndo([mapping], 'Columns forgotten.')}
                  >
                    Forget
                  </Button>
                }
              />
            );
          })}
        </RowList>
      </Sheet>
    </Section>
  );
}
