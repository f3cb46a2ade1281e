import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isLocalDate } from '@shared/kernel/local-date';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { clock, desktop, TodayProvider } from '../../platform';
import { Button, cx, Note, PlaceNameContext, RouteRoots, ToastProvider } from '../../ui';
import { startHousekeeping, useRecords, useVault, type UnlockReport } from '../../vault';
import { ErrorBoundary } from '../ErrorBoundary';
import { HelpAside } from '../help/HelpAside';
import { allPlaces, routeRoots } from '../places';
import { Palette } from './Palette';
import { Rail } from './Rail';
import { focusNextRegion } from './regions';
import { ReminderNotices } from './ReminderNotices';
import styles from './shell.module.css';
import { TopBar } from './TopBar';
import { UnlockNote } from './UnlockNote';
import { useCommandKeys, useCommands } from './use-commands';
import { useHelpAside } from './use-help-aside';

export interface ShellProps {
  readonly banner: React.ReactNode;
  /** What unlock found, until the person has read it. */
  readonly report: UnlockReport | null;
  readonly onReportRead: () => void;
  readonly onLock: () => void;
  readonly onCurtain: () => void;
}

/** Around the frame: the day, the messages, and the routes that links are read by. */
export function Shell(props: ShellProps) {
  const asOf = useRecords('service')[0]?.value.asOf ?? null;
  return (
    <RouteRoots roots={routeRoots}>
      <TodayProvider asOf={asOf !== null && isLocalDate(asOf) ? asOf : null}>
        <ToastProvider>
          <Frame {...props} />
        </ToastProvider>
      </TodayProvider>
    </RouteRoots>
  );
}

function useHousekeeping(): void {
  const client = useVault();
  useEffect(
    () =>
      startHousekeeping({
        client,
        now: clock.now,
        backupPolicy: async () => {
          const listed = await desktop['backup.list']({ vault: client.name });
          return listed.ok ? listed.value.policy : null;
        },
      }),
    [client],
  );
  useEffect(() => {
    // The other places come in while nothing else happens, so that going there is at once.
    const handle = requestIdleCallback(() => {
      for (const place of allPlaces) void place.preload?.();
    });
    return () => {
      cancelIdleCallback(handle);
    };
  }, []);
}

function Frame(props: ShellProps) {
  const { onLock, onCurtain } = props;
  const serviceName = useRecords('service')[0]?.value.name ?? '';
  const [location, navigate] = useLocation();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isNewOpen, setNewOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  useHousekeeping();

  const go = useCallback(
    (path: string) => {
      setPaletteOpen(false);
      navigate(path);
    },
    [navigate],
  );
  const help = useHelpAside(location, go);
  const targets = useMemo(
    () => ({
      onLock,
      onCurtain,
      onFind: () => {
        setPaletteOpen(true);
      },
      onNew: () => {
        setNewOpen(true);
      },
      onHelp: help.onHelp,
      onGo: go,
    }),
    [onLock, onCurtain, help.onHelp, go],
  );
  const run = useCommands(targets);
  useCommandKeys(run, focusNextRegion);

  return (
    <>
      <a
        className={styles.skip}
        href="#main"
        data-print="no"
        onClick={(event) => {
          // The hash is the route: the focus moves, the address stays.
          event.preventDefault();
          const heading = main.current?.querySelector<HTMLElement>('h1');
          (heading ?? main.current)?.focus();
        }}
      >
        Skip to main content
      </a>
      {props.banner}
      <div
        className={cx(
          styles.app,
          props.banner !== null && styles.withBanner,
          help.page !== null && styles.withHelp,
        )}
      >
        <Rail
          serviceName={serviceName}
          onLock={onLock}
          onCurtain={() => {
            run('curtain');
          }}
        />
        <div>
          <TopBar onCommand={run} onGo={go} isNewOpen={isNewOpen} onNewOpenChange={setNewOpen} />
          <main id="main" ref={main} tabIndex={-1} className={styles.main}>
            <div className={styles.wrap}>
              {props.report !== null && <UnlockNote report={props.report} onRead={props.onReportRead} />}
              <ErrorBoundary key={location.split('/')[1]}>
                <Suspense fallback={null}>
                  <Places onGo={go} />
                </Suspense>
              </ErrorBoundary>
            </div>
          </main>
        </div>
        {help.page !== null && <HelpAside page={help.page} onClose={help.onClose} />}
      </div>
      <ReminderNotices />
      <Palette isOpen={isPaletteOpen} onOpenChange={setPaletteOpen} onGo={go} onCommand={run} />
    </>
  );
}

function Places(props: { readonly onGo: (path: string) => void }) {
  return (
    <Switch>
      {allPlaces.map((place) => (
        <Route key={place.id} path={`/${place.id}`} nest>
          <PlaceNameContext value={place.label}>
            <place.Component />
          </PlaceNameContext>
        </Route>
      ))}
      <Route path="/">
        <Redirect to="/today" replace />
      </Route>
      <Route>
        <Note kind="info" title="There is no such page">
          <p>Nothing is lost. It may have been deleted, or the address has a slip in it.</p>
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              props.onGo('/today');
            }}
          >
            Go to Today
          </Button>
        </Note>
      </Route>
    </Switch>
  );
}
