import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { HistoryPage } from '../../records/history/HistoryPage';
import { ChangePassphrase, NewKit } from './KeyPages';
import { settingsCrumb } from './settings-crumb';
import { SettingsHome } from './SettingsHome';

const pages = () => import('./care/pages');
const Backups = lazy(async () => ({ default: (await pages()).BackupsPage }));
const Prove = lazy(async () => ({ default: (await pages()).ProvePage }));
const Deleted = lazy(async () => ({ default: (await pages()).DeletedPage }));
const Safety = lazy(async () => ({ default: (await pages()).SafetyPage }));
const Log = lazy(async () => ({ default: (await pages()).LogPage }));
const Keeping = lazy(async () => ({ default: (await pages()).KeepingPage }));
const Destroyed = lazy(async () => ({ default: (await pages()).DestroyedPage }));
const Reminders = lazy(async () => ({ default: (await import('./reminders/RemindersPage')).RemindersPage }));
const Leaving = lazy(async () => ({ default: (await import('./leaving/LeavingPage')).LeavingPage }));
const Erase = lazy(async () => ({ default: (await pages()).ErasePage }));

export function SettingsPlace() {
  return (
    <Switch>
      <Route path="/passphrase">
        <ChangePassphrase />
      </Route>
      <Route path="/recovery-kit">
        <NewKit />
      </Route>
      <Route path="/backups">
        <Backups />
      </Route>
      <Route path="/backups/prove">
        <Prove />
      </Route>
      <Route path="/deleted">
        <Deleted />
      </Route>
      <Route path="/safety">
        <Safety />
      </Route>
      <Route path="/log">
        <Log />
      </Route>
      <Route path="/reminders">
        <Reminders />
      </Route>
      <Route path="/leaving">
        <Leaving />
      </Route>
      <Route path="/leaving/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="disclosure-settings"
            id={id}
            crumbs={[...settingsCrumb, { label: 'What may leave', href: '/settings/leaving' }]}
          />
        )}
      </Route>
      <Route path="/keeping">
        <Keeping />
      </Route>
      <Route path="/keeping/destroyed">
        <Destroyed />
      </Route>
      <Route path="/keeping/erase/:id">{({ id }) => <Erase key={id} id={id} />}</Route>
      <Route>
        <SettingsHome />
      </Route>
    </Switch>
  );
}
