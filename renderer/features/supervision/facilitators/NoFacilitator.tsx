import { Note, Page } from '../../../ui';
import { registerCrumbs } from './register-crumbs';

export function NoFacilitator() {
  return (
    <Page title="This entry is not here" docTitle="Supervisors" crumbs={registerCrumbs}>
      <Note kind="plain" title="Nobody of that name in the register">
        They may have been deleted. If that was just now, press Undo in the message.
      </Note>
    </Page>
  );
}
