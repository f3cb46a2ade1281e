import { Note, Page } from '../../../ui';

export const groupCrumbs = [
  { label: 'Supervision', href: '~/supervision' },
  { label: 'Reflective groups', href: '~/supervision/groups' },
];

export function NoGroup() {
  return (
    <Page title="This group is not here" docTitle="Reflective groups" crumbs={groupCrumbs}>
      <Note kind="plain" title="No such group">
        It may have been deleted. If that was just now, press Undo in the message.
      </Note>
    </Page>
  );
}

export function NoSitting() {
  return (
    <Page title="This sitting is not here" docTitle="Reflective groups" crumbs={groupCrumbs}>
      <Note kind="plain" title="No such sitting">
        It may have been deleted. If that was just now, press Undo in the message.
      </Note>
    </Page>
  );
}
