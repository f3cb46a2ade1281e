import { Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MenuCommand } from '@shared/ipc/contract';
import { isLocalDate } from '@shared/kernel/local-date';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { clock, desktop, isMac, TodayProvider } from '../../platform';
import { Button, cx, Note, PlaceNameContext, RouteRoots, ToastProvider } from '../../ui';
import { startHousekeeping, useRecords, useVault, type UnlockReport } from '../../vault';
import { commandOf, routeOf } from '../commands';
import { ErrorBoundary } from '../ErrorBoundary';
import { allPlaces, routeRoots } from '../places';
import { Palette } from './Palette';
import { ReminderNotices } from './ReminderNotices';
import { Rail } from './Rail';
import styles from './shell.module.css';
import { TopBar } from './TopBar';
import { UnlockNote } from './UnlockNote';

export interface ShellProps {
  readonly banner: React.ReactNode;
  /** What unlock found, until the person has read it. */
  readonly report: UnlockReport | null;
  readonly onReportRead: () => void;
  readonly onLock: () => void;
  readonly onCurtain: () => void;
}

const regions = ['[data-region="rail"]', '[data-region="topbar"]', '#main', '[data-region="messages"]'] as const;

/** F6 goes round the regions of the window, like in other desktop programs. */
function focusNextRegion(isBack: boolean): void {
  const shown = regions
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .filter((region): region is HTMLElement => region !== null && region.offsetParent !== null);
  const at = shown.findIndex((region) => region.contains(document.activeElement));
  const next = shown[(at + (isBack ? shown.length - 1 : 1)) % shown.length];
  const targets = [...(next?.querySelectorAll<HTMLElement>('h1, a[href], button, input') ?? [])];
  (targets.find((target) => target.getClientRects().length > 0) ?? next)?.focus();
}

export function Shell(props: ShellProps) {
  const { onLock, onCurtain } = props;
  const service = useRecords('service')[0]?.value;
  const [location, navigate] = useLocation();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const main = useRef<HTMLElement>(null);

  const go = useCallback(
    (path: string) => {
      setPaletteOpen(false);
      navigate(path);
    },
    [navigate],
  );
  const run = useCallback(
    (command: MenuCommand) => {
      switch (command) {
        case 'lock':
          onLock();
          break;
        case 'curtain':
          onCurtain();
          break;
        case 'find':
          setPaletteOpen(true);
          break;
        default: {
          const route = routeOf(command);
          if (route !== undefined) go(route);
        }
      }
    },
    [go, onCurtain, onLock],
  );

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
  // In the layout phase, both: a key pressed as soon as the page is drawn must not go past it.
  useLayoutEffect(
    () =>
      desktop.on('menu.command', ({ command }) => {
        run(command);
      }),
    [run],
  );
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'F6') {
        event.preventDefault();
        focusNextRegion(event.shiftKey);
        return;
      }
      const command = commandOf(event, isMac);
      if (command === null) return;
      // The same chord is in the menu bar: handled here, it does not reach it.
      event.preventDefault();
      event.stopPropagation();
      run(command);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [run]);
  useEffect(() => {
    // The other places come in while nothing else happens, so that going there is at once.
    const handle = requestIdleCallback(() => {
      for (const place of allPlaces) void place.preload?.();
    });
    return () => {
      cancelIdleCallback(handle);
    };
  }, []);

  const asOf = service?.asOf ?? null;
  return (
    <RouteRoots roots={routeRoots}>
      <TodayProvider asOf={asOf !== null && isLocalDate(asOf) ? asOf : null}>
        <ToastProvider>
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
          <div className={cx(styles.app, props.banner !== null && styles.withBanner)}>
            <Rail
              serviceName={service?.name ?? ''}
              onLock={onLock}
              onCurtain={() => {
                run('curtain');
              }}
            />
            <div>
              <TopBar onCommand={run} onGo={go} />
              <main id="main" ref={main} tabIndex={-1} className={styles.main}>
                <div className={styles.wrap}>
                  {props.report !== null && <UnlockNote report={props.report} onRead={props.onReportRead} />}
                  <ErrorBoundary key={location.split('/')[1]}>
                    <Suspense fallback={null}>
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
                                go('/today');
                              }}
                            >
                              Go to Today
                            </Button>
                          </Note>
                        </Route>
                      </Switch>
                    </Suspense>
                  </ErrorBoundary>
                </div>
              </main>
            </div>
          </div>
          <ReminderNotices />
          <Palette isOpen={isPaletteOpen} onOpenChange={setPaletteOpen} onGo={go} onCommand={run} />
        </ToastProvider>
      </TodayProvider>
    </RouteRoots>
  );
}
