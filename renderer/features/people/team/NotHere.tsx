import { LinkButton, Page, Sheet } from '../../../ui';

/** A record of team life that is gone: what it may be, and the way back. */
export function NotHere(props: {
  /** "This conversation is not here" */
  readonly title: string;
  readonly crumbs: readonly { readonly label: string; readonly href: string }[];
  readonly back: string;
  readonly href: string;
}) {
  const { title, crumbs, back, href } = props;
  return (
    <Page title={title} docTitle="Not here" crumbs={crumbs}>
      <Sheet pad>
        <p>It may have been deleted. Nothing else changed.</p>
        <LinkButton href={href}>{back}</LinkButton>
      </Sheet>
    </Page>
  );
}
