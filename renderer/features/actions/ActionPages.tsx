import { useMemo, useState } from 'react';
import { sourceOfPath, sourcePath } from '@shared/actions/action-links';
import { formatDate } from '@shared/kernel/local-date';
import { readinessAreaIds, readinessAreaLabels } from '@shared/readiness/areas';
import { costKindLabels, costKinds, isOpen } from '@shared/records/action/action';
import { suggestedActions } from '@shared/actions/rules/rules';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import { DraftNote } from '../../records/DraftNote';
import { useFormFields } from '../../records/use-form-fields';
import { useRemoveWithUndo } from '../../records/use-remove-with-undo';
import {
  Button,
  Checkbox,
  ComboBox,
  DateField,
  Form,
  FormActions,
  LinkButton,
  Note,
  Page,
  Segmented,
  Select,
  Sheet,
  TextField,
  TextLink,
  useGo,
  useToast,
  type FormProblem,
} from '../../ui';
import { useRecord, useRecords, useVault, type StoredRecord } from '../../vault';
import {
  emptyActionFields,
  fieldsOfAction,
  readActionFields,
  type ActionFields,
  type ActionSource,
} from './action-form';
import { useSourceWords } from './action-source';
import styles from './actions.module.css';

const crumbs = [{ label: 'Actions', href: '/actions' }];

function Suggestions(props: {
  readonly texts: readonly string[];
  readonly now: string;
  readonly onTake: (text: string) => void;
}) {
  const others = props.texts.filter((text) => text !== props.now);
  if (others.length === 0) return null;
  return (
    <div className={styles.suggestions}>
      <p className={styles.small}>Other ideas. Put one in, then make it yours:</p>
      <ul>
        {others.map((text) => (
          <li key={text}>
            <Button
              variant="quiet"
              size="small"
              aria-label={`Use: ${text}`}
              onPress={() => {
                props.onTake(text);
              }}
            >
              {text}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ActionForm(props: {
  readonly record: StoredRecord<'action'> | null;
  readonly source: ActionSource;
  readonly suggested: readonly string[];
}) {
  const { record, source, suggested } = props;
  const vault = useVault();
  const toast = useToast();
  const go = useGo();
  const today = useToday();
  const people = useRecords('person');
  const sourceWords = useSourceWords()(source);
  const removeWithUndo = useRemoveWithUndo();
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<ActionFields>(
    'action',
    record?.id ?? null,
    record === null
      ? emptyActionFields(source === null ? '' : (suggested[0] ?? ''), source, today)
      : fieldsOfAction(record.value),
    ({ what }) => (what.trim() === '' ? 'An action' : `Action: ${what.trim()}`.slice(0, 200)),
    (draft) => draft.source === sourcePath(source),
  );
  const { fields } = form;
  const errorOf = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const options = useMemo(
    () =>
      people
        .filter(({ value }) => value.lastDay === null || value.lastDay >= today)
        .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
        .sort((left, right) => left.label.localeCompare(right.label, 'en-GB')),
    [people, today],
  );

  const save = async (): Promise<void> => {
    const reading = readActionFields(fields, today, record?.value ?? null);
    setErrors(reading.problems);
    if (reading.action === null || isSaving) return;
    setSaving(true);
    const saved = await vault.put('action', reading.action, record ?? undefined);
    setSaving(false);
    if (!saved.ok) {
      setErrors([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await form.clear();
    toast({ text: `Saved. Look at it on ${formatDate(reading.action.reviewOn)}.` });
    go(record === null && sourceWords !== null ? sourceWords.href : '/actions');
  };

  return (
    <div className={styles.formWidth}>
      <Sheet pad>
        <Form errors={errors} onSubmit={save} aria-label="Action">
          {form.isRestored && <DraftNote onDiscard={form.discard} />}
          {sourceWords !== null && (
            <Note kind="plain" title="It answers a finding">
              <TextLink href={sourceWords.href}>{sourceWords.text}</TextLink>. The next round shows whether
              the figure has moved. It does not prove why.
            </Note>
          )}
          <TextField
            name="what"
            label="What you will do"
            hint="One thing, in words that anybody in the service understands"
            autoFocus={record === null}
            value={fields.what}
            error={errorOf('what')}
            onChange={(what) => {
              form.set({ what });
            }}
          />
          {record === null && (
            <Suggestions
              texts={suggested}
              now={fields.what}
              onTake={(what) => {
                form.set({ what });
              }}
            />
          )}
          <ComboBox
            name="ownerId"
            label="Who sees to it"
            hint="Leave it empty to name a role instead"
            isOptional
            value={fields.ownerId === '' ? null : fields.ownerId}
            error={errorOf('ownerId')}
            options={options}
            onChange={(ownerId) => {
              form.set({ ownerId: ownerId ?? '' });
            }}
          />
          {fields.ownerId === '' && (
            <TextField
              name="ownerRole"
              label="Or a role"
              hint="Such as “Team lead”"
              isOptional
              value={fields.ownerRole}
              error={errorOf('ownerRole')}
              onChange={(ownerRole) => {
                form.set({ ownerRole });
              }}
            />
          )}
          <DateField
            name="reviewOn"
            label="Look at it on"
            hint="Eight weeks is usual: long enough to show something"
            today={today}
            value={fields.reviewOn}
            error={errorOf('reviewOn')}
            onChange={(reviewOn) => {
              form.set({ reviewOn });
            }}
          />
          <Segmented
            name="costKind"
            label="What it costs"
            value={fields.costKind}
            onChange={(costKind) => {
              form.set({ costKind });
            }}
            options={costKinds.map((kind) => ({ value: kind, label: costKindLabels[kind] }))}
          />
          <Checkbox
            name="isFunded"
            isSelected={fields.isFunded}
            onChange={(isFunded) => {
              form.set({ isFunded });
            }}
          >
            The money or the time for it is there
          </Checkbox>
          {fields.isFunded && (
            <TextField
              name="fundedFrom"
              label="Where it comes from"
              hint="A budget or a body, such as “Training budget”"
              isOptional
              value={fields.fundedFrom}
              error={errorOf('fundedFrom')}
              onChange={(fundedFrom) => {
                form.set({ fundedFrom });
              }}
            />
          )}
          <Select
            name="readinessArea"
            label="It counts for readiness in"
            value={fields.readinessArea}
            onChange={(readinessArea) => {
              form.set({ readinessArea });
            }}
            options={[
              { value: '', label: 'No area' },
              ...readinessAreaIds.map((area) => ({ value: area, label: readinessAreaLabels[area] })),
            ]}
          />
          <FormActions>
            <Button type="submit" variant="primary" isPending={isSaving} pendingText="Saving">
              Save action
            </Button>
            <LinkButton href="/actions" variant="quiet">
              Not now
            </LinkButton>
            {record !== null && (
              <Button
                variant="quiet"
                onPress={() => {
                  void removeWithUndo([record], 'Action deleted.').then((isGone) => {
                    if (isGone) go('/actions');
                  });
                }}
              >
                Delete this action
              </Button>
            )}
          </FormActions>
        </Form>
      </Sheet>
    </div>
  );
}

export function NewActionPage(props: {
  readonly from: string;
  readonly id: string;
  readonly detail: string;
}) {
  const source = sourceOfPath(props.from, props.id, props.detail);
  const wave = useRecord('wellbeing-wave', source?.from === 'round' ? source.waveId : '');
  const suggested =
    wave === undefined || source?.from !== 'round'
      ? []
      : suggestedActions(wave.value.instrumentId, source.scaleId);
  return (
    <Page
      title="New action"
      docTitle="New action"
      crumbs={crumbs}
      lede="What, who and when to look at it. It shows in Actions until it is done."
    >
      <ActionForm record={null} source={source} suggested={suggested} />
    </Page>
  );
}

export function EditActionPage(props: { readonly id: string }) {
  const record = useRecord('action', props.id);
  if (record === undefined) {
    return (
      <Page title="This action is not here" crumbs={crumbs}>
        <Sheet pad>
          <p>It may have been deleted. Nothing else changed.</p>
          <LinkButton href="/actions">See all actions</LinkButton>
        </Sheet>
      </Page>
    );
  }
  return (
    <Page
      title={record.value.what}
      docTitle="Action"
      crumbs={crumbs}
      lede={`Begun on ${formatDate(record.value.openedOn)}.${isOpen(record.value) ? '' : ' It is closed.'}`}
    >
      <ActionForm key={record.id} record={record} source={record.value.source} suggested={[]} />
    </Page>
  );
}
