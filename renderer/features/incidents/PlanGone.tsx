import { EmptyState, LinkButton, Page } from '../../ui';

export const incidentsCrumb = { label: 'Incidents', href: '~/incidents' } as const;

/** In place of a page of a plan that is not there. */
export function PlanGone(props: { readonly title: string }) {
  return (
    <Page title={props.title} docTitle={props.title} crumbs={[incidentsCrumb]}>
      <EmptyState
        title="This plan is not here"
        action={<LinkButton href="~/incidents">All plans</LinkButton>}
      >
        It may have been removed. Nothing else is changed.
      </EmptyState>
    </Page>
  );
}
