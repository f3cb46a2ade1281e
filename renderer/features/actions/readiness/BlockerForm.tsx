import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { isReadinessAreaId, readinessAreaIds, readinessAreaLabels } from '@shared/readiness/areas';
import { DraftNote } from '../../../records/DraftNote';
import { RecordFoot } from '../../../records/RecordFoot';
import { useFormFields } from '../../../records/use-form-fields';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { Button, Form, Page, Select, Sheet, TextField, useGo, type FormProblem } from '../../../ui';
import { useRecord, type StoredRecord } from '../../../vault';
import {
  emptyBlocker,
  fieldsOfBlocker,
  linkText,
  linksOf,
  readBlocker,
  type BlockerFields,
} from './blocker-form';
import { LinkPicker } from './LinkPicker';
import { NoCheck } from './NoCheck';
import { areaHref, checkCrumbs, checkHref } from './readiness-crumbs';
import styles from './readiness.module.css';

interface BlockerFormProps {
  readonly check: StoredRecord<'readiness-check'>;
  /** Null for a new one. */
  readonly blockerId: string | null;
  /** Of a new one: the area whose page it was begun from. */
  readonly area: string;
}

function BlockerForm(props: BlockerFormProps) {
  // As it was opened: when it changes meanwhile, saving is refused.
  const [check] = useState(props.check);
  const go = useGo();
  const save = useSaveWithUndo();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const blocker = check.value.blockers.find(({ id }) => id === props.blockerId);
  const form = useFormFields<BlockerFields>(
    'readiness-blocker',
    check.id,
    blocker === undefined ? emptyBlocker(props.area) : fieldsOfBlocker(blocker),
    ({ text }) => `In the way: ${text.trim()}`.slice(0, 200),
    (draft) => draft.blockerId === (blocker?.id ?? ''),
  );
  const { fields, set } = form;
  const back = isReadinessAreaId(props.area) ? areaHref(check.id, props.area) : checkHref(check.id);
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;

  const keep = async (value: typeof check.value, done: string): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    const problem = await save([{ kind: 'readiness-check', id: check.id, value, before: check }], done, () =>
      form.clear(),
    );
    setSaving(false);
    if (problem === null) go(back);
    else setProblems([{ field: '', message: problem }]);
  };
  const onSave = async (): Promise<void> => {
    const reading = readBlocker(fields, check.value);
    setProblems(reading.problems);
    if (reading.check !== null)
      await keep(reading.check, blocker === undefined ? 'Saved.' : 'Changes saved.');
  };

  return (
    <div className={styles.formWidth}>
      <Sheet pad>
        <Form onSubmit={onSave} errors={problems} aria-label="What stands in the way">
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          <TextField
            name="text"
            label="In a line"
            hint="Such as “Two posts on the isles stay empty”. No names"
            autoFocus={blocker === undefined}
            value={fields.text}
            error={errorAt('text')}
            onChange={(text) => {
              set({ text });
            }}
          />
          <Select
            name="area"
            label="In the way of"
            value={fields.area}
            options={[
              { value: '', label: 'Everything' },
              ...readinessAreaIds.map((id) => ({ value: id, label: readinessAreaLabels[id] })),
            ]}
            onChange={(area) => {
              set({ area });
            }}
          />
          <LinkPicker
            chosen={linksOf(fields)}
            onChange={(links) => {
              set({ links: links.map(linkText) });
            }}
          />
          <RecordFoot save="Save" isSaving={isSaving} back={back}>
            {blocker !== undefined && (
              <Button
                variant="quiet"
                icon={<Trash2 aria-hidden="true" />}
                onPress={() =>
                  void keep(
                    {
                      ...check.value,
                      blockers: check.value.blockers.filter(({ id }) => id !== blocker.id),
                    },
                    'Taken away.',
                  )
                }
              >
                Not in the way any more
              </Button>
            )}
          </RecordFoot>
        </Form>
      </Sheet>
    </div>
  );
}

export function BlockerPage(props: {
  readonly id: string;
  readonly blockerId: string | null;
  readonly area: string;
}) {
  const { id, blockerId, area } = props;
  const record = useRecord('readiness-check', id);
  const isGone =
    record === undefined ||
    record.value.finalisedOn !== null ||
    (blockerId !== null && !record.value.blockers.some((each) => each.id === blockerId));
  if (isGone) return <NoCheck />;
  return (
    <Page
      title={blockerId === null ? 'Add what stands in the way' : 'What stands in the way'}
      docTitle="What stands in the way"
      crumbs={checkCrumbs(record.id, record.value.name)}
      lede="What the service cannot get past alone, with what shows it."
    >
      <BlockerForm
        key={`${record.id} ${blockerId ?? `new ${area}`}`}
        check={record}
        blockerId={blockerId}
        area={area}
      />
    </Page>
  );
}
