import { CircleQuestionMark, Keyboard } from 'lucide-react';
import { useState } from 'react';
import { Route, Switch } from 'wouter';
import { LinkButton, Page, Row, RowList, Section, Sheet, TextField, TextLink } from '../../ui';
import type { HelpPage } from './help-page';
import { helpPages } from './help-pages';
import { HelpBody } from './HelpBody';
import { KeyboardMap } from './KeyboardMap';
import { PrintHelp } from './PrintHelp';
import { searchHelp } from './search-help';
import styles from './help.module.css';

const helpCrumb = [{ label: 'Help', href: '/help' }] as const;

export function HelpPlace() {
  return (
    <Switch>
      <Route path="/keyboard">
        <KeyboardMap />
      </Route>
      <Route path="/all">
        <AllHelp />
      </Route>
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
  const found = searchHelp(helpPages, typed);
  const isSearching = typed.trim() !== '';
  return (
    <Page
      title="Help"
      lede="One page for each task. All of it is on this laptop. F1 opens the page that fits where you are."
      actions={
        <>
          <LinkButton href="/help/keyboard" icon={<Keyboard aria-hidden="true" />}>
            Keyboard
          </LinkButton>
          <LinkButton href="/help/all">All on one page</LinkButton>
        </>
      }
    >
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
          {isSearching &&
            (found.length === 0
              ? `No matches for “${typed.trim()}”. Try one word, like “date” or “kit”.`
              : `${found.length === 1 ? '1 page' : `${found.length} pages`} found.`)}
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
      crumbs={helpCrumb}
      actions={<PrintHelp>Print this page</PrintHelp>}
    >
      <HelpBody page={page} />
      <p data-print="no">
        <TextLink href="/help">All help pages</TextLink>
      </p>
    </Page>
  );
}

/** For a folder beside the laptop, or for somebody new. */
function AllHelp() {
  return (
    <Page
      title="All help pages"
      docTitle="All help pages"
      crumbs={helpCrumb}
      lede="To print once, and to keep beside the laptop."
      actions={<PrintHelp>Print all of it</PrintHelp>}
    >
      {helpPages.map((page) => (
        <Section key={page.id} title={page.title}>
          <p className={styles.lede}>{page.lede}</p>
          <HelpBody page={page} />
        </Section>
      ))}
    </Page>
  );
}
