import { useMemo, useRef, useState } from 'react';
import {
  addTemplateStep,
  changeTemplateStep,
  moveTemplateStep,
  refusedSteps,
  removeTemplateStep,
  savedTemplate,
} from '@shared/event-plans/own-templates';
import { timingInPhase } from '@shared/event-plans/timing';
import {
  eventTypeLabels,
  eventTypes,
  type PhaseId,
  phaseIds,
  phaseLabels,
} from '@shared/records/event-plan/event-plan';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { DraftNote } from '../../../records/DraftNote';
import {
  Button,
  Chips,
  Form,
  FormActions,
  LinkButton,
  Page,
  Section,
  Sheet,
  TextField,
  useGo,
  useToast,
  VisuallyHidden,
} from '../../../ui';
import { type StoredRecord, useDraft, useVault, useWholeRecord } from '../../../vault';
import styles from '../incidents.module.css';
import { incidentsCrumb } from '../PlanGone';
import { AvoidEditor } from './AvoidEditor';
import { StepEditor } from './StepEditor';
import {
  type EditedTemplate,
  editedOf,
  editedOfDraft,
  type EditProblem,
  editProblems,
  tidied,
} from './template-draft';

/** Changes a template of the service's own. A plan that runs is not touched by it. */
export function EditTemplatePage(props: { readonly id: string }) {
  const stored = useWholeRecord('plan-template', props.id);
  const templates = { label: 'Templates', href: '~/incidents/templates' };
  if (stored == null) {
    return (
      <Page title="Change a template" docTitle="Change a template" crumbs={[incidentsCrumb, templates]}>
        {stored === null && <p>This template is not here. It may have been removed.</p>}
      </Page>
    );
  }
  return <Editor key={stored.id} stored={stored} />;
}

/** The step whose words a problem is about. */
function stepOf(field: string): string | null {
  return /^(?:title|detail)-(.+)$/.exec(field)?.[1] ?? null;
}

function Editor(props: { readonly stored: StoredRecord<'plan-template'> }) {
  const { stored } = props;
  const vault = useVault();
  const today = useToday();
  const go = useGo();
  const toast = useToast();
  const [typed, setTyped] = useState<EditedTemplate | null>(null);
  const [problems, setProblems] = useState<readonly EditProblem[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const before = useMemo(() => editedOf(stored.value), [stored]);
  const draft = useDraft(
    'plan-template',
    stored.id,
    'A plan template',
    { ...(typed ?? before) },
    typed !== null,
  );
  const [restored, setRestored] = useState(() =>
    draft.restored === null ? null : editedOfDraft(draft.restored),
  );
  const edited = typed ?? restored ?? before;
  const href = `/incidents/templates/${stored.id}`;
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  /** The pure functions work on what is stored: what is typed stands in for its content. */
  const asOwn = { ...stored.value, ...edited };
  const set = (change: Partial<EditedTemplate>) => {
    setTyped({ ...edited, ...change });
  };

  const add = (phaseId: PhaseId) => {
    const next = addTemplateStep(asOwn, {
      phaseId,
      title: '',
      detail: '',
      ownerRole: '',
      strand: 'support',
      condition: null,
      timing: timingInPhase(phaseId, 0),
      lapses: false,
    });
    set({ steps: next.steps });
    setOpen(next.steps.at(-1)?.id ?? null);
  };

  const save = async () => {
    const tidy = tidied(edited);
    const refused = refusedSteps(tidy).map(({ stepId, refusal }) => ({
      field: `${refusal.about}-${stepId}`,
      message: `${refusal.question} ${refusal.guidance} says not to go through feelings as a group`,
    }));
    const found = [...editProblems(tidy), ...refused];
    setProblems(found);
    const [first] = found.flatMap(({ field }) => stepOf(field) ?? []);
    if (first !== undefined) setOpen(first);
    if (found.length > 0) return;
    const value = savedTemplate(stored.value, { ...stored.value, ...tidy }, today);
    const saved = await vault.put('plan-template', value, stored);
    if (!saved.ok) {
      setProblems([{ field: '', message: errorText(saved.error) }]);
      return;
    }
    await draft.clear();
    toast({
      text:
        value.version === stored.value.version
          ? 'Nothing was changed.'
          : `Saved as version ${value.version}. Plans that run keep the words that they started with.`,
    });
    go(href);
  };

  return (
    <Page
      title="Change a template"
      docTitle="Change a template"
      crumbs={[
        incidentsCrumb,
        { label: 'Templates', href: '~/incidents/templates' },
        { label: stored.value.title, href },
      ]}
    >
      <div className={styles.formWidth} ref={list}>
        <Form onSubmit={save} errors={problems} aria-label="Change a template">
          {restored !== null && typed === null && (
            <DraftNote
              onDiscard={() => {
                setRestored(null);
                void draft.clear();
              }}
            />
          )}
          <Sheet pad>
            <TextField
              name="title"
              label="Title"
              value={edited.title}
              onChange={(title) => {
                set({ title });
              }}
              error={errorOf('title')}
            />
            <TextField
              name="summary"
              label="In one sentence"
              isOptional
              value={edited.summary}
              onChange={(summary) => {
                set({ summary });
              }}
              error={errorOf('summary')}
            />
            <Chips
              name="eventTypes"
              label="Offered first for"
              hint="None chosen: it is offered for every event, after the others."
              isOptional
              value={edited.eventTypes}
              onChange={(picked) => {
                set({ eventTypes: picked });
              }}
              options={eventTypes.map((value) => ({ value, label: eventTypeLabels[value] }))}
            />
          </Sheet>
          <span role="status">
            <VisuallyHidden>{said}</VisuallyHidden>
          </span>
          {phaseIds.map((phaseId) => (
            <Section key={phaseId} title={phaseLabels[phaseId]}>
              <Sheet>
                <ul aria-label={`Steps, ${phaseLabels[phaseId]}`}>
                  {edited.steps
                    .filter((step) => step.phaseId === phaseId)
                    .map((step) => (
                      <StepEditor
                        key={step.id}
                        step={step}
                        isOpen={open === step.id}
                        onToggle={() => {
                          setOpen(open === step.id ? null : step.id);
                        }}
                        onChange={(change) => {
                          set({ steps: changeTemplateStep(asOwn, step.id, change).steps });
                        }}
                        onMove={(direction) => {
                          const { steps } = moveTemplateStep(asOwn, step.id, direction);
                          set({ steps });
                          const own = steps.filter((each) => each.phaseId === phaseId);
                          const place = own.findIndex(({ id }) => id === step.id) + 1;
                          setSaid(`${step.title}: ${place} of ${own.length}`);
                        }}
                        onRemove={() => {
                          set({ steps: removeTemplateStep(asOwn, step.id).steps });
                          setOpen(null);
                          toast({
                            text: 'Step taken out. It is saved with the rest.',
                            actions: [
                              {
                                label: 'Undo',
                                onPress: () => {
                                  set({ steps: edited.steps });
                                },
                              },
                            ],
                          });
                        }}
                        error={errorOf(`title-${step.id}`)}
                        detailError={errorOf(`detail-${step.id}`)}
                      />
                    ))}
                </ul>
                <div className={styles.padded}>
                  <Button
                    size="small"
                    aria-label={`Add a step: ${phaseLabels[phaseId]}`}
                    onPress={() => {
                      add(phaseId);
                    }}
                  >
                    Add a step
                  </Button>
                </div>
              </Sheet>
            </Section>
          ))}
          <AvoidEditor
            value={edited.avoid}
            onChange={(avoid) => {
              set({ avoid });
            }}
            errorOf={errorOf}
          />
          <FormActions>
            <Button type="submit" variant="primary">
              Save template
            </Button>
            <LinkButton href={`~${href}`}>Not now</LinkButton>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}
