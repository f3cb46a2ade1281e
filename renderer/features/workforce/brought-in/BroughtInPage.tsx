import { FileInput } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { canTakeBack, importsOf, type BroughtIn } from '@shared/import/runs';
import { errorText } from '../../../app/error-text';
import { clock } from '../../../platform';
import { broughtWords, stayed, takenBackText, wentBack } from '../../../records/import/take-back-words';
import { takeBackImport } from '../../../records/import/take-back';
import { Button, EmptyState, LinkButton, Note, Page, RowList, Section, Sheet, TextLink } from '../../../ui';
import { useRecords, useVault } from '../../../vault';
import { BroughtInRow } from './BroughtInRow';
import { RememberedColumns } from './RememberedColumns';

const shownFirst = 20;

interface Outcome {
  readonly kind: 'good' | 'caution';
  readonly title: string;
  readonly text: string;
}

const bringInButton = (
  <LinkButton href="/bring-in" variant="primary">
    Bring in figures
  </LinkButton>
);

/** Every file that was brought in, whatever the place, the newest first; each can be taken back whole. */
export function BroughtInPage() {
  const vault = useVault();
  const runs = useRecords('import-run');
  const imports = useMemo(() => importsOf(runs), [runs]);
  const [isAll, setAll] = useState(false);
  const [busy, setBusy] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const told = useRef<HTMLDivElement>(null);
  const shown = isAll ? imports : imports.slice(0, shownFirst);

  // The button that was pressed is gone by then: what came of it is the next thing to read.
  const tell = (next: Outcome): void => {
    setBusy(null);
    setOutcome(next);
    requestAnimationFrame(() => told.current?.focus());
  };

  const takeBack = async (brought: BroughtIn): Promise<void> => {
    setOutcome(null);
    setBusy(brought.runId);
    const answer = await takeBackImport(vault, brought.runId, { now: clock.now() });
    if (!answer.ok) {
      tell({ kind: 'caution', title: 'Not taken back', text: errorText(answer.error) });
      return;
    }
    const { takenBack, error } = answer.value;
    // As after an import: a journal that takes long to go through is not for the next unlock to find.
    void vault.care.compact();
    const words = takenBackText(takenBack, broughtWords(brought));
    const isWhole = error === null && stayed(takenBack) === 0;
    const isNothing = wentBack(takenBack) === 0;
    const next =
      error === null ? (isNothing ? '' : 'To undo this, bring the file in again.') : errorText(error);
    tell({
      kind: isWhole ? 'good' : 'caution',
      title: isWhole ? 'Taken back' : isNothing ? 'Not taken back' : 'Taken back in part',
      text: `${words} ${next}`.trim(),
    });
  };

  return (
    <Page
      title="Brought in"
      docTitle="Brought in"
      crumbs={[
        { label: 'Workforce', href: '/' },
        { label: 'Bring in figures', href: '/bring-in' },
      ]}
      lede="Files of the last 24 months. Taking one back deletes what was new and puts back what was changed."
      actions={imports.length === 0 ? undefined : bringInButton}
    >
      <div ref={told} tabIndex={-1} role="status">
        {outcome !== null && (
          <Note kind={outcome.kind} title={outcome.title}>
            {outcome.text}
          </Note>
        )}
      </div>
      {imports.length === 0 ? (
        <EmptyState icon={<FileInput />} title="Nothing was brought in yet" action={bringInButton}>
          A file that you bring in is listed here, with what it added. From here it can be taken back.
        </EmptyState>
      ) : (
        <Section title={imports.length === 1 ? '1 file' : `${imports.length} files`}>
          <Sheet>
            <RowList aria-label="Files that were brought in, newest first">
              {shown.map((brought) => (
                <BroughtInRow
                  key={brought.runId}
                  brought={brought}
                  isBusy={busy === brought.runId}
                  onTakeBack={
                    canTakeBack(brought) && (busy === null || busy === brought.runId)
                      ? () => void takeBack(brought)
                      : null
                  }
                />
              ))}
            </RowList>
          </Sheet>
          {imports.length > shown.length && (
            <Button onPress={() => setAll(true)}>{`See all ${imports.length}`}</Button>
          )}
          <p>
            What goes waits in <TextLink href="~/settings/deleted">Deleted items</TextLink> for 30 days. What
            somebody changed after the import stays as they left it.
          </p>
        </Section>
      )}
      <RememberedColumns />
    </Page>
  );
}
