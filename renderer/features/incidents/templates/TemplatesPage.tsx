import { useState } from 'react';
import { importTemplate } from '@shared/event-plans/template-file';
import { planTemplates, templateById } from '@shared/event-plans/registry';
import { formatDate } from '@shared/kernel/local-date';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { FileDrop, Note, Page, Row, RowList, Section, Sheet, useGo, useToast } from '../../../ui';
import { newRecordId, type StoredOutline, useRecords, useVault } from '../../../vault';
import { IncidentsNav } from '../IncidentsNav';
import styles from '../incidents.module.css';
import { incidentsCrumb } from '../PlanGone';
import { templateFileWords } from './template-words';

/** Every template: those of the service first, then those that come with Steading. */
export function TemplatesPage() {
  const own = useRecords('plan-template');
  const today = useToday();
  const vault = useVault();
  const go = useGo();
  const toast = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const sorted = [...own].sort((left, right) => left.value.title.localeCompare(right.value.title));

  const take = async (bytes: Uint8Array) => {
    const read = importTemplate(new TextDecoder().decode(bytes), today);
    if (!read.ok) {
      setProblem(templateFileWords(read.error));
      return;
    }
    const id = newRecordId();
    const saved = await vault.commit([
      { type: 'put', kind: 'plan-template', id, baseRevision: 0, value: read.value },
    ]);
    if (!saved.ok) {
      setProblem(errorText(saved.error));
      return;
    }
    setProblem(null);
    toast({ text: 'Template brought in. Read it through before you need it.' });
    go(`/incidents/templates/${id}`);
  };

  return (
    <Page
      title="Plan templates"
      docTitle="Plan templates"
      lede="What a plan starts from. A plan that runs keeps the words that it started with."
      crumbs={[incidentsCrumb]}
    >
      <IncidentsNav />
      <div className={styles.formWidth}>
        <Section title="Your own">
          {sorted.length === 0 ? (
            <p>None yet. Open one below and copy it, then make it fit your service.</p>
          ) : (
            <Sheet>
              <RowList aria-label="Your own templates">
                {sorted.map((template) => (
                  <Row
                    key={template.id}
                    href={`~/incidents/templates/${template.id}`}
                    title={template.value.title}
                    detail={ownWords(template, sorted)}
                  />
                ))}
              </RowList>
            </Sheet>
          )}
        </Section>
        <Section title="Built in">
          <Sheet>
            <RowList aria-label="Built-in templates">
              {planTemplates.map((template) => (
                <Row
                  key={template.id}
                  href={`~/incidents/templates/${template.id}`}
                  title={template.title}
                  detail={`${template.summary} ${template.steps.length} steps. Version ${template.version}.`}
                />
              ))}
            </RowList>
          </Sheet>
        </Section>
        <Section title="From another service">
          <div role="alert">
            {problem !== null && (
              <Note kind="caution" title="Not brought in">
                {problem}
              </Note>
            )}
          </div>
          <FileDrop
            label="Bring in a template"
            hint="A file that was saved from this page. It holds words and times, nothing about anyone."
            accept=".json,application/json"
            buttonLabel="Choose a template file"
            onFile={({ bytes }) => void take(bytes)}
          />
        </Section>
      </div>
    </Page>
  );
}

function ownWords(
  { value }: StoredOutline<'plan-template'>,
  own: readonly StoredOutline<'plan-template'>[],
): string {
  const from = value.copiedFrom;
  const source =
    from === null
      ? 'From a file'
      : `From “${templateById(from.templateId)?.title ?? own.find(({ id }) => id === from.templateId)?.value.title ?? 'a template that is gone'}”`;
  const events = value.eventTypes.map((type) => eventTypeLabels[type]).join(', ');
  return `${events === '' ? 'For any event' : events}. Version ${value.version}, ${formatDate(value.changedOn)}. ${source}.`;
}
