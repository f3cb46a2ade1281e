import { Note, Page } from '../../../ui';
import { agreementCrumbs } from './agreement-crumbs';

export function NoAgreement() {
  return (
    <Page title="This agreement is not here" docTitle="Supervision agreement" crumbs={agreementCrumbs}>
      <Note kind="plain" title="No such agreement">
        It may have been deleted. If that was just now, press Undo in the message.
      </Note>
    </Page>
  );
}
