import { Route, Switch } from 'wouter';
import { HistoryPage } from '../../../records/history/HistoryPage';
import { postCrumbs } from './post-crumbs';
import { EditPostPage, NewPostPage } from './PostForm';
import { PostPage } from './PostPage';
import { PostsPage } from './PostsPage';
import { RoundPage } from './RoundForm';

/** Vacancies, as pages of Workforce. */
export function PostRoutes() {
  return (
    <Switch>
      <Route path="/posts/new">
        <NewPostPage />
      </Route>
      <Route path="/posts/:id/edit">{({ id }) => <EditPostPage key={id} id={id} />}</Route>
      <Route path="/posts/:id/rounds/new">{({ id }) => <RoundPage key={id} id={id} roundId={null} />}</Route>
      <Route path="/posts/:id/rounds/:round">
        {({ id, round }) => <RoundPage key={id} id={id} roundId={round} />}
      </Route>
      <Route path="/posts/:id/history">
        {({ id }) => (
          <HistoryPage
            key={id}
            kind="vacancy"
            id={id}
            crumbs={[...postCrumbs, { label: 'Vacancy', href: `~/workforce/posts/${id}` }]}
          />
        )}
      </Route>
      <Route path="/posts/:id">{({ id }) => <PostPage key={id} id={id} />}</Route>
      <Route>
        <PostsPage />
      </Route>
    </Switch>
  );
}
