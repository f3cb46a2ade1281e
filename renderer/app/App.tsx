import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { Resume } from '@shared/ipc/session-contract';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { clock, desktop, isMac, watchCopies } from '../platform';
import { HandOverContext, type HandedTo } from '../records/hand-over';
import { VaultProvider, type UnlockReport, type VaultClient, type VaultError } from '../vault';
import { commandOf } from './commands';
import { leaveDemo, openDemo } from './demo';
import { ErrorBoundary } from './ErrorBoundary';
import { FirstRun } from './first-run/FirstRun';
import { NewPassphrase } from './lock/NewPassphrase';
import { BootProblem } from './lock/BootProblem';
import { HandOver } from './lock/hand-over/HandOver';
import { Cover } from './lock/Cover';
import { Curtain } from './lock/Curtain';
import { LockScreen } from './lock/LockScreen';
import { RestorePage } from './lock/RestorePage';
import { useResume } from './lock/use-resume';
import { useTellMain } from './lock/use-tell-main';
import { DemoBanner } from './shell/DemoBanner';
import { Shell } from './shell/Shell';

export interface AppProps {
  readonly main: VaultClient;
  readonly demo: VaultClient;
}

export function App(props: AppProps) {
  return (
    <ErrorBoundary>
      <Router hook={useHashLocation} hrefs={(href) => `#${href}`}>
        <ResumedGate {...props} />
      </Router>
    </ErrorBoundary>
  );
}

function ResumedGate(props: AppProps) {
  const resume = useResume();
  useEffect(() => watchCopies(desktop), []);
  return resume === null ? null : <LockGate {...props} resume={resume} />;
}

const samePressMs = 600;

/**
 * Which of the two vaults is in front, whether it is open, and so which page stands there. A page opens a vault once:
 * after the lock main ends its process, and the next page begins at the lock screen.
 */
function LockGate(props: AppProps & { readonly resume: Resume }) {
  const { resume } = props;
  const [client, setClient] = useState(resume.vault === 'demo' ? props.demo : props.main);
  /** Open in this page, now or before. */
  const [opened, setOpened] = useState<VaultClient | null>(null);
  const [boot, setBoot] = useState<'looking' | 'ready' | VaultError>('looking');
  const [isCurtained, setCurtained] = useState(resume.isCurtained);
  const [isRecovering, setRecovering] = useState(false);
  const [isRestoring, setRestoring] = useState(false);
  const [savedAt, setSavedAt] = useState(resume.savedAt);
  const [report, setReport] = useState<UnlockReport | null>(null);
  /** For whom the laptop was handed over. Only the lock ends it. */
  const [handed, setHanded] = useState<HandedTo | null>(null);
  const state = useSyncExternalStore(client.subscribeState, client.state);
  const subscribeService = useCallback(
    (listener: () => void) => client.subscribe('service', listener),
    [client],
  );
  const service = useSyncExternalStore(subscribeService, () => client.records('service'))[0];

  const look = useCallback(async () => {
    const found = await props.main.inspect();
    setBoot(found.ok ? 'ready' : found.error);
  }, [props.main]);
  useEffect(() => {
    void look();
  }, [look]);

  const isUnlocked = state === 'unlocked';
  if (isUnlocked && opened !== client) setOpened(client);
  // It closed by itself while it was still being read: this page says why.
  if (!isUnlocked && opened !== null && client.unlockFailure() !== null) setOpened(null);
  const isLeaving = useRef(false);
  useTellMain({
    client,
    isUnlocked,
    wasOpened: opened === client,
    savedAt,
    isCurtained,
    isLeaving,
  });
  const goOnHere = useCallback(() => {
    setOpened(null);
    setHanded(null);
  }, []);

  const lock = useCallback(async () => {
    const last = client.lastSavedAt();
    if (client.state() === 'unlocked') setSavedAt(last);
    await client.lock();
    setReport(null);
    setRecovering(false);
  }, [client]);

  const drawnAt = useRef(Number.NEGATIVE_INFINITY);
  const drawCurtain = useCallback(() => {
    drawnAt.current = clock.now();
    // Locking begins first: its first step takes the forms' drafts, which go when the content goes.
    void lock();
    flushSync(() => {
      setCurtained(true);
    });
  }, [lock]);
  const openCurtain = useCallback(() => {
    // Until the drafts are away the content would come back with it.
    if (client.state() !== 'unlocked') setCurtained(false);
  }, [client]);

  useEffect(
    () =>
      desktop.on('lock.requested', () => {
        void lock();
      }),
    [lock],
  );
  const isSetUp = service?.value.setUpDone === true;
  const isShellThere = isUnlocked && isSetUp && !isRecovering && handed === null;
  useEffect(() => {
    // What a plan's owner shared until yesterday is not theirs to read any more.
    if (isShellThere) void client.plans.dropExpired(clock.today());
  }, [client, isShellThere]);
  useEffect(() => desktop.on('curtain.requested', drawCurtain), [drawCurtain]);
  useEffect(() => {
    // The shell has its own keys; outside of it (first run, lock, recovery) only the curtain has any meaning.
    if (isShellThere && !isCurtained) return;
    const hear = (command: string | null): boolean => {
      if (command !== 'curtain') return false;
      // One press may arrive twice (key and menu), and a held key repeats: neither opens what it has just drawn.
      if (!isCurtained) drawCurtain();
      else if (clock.now() - drawnAt.current > samePressMs) openCurtain();
      return true;
    };
    const stop = desktop.on('menu.command', ({ command }) => {
      hear(command);
    });
    const onKey = (event: KeyboardEvent): void => {
      const command = commandOf(event, isMac);
      // The key that drew it may still be held when a new page has come.
      if (command === 'curtain' && event.repeat) event.preventDefault();
      else if (hear(command)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      stop();
      window.removeEventListener('keydown', onKey);
    };
  }, [isShellThere, isCurtained, drawCurtain, openCurtain]);

  async function startDemo(): Promise<VaultError['tag'] | null> {
    const opened = await openDemo(props.demo);
    if (!opened.ok) return 'StorageUnavailable';
    window.location.hash = '#/today';
    setReport(null);
    setClient(props.demo);
    return null;
  }
  async function endDemo(): Promise<void> {
    // Main may end this page as soon as it hears that it is locked: the files go first.
    isLeaving.current = true;
    await leaveDemo(props.demo);
    isLeaving.current = false;
    window.location.hash = '#/';
    setSavedAt(null);
    setReport(null);
    setClient(props.main);
  }

  const banner = client.name === 'demo' ? <DemoBanner onLeave={endDemo} /> : null;
  const isShutting = opened !== null && (!isUnlocked || isCurtained);
  if (isShutting) {
    return <Cover isCurtained={isCurtained} onUncurtain={openCurtain} onGiveUp={goOnHere} />;
  }
  if (isCurtained) return <Curtain onLeave={openCurtain} />;
  if (isUnlocked && handed !== null) {
    return <HandOver client={client} to={handed} onDone={() => void lock()} />;
  }
  if (boot === 'looking') return null;
  if (isRestoring && !isUnlocked) {
    return (
      <RestorePage
        client={props.main}
        onRestored={() => {
          setSavedAt(null);
          setRestoring(false);
          void look();
        }}
        onBack={() => {
          setRestoring(false);
        }}
      />
    );
  }
  const restore = (): void => {
    setRestoring(true);
  };
  if (boot !== 'ready') return <BootProblem error={boot} onRetry={() => void look()} onRestore={restore} />;

  if (state === 'absent' || (isUnlocked && !isSetUp)) {
    return (
      <FirstRun
        client={client}
        onDemo={startDemo}
        onRestore={restore}
        onDone={() => {
          window.location.hash = '#/today';
        }}
      />
    );
  }
  if (isUnlocked && isRecovering) {
    return (
      <NewPassphrase
        client={client}
        onDone={() => {
          setRecovering(false);
        }}
      />
    );
  }
  if (isUnlocked) {
    return (
      <VaultProvider client={client}>
        <HandOverContext value={setHanded}>
          <Shell
            key={client.name}
            banner={banner}
            report={report}
            onReportRead={() => {
              setReport(null);
            }}
            onLock={() => void lock()}
            onCurtain={drawCurtain}
          />
        </HandOverContext>
      </VaultProvider>
    );
  }
  return (
    <LockScreen
      key={client.name}
      client={client}
      banner={banner}
      savedAt={savedAt}
      isTimeUp={resume.isTimeUp}
      onUnlocked={setReport}
      onRecovering={setRecovering}
      onRestore={client.name === 'demo' ? null : restore}
    />
  );
}
