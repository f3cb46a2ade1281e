import { DataTable, Page, Section, Sheet } from '../../ui';
import { commandKeys } from '../commands';
import { keysInForms, keysInWindow, type OtherKeys } from './other-keys';
import { PrintHelp } from './PrintHelp';
import styles from './help.module.css';

/** Each key on a cap of its own; "or" between two ways. */
function Keys(props: { readonly keys: string; readonly isMac: boolean }) {
  const named = props.isMac ? props.keys.replaceAll('Ctrl', 'Cmd') : props.keys;
  return (
    <span className={styles.keys}>
      {named.split(' or ').map((way, at) => (
        <span key={way}>
          {at > 0 && ' or '}
          {/^Arrow/.test(way) ? (
            <kbd>{way}</kbd>
          ) : (
            way.split(' ').map((key, index) => (
              <span key={key}>
                {index > 0 && ' '}
                <kbd>{key}</kbd>
              </span>
            ))
          )}
        </span>
      ))}
    </span>
  );
}

const columns = [
  { key: 'what', label: 'What it does' },
  { key: 'pc', label: 'Windows and Linux' },
  { key: 'mac', label: 'Mac' },
] as const;

function KeysTable(props: { readonly caption: string; readonly rows: readonly OtherKeys[] }) {
  return (
    <Section title={props.caption}>
      <Sheet>
        <DataTable
          caption={props.caption}
          isCaptionHidden
          columns={columns}
          rows={props.rows.map(({ keys, label }) => ({
            key: label,
            cells: [
              label,
              <Keys key="pc" keys={keys} isMac={false} />,
              <Keys key="mac" keys={keys} isMac={true} />,
            ],
          }))}
        />
      </Sheet>
    </Section>
  );
}

/** Every chord there is, from the table that the keyboard itself goes by. */
export function KeyboardMap() {
  return (
    <Page
      title="Keys for everything"
      docTitle="Keyboard"
      crumbs={[{ label: 'Help', href: '/help' }]}
      crumb="Keyboard"
      lede="A key is never the only way: each of these is in a menu, in the rail or on the page too."
      actions={<PrintHelp>Print this page</PrintHelp>}
    >
      <KeysTable caption="Anywhere" rows={commandKeys} />
      <KeysTable caption="In a form" rows={keysInForms} />
      <KeysTable caption="On a page" rows={keysInWindow} />
    </Page>
  );
}
