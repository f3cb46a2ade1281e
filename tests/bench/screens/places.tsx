/** The app's own places, around them what they need and nothing else of the window. */
import type { ReactNode } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { TodayProvider } from '../../../renderer/platform';
import { PlaceNameContext, RouteRoots, ToastProvider } from '../../../renderer/ui';
import { VaultProvider, type VaultClient } from '../../../renderer/vault';
import { teamAsOf } from '../data/team.js';

export interface BenchPlace {
  readonly root: string;
  readonly name: string;
  readonly place: ReactNode;
}

export function Places(props: { readonly client: VaultClient; readonly places: readonly BenchPlace[] }) {
  return (
    <Router hook={useHashLocation} hrefs={(href) => `#${href}`}>
      <VaultProvider client={props.client}>
        <RouteRoots roots={props.places.map(({ root }) => root)}>
          <TodayProvider asOf={teamAsOf}>
            <ToastProvider>
              <main>
                <Switch>
                  {props.places.map(({ root, name, place }) => (
                    <Route key={root} path={`/${root}`} nest>
                      <PlaceNameContext value={name}>{place}</PlaceNameContext>
                    </Route>
                  ))}
                </Switch>
              </main>
            </ToastProvider>
          </TodayProvider>
        </RouteRoots>
      </VaultProvider>
    </Router>
  );
}
