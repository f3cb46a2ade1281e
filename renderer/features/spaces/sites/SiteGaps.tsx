import type { RecordId } from '@shared/kernel/ids';
import { newActionHref } from '@shared/actions/action-links';
import { isOpen } from '@shared/records/action/action';
import { checkAnswerLabels, type CheckGroup } from '@shared/spaces/check-items';
import type { DeskFigures, SidedItem } from '@shared/spaces/findings';
import { Row, RowList, Section, Sheet, TextLink, VisuallyHidden } from '../../../ui';
import { useRecords } from '../../../vault';
import { deskCount, groupBy } from '../space-words';

/** What is missing, by whom it was said, and what is done about it. */
export function SiteGaps(props: {
  readonly siteId: RecordId;
  readonly desks: DeskFigures;
  readonly gaps: readonly SidedItem[];
}) {
  const { siteId, desks, gaps } = props;
  const isEmpty = desks.crowded.length === 0 && gaps.length === 0;
  return (
    <Section title="What is missing">
      {isEmpty ? (
        <p>Nothing that anybody has named so far.</p>
      ) : (
        <Sheet>
          <RowList aria-label="What is missing">
            {desks.crowded.map(({ id, name, tooMany }) => (
              <Row
                key={id}
                title={`${name} has ${deskCount(tooMany)} too many`}
                detail="By its measures"
                action={<ActionLink siteId={siteId} item={id} of={name} />}
              />
            ))}
            {gaps.map((gap) => (
              <Row
                key={gap.id}
                title={gap.label}
                detail={gapWords(gap)}
                action={<ActionLink siteId={siteId} item={gap.id} of={gap.label} />}
              />
            ))}
          </RowList>
        </Sheet>
      )}
    </Section>
  );
}

/** "No, say staff: used for groups. Partly, say people who use the service. Team lead sees to it." */
function gapWords(gap: SidedItem): string {
  const said = (group: CheckGroup, item: SidedItem['staff']): string => {
    if (item === null) return '';
    return `${checkAnswerLabels[item.answer]}, say ${groupBy[group]}${item.note === '' ? '' : `: ${item.note}`}`;
  };
  const owner =
    [gap.staff?.ownerRole, gap.people?.ownerRole].find((role) => role !== undefined && role !== '') ?? '';
  return [
    said('staff', gap.staff),
    said('people-who-use', gap.people),
    owner === '' ? '' : `${owner} sees to it`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function ActionLink(props: { readonly siteId: RecordId; readonly item: string; readonly of: string }) {
  const { siteId, item } = props;
  const action = useRecords('action').find(
    ({ value }) =>
      isOpen(value) &&
      value.source?.from === 'space' &&
      value.source.siteId === siteId &&
      value.source.item === item,
  );
  return action === undefined ? (
    <TextLink href={`~${newActionHref({ from: 'space', siteId, item })}`}>
      Make an action<VisuallyHidden>: {props.of}</VisuallyHidden>
    </TextLink>
  ) : (
    <TextLink href={`~/actions/${action.id}`}>
      Action agreed<VisuallyHidden>: {props.of}</VisuallyHidden>
    </TextLink>
  );
}
