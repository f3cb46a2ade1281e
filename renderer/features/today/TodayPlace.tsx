import { lazy } from 'react';
import { Route, Switch } from 'wouter';
import { TodayPage } from './TodayPage';

const Habits = lazy(async () => ({ default: (await import('./habits/HabitsPage')).HabitsPage }));

export function TodayPlace() {
  return (
    <Switch>
      <Route path="/habits">
        <Habits />
      </Route>
      <Route>
        <TodayPage />
      </Route>
    </Switch>
  );
}
