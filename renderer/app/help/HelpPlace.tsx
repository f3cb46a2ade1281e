import { CircleQuestionMark, Printer } from 'lucide-react';
import { useState } from 'react';
import { Route, Switch } from 'wouter';
import { Button, Note, Page, Row, RowList, Sheet, TextField, TextLink } from '../../ui';
import { helpPages, type HelpPage } from './help-pages';
import styles from './help.module.css';

export function HelpPlace() {
  return (
    <Switch>
      <Route path="/:id">
        {({ id }) => {
          const page = helpPages.find((each) => each.id === id);
          return page === undefined ? <HelpList /> : <HelpText page={page} />;
        }}
      </Route>
      <Route>
        <HelpList />
      </Route>
    </Switch>
  );
}

function HelpList() {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = helpPages.filter(
    (page) =>
      wanted === '' ||
      [page.title, page.lede, ...page.steps, ...(page.more ?? [])].join(' ').toLowerCase().includes(wanted),
  );
  return (
    <Page title="Help" lede="One page for each task. All of it is on this laptop.">
      <div className={styles.find}>
        <TextField label="Look for" name="help-search" value={typed} onChange={setTyped} inputMode="search" />
      </div>
      <Sheet>
        <RowList aria-label="Help pages">
          {found.map((page) => (
            <Row
              key={page.id}
              icon={<CircleQuestionMark />}
              title={page.title}
              detail={page.lede}
              href={`/help/${page.id}`}
            />
          ))}
        </RowList>
        <p role="status" className={styles.none}>
          {found.length === 0 && `No matches for “${typed.trim()}”. Try one word, like “date” or “kit”.`}
        </p>
      </Sheet>
    </Page>
  );
}

function HelpText(props: { readonly page: HelpPage }) {
  const { page } = props;
  return (
    <Page
      title={page.title}
      lede={page.lede}
      docTitle={page.title}
      crumbs={[{ label: 'Help', href: '/help' }]}
      actions={
        <Button
          icon={<Printer aria-hidden="true" />}
          onPress={() => {
            window.print();
          }}
        >
          Print this page
        </Button>
      }
    >
      <Sheet pad>
        <ol className={styles.steps}>
          {page.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Sheet>
      {page.more !== undefined && (
        <Note kind="info" title="Good to know">
          {page.more.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Note>
      )}
      <p>
        <TextLink href="/help">All help pages</TextLink>
      </p>
    </Page>
  );
}
