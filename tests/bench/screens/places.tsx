/** The app's own places, around them what they need and nothing else of the window. */
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { PeoplePlace } from '../../../renderer/features/people';
import { SupervisionPlace } from '../../../renderer/features/supervision';
import { TodayProvider } from '../../../renderer/platform';
import { PlaceNameContext, RouteRoots, ToastProvider } from '../../../renderer/ui';
import { VaultProvider, type VaultClient } from '../../../renderer/vault';
import { teamAsOf } from '../data/team.js';

const roots = ['people', 'supervision'];

export function Places(props: { readonly client: VaultClient }) {
  return (
    <Router hook={useHashLocation} hrefs={(href) => `#${href}`}>
      <VaultProvider client={props.client}>
        <RouteRoots roots={roots}>
          <TodayProvider asOf={teamAsOf}>
            <ToastProvider>
              <main>
                <Switch>
                  <Route path="/people" nest>
                    <PlaceNameContext value="People">
                      <PeoplePlace />
                    </PlaceNameContext>
                  </Route>
                  <Route path="/supervision" nest>
                    <PlaceNameContext value="Supervision">
                      <SupervisionPlace />
                    </PlaceNameContext>
                  </Route>
                </Switch>
              </main>
            </ToastProvider>
          </TodayProvider>
        </RouteRoots>
      </VaultProvider>
    </Router>
  );
}
