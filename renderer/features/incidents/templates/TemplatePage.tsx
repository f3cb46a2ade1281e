import { Copy, Download, History, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { copyTemplate, templateOf } from '@shared/event-plans/own-templates';
import { templateById } from '@shared/event-plans/registry';
import { exportTemplate, templateFileName } from '@shared/event-plans/template-file';
import { errorText } from '../../../app/error-text';
import { desktop, useToday } from '../../../platform';
import { Button, EmptyState, LinkButton, Page, useGo, useToast } from '../../../ui';
import { newRecordId, useRecords, useVault, useWholeRecord } from '../../../vault';
import { incidentsCrumb } from '../PlanGone';
import { SaveProblem } from '../SaveProblem';
import { notUndone } from '../undo-words';
import { TemplateWords } from './TemplateWords';

const templatesCrumb = { label: 'Templates', href: '~/incidents/templates' } as const;

/** One template as it reads. Built-in ones are copied before they are changed. */
export function TemplatePage(props: { readonly id: string }) {
  const vault = useVault();
  const today = useToday();
  const go = useGo();
  const toast = useToast();
  const own = useWholeRecord('plan-template', props.id);
  const titles = useRecords('plan-template').map(({ value }) => value.title);
  const [problem, setProblem] = useState<string | null>(null);
  const builtIn = templateById(props.id);
  const template = builtIn ?? (own == null ? null : templateOf(own));

  if (template === null) {
    return (
      <Page title="Template" docTitle="Plan template" crumbs={[incidentsCrumb, templatesCrumb]}>
        {own === null && (
          <EmptyState
            title="This template is not here"
            action={<LinkButton href="~/incidents/templates">All templates</LinkButton>}
          >
            Plans that were made from it go on as they are.
          </EmptyState>
        )}
      </Page>
    );
  }

  const copy = async () => {
    const id = newRecordId();
    const value = copyTemplate(template, freeTitle(template.title, titles), today);
    const saved = await vault.commit([{ type: 'put', kind: 'plan-template', id, baseRevision: 0, value }]);
    if (!saved.ok) setProblem(errorText(saved.error));
    else go(`/incidents/templates/${id}/edit`);
  };
  const save = async () => {
    if (own == null) return;
    const saved = await desktop['file.save']({
      suggestedName: templateFileName,
      bytes: new TextEncoder().encode(exportTemplate(own.value)),
    });
    if (saved.ok)
      toast({
        text: 'Saved. The file holds the words of the template, and nothing else.',
        actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
      });
    else if (saved.error.tag !== 'Cancelled') setProblem(errorText(saved.error));
  };
  const remove = async () => {
    if (own == null) return;
    const removed = await vault.remove('plan-template', own.id, own.revision);
    if (!removed.ok) {
      setProblem(errorText(removed.error));
      return;
    }
    const [gone] = removed.value;
    const putBack = async () => {
      const back = await vault.put('plan-template', own.value, gone);
      toast({ text: back.ok ? 'Put back.' : notUndone });
    };
    toast({
      text: 'Template deleted. Plans made from it go on.',
      actions: [{ label: 'Undo', onPress: () => void putBack() }],
    });
    go('/incidents/templates');
  };

  return (
    <Page
      title={template.title}
      docTitle="Plan template"
      lede={template.summary}
      crumbs={[incidentsCrumb, templatesCrumb]}
      actions={
        own == null ? (
          <Button variant="primary" icon={<Copy aria-hidden="true" />} onPress={() => void copy()}>
            Copy and change
          </Button>
        ) : (
          <>
            <LinkButton
              href={`~/incidents/templates/${own.id}/edit`}
              variant="primary"
              icon={<Pencil aria-hidden="true" />}
            >
              Change
            </LinkButton>
            <Button icon={<Copy aria-hidden="true" />} onPress={() => void copy()}>
              Copy
            </Button>
            <Button icon={<Download aria-hidden="true" />} onPress={() => void save()}>
              Save as a file
            </Button>
            <Button variant="quiet" icon={<Trash2 aria-hidden="true" />} onPress={() => void remove()}>
              Delete
            </Button>
            <LinkButton
              href={`~/incidents/templates/${own.id}/history`}
              variant="quiet"
              icon={<History aria-hidden="true" />}
            >
              Earlier versions
            </LinkButton>
          </>
        )
      }
    >
      <SaveProblem problem={problem} />
      <TemplateWords template={template} />
    </Page>
  );
}

/** "Suicide, our own", then with a number: two of one title could not be told apart in the quick start. */
function freeTitle(title: string, taken: readonly string[]): string {
  const base = `${title.slice(0, 180)}, our own`;
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base} ${number}`)) number += 1;
  return `${base} ${number}`;
}
