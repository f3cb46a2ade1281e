import { useState } from 'react';
import { importMeasure, type MeasureFileError } from '@shared/wellbeing/own-measures';
import { errorText } from '../../../app/error-text';
import { FileDrop, Note, useGo, useToast } from '../../../ui';
import { newRecordId, useRecords, useVault } from '../../../vault';
import { importProblems } from './own-measure-words';

/** A measure that another service composed and saved as a file. */
export function ImportMeasure() {
  const vault = useVault();
  const go = useGo();
  const toast = useToast();
  const own = useRecords('own-measure');
  const [problem, setProblem] = useState<MeasureFileError | string | null>(null);

  const take = async (bytes: Uint8Array): Promise<void> => {
    const read = importMeasure(
      new TextDecoder().decode(bytes),
      own.map(({ value }) => value),
      newRecordId(),
    );
    if (!read.ok) {
      setProblem(read.error);
      return;
    }
    const saved = await vault.commit([
      { type: 'put', kind: 'own-measure', id: newRecordId(), baseRevision: 0, value: read.value },
    ]);
    if (!saved.ok) {
      setProblem(errorText(saved.error));
      return;
    }
    setProblem(null);
    toast({ text: 'Measure brought in. Read it through before you use it.' });
    go(`/measures/${read.value.id}`);
  };

  const lines = problem === null ? [] : typeof problem === 'string' ? [problem] : importProblems(problem);
  return (
    <>
      <div role="alert">
        {lines.length > 0 && (
          <Note kind="caution" title="Not brought in">
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Note>
        )}
      </div>
      <FileDrop
        label="Bring in a measure"
        hint="A file that another service saved here. It holds their own words, nothing about anyone."
        accept=".json,application/json"
        buttonLabel="Choose a measure file"
        onFile={({ bytes }) => void take(bytes)}
      />
    </>
  );
}
