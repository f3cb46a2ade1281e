/** What happens at the door, in one order: noted, then written, then in the list of what has left. */
import { useState } from 'react';
import type { IpcAnswer } from '@shared/ipc/contract';
import { ok, type Result } from '@shared/kernel/result';
import type { ExportEntry } from '@shared/records/export-entry/export-entry';
import type { VaultError } from '@shared/vault/errors';
import type { AuditNote } from '@shared/vault/vault-care';
import { careErrorText, errorText } from '../app/error-text';
import { desktop, useToday } from '../platform';
import { sheetDrawn } from '../records/print-sheet';
import { useToast } from '../ui';
import { useVault, useVaultCare, type VaultClient } from '../vault';
import { copyMark, type CopyPurpose, type IdentifiedCopy } from './copy';
import { copyWords, noteCode, notSavedCode } from './purposes';

interface Ports {
  note(note: AuditNote): Promise<Result<void, VaultError>>;
  /** Null where the page may not write records: an owner who has the laptop. */
  readonly list: ((entry: Omit<ExportEntry, 'exportedOn'>) => Promise<boolean>) | null;
  say(text: string, isSaved: boolean): void;
}

interface OnPaper {
  readonly copy: IdentifiedCopy;
  readonly mark: string;
}

export interface Door {
  /** Stands open for it; null while it is shut. */
  readonly asked: IdentifiedCopy | null;
  /** What is printed from. Never on screen. */
  readonly onPaper: OnPaper | null;
  readonly isBusy: boolean;
  readonly problem: string | null;
  /** Whatever leaves is this copy, as it was when it was asked for. */
  readonly open: (copy: IdentifiedCopy) => void;
  readonly close: () => void;
  readonly letOut: (copy: IdentifiedCopy, purpose: CopyPurpose) => Promise<void>;
}

const saidSaved = 'Saved. It names people and is outside the lock now, so keep it safe.';
const saidUnlisted =
  'It has left, and the activity log says so. The list of what has left could not be written.';

function useDoor(ports: Ports): Door {
  const [asked, setAsked] = useState<IdentifiedCopy | null>(null);
  const [onPaper, setOnPaper] = useState<OnPaper | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const onto = async (
    copy: IdentifiedCopy,
    mark: string,
    print: () => Promise<IpcAnswer<'file.savePdf'>>,
  ) => {
    setOnPaper({ copy, mark });
    await sheetDrawn();
    return print();
  };

  const write = async (copy: IdentifiedCopy, mark: string): Promise<IpcAnswer<'file.save'>> => {
    const { way } = copy;
    switch (way.by) {
      case 'file':
        return desktop['file.save']({
          suggestedName: way.fileName,
          bytes: new TextEncoder().encode(way.text(mark)),
        });
      case 'pdf': {
        const saved = await onto(copy, mark, () =>
          desktop['file.savePdf']({ suggestedName: way.fileName, footer: way.footer }),
        );
        setOnPaper(null);
        return saved;
      }
      case 'print':
        return onto(copy, mark, () => {
          // The sheet stands until the door opens again or the page is left: the printer may take it after this call.
          window.print();
          return Promise.resolve(ok({}));
        });
    }
  };

  const list = async (copy: IdentifiedCopy): Promise<boolean> => {
    const { report } = copyWords[copy.code];
    const format = copy.way.by === 'file' ? copy.way.format : copy.way.by;
    if (ports.list === null || report === null || format === 'txt') return true;
    return ports.list({
      report,
      format,
      title: copy.title,
      periodStart: null,
      periodEnd: null,
      hiddenCells: 0,
      model: { tables: [] },
      ledger: null,
    });
  };

  const letOut = async (copy: IdentifiedCopy, purpose: CopyPurpose): Promise<void> => {
    if (isBusy) return;
    setAsked(null);
    setProblem(null);
    setBusy(true);
    const event = copy.way.by === 'print' ? 'print' : 'export';
    const note = (detail: string) => ports.note({ event, ...copy.about, detail });
    // A lock while the save window stands open must not let anything leave unnoted.
    const noted = await note(noteCode(copy.code, purpose.id));
    if (!noted.ok) {
      setBusy(false);
      setProblem(`The log could not be written, so nothing has left. ${careErrorText(noted.error, 'read')}`);
      return;
    }
    const written = await write(copy, copyMark(purpose.whom));
    if (!written.ok) {
      await note(notSavedCode(copy.code));
      setBusy(false);
      if (written.error.tag !== 'Cancelled') setProblem(errorText(written.error));
      return;
    }
    const isListed = await list(copy);
    setBusy(false);
    if (!isListed) ports.say(saidUnlisted, copy.way.by !== 'print');
    else if (copy.way.by !== 'print') ports.say(copy.said ?? saidSaved, true);
  };

  return {
    asked,
    onPaper,
    isBusy,
    problem,
    open: (copy) => {
      setProblem(null);
      setOnPaper(null);
      if (!isBusy) setAsked(copy);
    },
    close: () => {
      setAsked(null);
    },
    letOut,
  };
}

/** On a page of the open vault. */
export function useIdentifiedDoor(): Door {
  const vault = useVault();
  const care = useVaultCare();
  const toast = useToast();
  const today = useToday();
  return useDoor({
    note: (note) => care.note([note]),
    list: async (entry) => (await vault.put('export-entry', { ...entry, exportedOn: today })).ok,
    say: (text, isSaved) => {
      toast({
        text,
        actions: isSaved
          ? [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }]
          : [],
      });
    },
  });
}

/** For the owner of a plan who has the laptop: nothing else of the vault is open, and no list can be written. */
export function useOwnCopyDoor(client: VaultClient, onSaid: (text: string) => void): Door {
  return useDoor({ note: (note) => client.care.note([note]), list: null, say: onSaid });
}
