import { CheckCheck, FileText, History, Pencil, Plus, Trash2 } from 'lucide-react';
import { currentCheck } from '@shared/readiness/finish';
import { KeptLine } from '../../../records/KeptLine';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Columns, LinkButton, MoreMenu, Note, Page, Section, useGo } from '../../../ui';
import { useRecords, useViewNote } from '../../../vault';
import { AreaRows } from './AreaRows';
import { BlockersPanel } from './BlockersPanel';
import { GatePanel } from './GatePanel';
import { NoCheck } from './NoCheck';
import { checkHref, readinessCrumbs, readinessHref } from './readiness-crumbs';
import { checkLede } from './readiness-words';
import { useCheck, type CheckInView } from './use-check';

export function CheckPage(props: { readonly id: string }) {
  const view = useCheck(props.id);
  useViewNote('readiness-check', view?.record.id);
  return view === undefined ? <NoCheck /> : <CheckInPage view={view} />;
}

function CheckInPage(props: { readonly view: CheckInView }) {
  const { record, previous, missing } = props.view;
  const { value } = record;
  const isOpen = value.finalisedOn === null;
  return (
    <Page
      title={value.name}
      docTitle="Readiness check"
      crumbs={readinessCrumbs}
      lede={checkLede(value, missing)}
      actions={<CheckActions view={props.view} />}
    >
      {!isOpen && (
        <Note kind="plain" title="This check is history">
          Nothing in it changes any more. The next check begins from it.
        </Note>
      )}
      <Columns
        main={
          <Section title="The eight areas">
            <AreaRows check={record} previous={previous?.value ?? null} />
          </Section>
        }
        side={
          <>
            <GatePanel check={record} missing={missing} />
            <BlockersPanel check={record} />
          </>
        }
      />
      <Note kind="plain">
        <KeptLine of={null} />
      </Note>
    </Page>
  );
}

function CheckActions(props: { readonly view: CheckInView }) {
  const { record } = props.view;
  const { id, value } = record;
  const go = useGo();
  const remove = useRemoveWithUndo();
  const hasCurrent = currentCheck(useRecords('readiness-check')) !== null;
  const isOpen = value.finalisedOn === null;
  const deleting = {
    label: 'Delete',
    icon: <Trash2 aria-hidden="true" />,
    onAction: () =>
      void remove([record], 'Check deleted.').then((isGone) => {
        if (isGone) go(readinessHref);
      }),
  };
  const openOnly = [
    {
      label: 'Change name or target',
      icon: <Pencil aria-hidden="true" />,
      onAction: () => {
        go(`${checkHref(id)}/edit`);
      },
    },
    {
      label: 'Earlier versions',
      icon: <History aria-hidden="true" />,
      onAction: () => {
        go(`${checkHref(id)}/history`);
      },
    },
  ];
  return (
    <>
      {isOpen ? (
        <LinkButton
          href={`${checkHref(id)}/finish`}
          variant="primary"
          icon={<CheckCheck aria-hidden="true" />}
        >
          Finish the check
        </LinkButton>
      ) : (
        !hasCurrent && (
          <LinkButton href={`${readinessHref}/new`} variant="primary" icon={<Plus aria-hidden="true" />}>
            Begin the next check
          </LinkButton>
        )
      )}
      <LinkButton href="~/reports/make/readiness" icon={<FileText aria-hidden="true" />}>
        Print as a report
      </LinkButton>
      <MoreMenu items={isOpen ? [...openOnly, deleting] : [deleting]} />
    </>
  );
}
