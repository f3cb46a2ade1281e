import { useCallback, useEffect, useState, useSyncExternalStore, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { clock, desktop, isMac } from '../platform';
import { VaultProvider, type UnlockReport, type VaultClient, type VaultError } from '../vault';
import { commandOf } from './commands';
import { leaveDemo, openDemo } from './demo';
import { ErrorBoundary } from './ErrorBoundary';
import { FirstRun } from './first-run/FirstRun';
import { NewPassphrase } from './lock/NewPassphrase';
import { BootProblem } from './lock/BootProblem';
import { Curtain } from './lock/Curtain';
import { LockScreen } from './lock/LockScreen';
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
        <LockGate {...props} />
      </Router>
    </ErrorBoundary>
  );
}

const samePressMs = 600;

/** Which of the two vaults is in front, whether it is open, and so which page stands there. */
function LockGate(props: AppProps) {
  const [client, setClient] = useState(props.main);
  const [boot, setBoot] = useState<'looking' | 'ready' | VaultError>('looking');
  const [isCurtained, setCurtained] = useState(false);
  const [isRecovering, setRecovering] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [report, setReport] = useState<UnlockReport | null>(null);
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
  useEffect(() => {
    void desktop['session.locked']({ locked: !isUnlocked });
  }, [isUnlocked]);

  const lock = useCallback(async () => {
    const last = client.lastSavedAt();
    if (client.state() === 'unlocked') setSavedAt(last);
    await client.lock();
    setReport(null);
    setRecovering(false);
  }, [client]);

  const drawnAt = useRef(0);
  const drawCurtain = useCallback(() => {
    drawnAt.current = clock.now();
    // Locking begins first: its first step takes the forms' drafts, which go when the content goes.
    void lock();
    flushSync(() => {
      setCurtained(true);
    });
  }, [lock]);
  const openCurtain = useCallback(() => {
    setCurtained(false);
  }, []);

  useEffect(
    () =>
      desktop.on('lock.requested', () => {
        void lock().then(() => desktop['session.locked']({ locked: true }));
      }),
    [lock],
  );
  const isSetUp = service?.value.setUpDone === true;
  const isShellThere = isUnlocked && isSetUp && !isRecovering;
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
      if (hear(commandOf(event, isMac))) event.preventDefault();
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
    await leaveDemo(props.demo);
    window.location.hash = '#/';
    setSavedAt(null);
    setReport(null);
    setClient(props.main);
    await look();
  }

  const banner = client.name === 'demo' ? <DemoBanner onLeave={endDemo} /> : null;
  if (isCurtained) return <Curtain onLeave={openCurtain} />;
  if (boot === 'looking') return null;
  if (boot !== 'ready') return <BootProblem error={boot} onRetry={() => void look()} />;

  if (state === 'absent' || (isUnlocked && !isSetUp)) {
    return (
      <FirstRun
        client={client}
        onDemo={startDemo}
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
      </VaultProvider>
    );
  }
  return (
    <LockScreen
      key={client.name}
      client={client}
      banner={banner}
      savedAt={savedAt}
      onUnlocked={setReport}
      onRecovering={setRecovering}
    />
  );
}
