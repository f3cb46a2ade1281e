import { History, Pencil, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { deskFigures, gapsOf, latestCheck, nextCheckOn } from '@shared/spaces/findings';
import { hasQuietSpace, quietHours } from '@shared/spaces/quiet-hours';
import type { Site } from '@shared/records/site/site';
import { Facts } from '../../../records/Facts';
import { KeptLine } from '../../../records/KeptLine';
import { Columns, LinkButton, MoreMenu, Note, Page, Section, useGo } from '../../../ui';
import { useRecord, useRecords, useViewNote, type StoredRecord } from '../../../vault';
import { SitePhotos } from '../photos/SitePhotos';
import { SiteResources } from '../resources/SiteResources';
import { spacesCrumbs } from '../spaces-crumbs';
import { answeredWords, countWords, desksLine, deskCount, hoursText, siteTraits } from '../space-words';
import { NoSite } from './NoSite';
import { CheckHistory, NewCheckLinks, SideBySide } from './SiteChecks';
import { SiteGaps } from './SiteGaps';
import { SiteRooms } from './SiteRooms';
import { useRemoveSite } from './use-remove-site';

export function SitePage(props: { readonly id: string }) {
  const record = useRecord('site', props.id);
  useViewNote('site', record?.id);
  return record === undefined ? <NoSite /> : <SiteDetail record={record} />;
}

function SiteDetail(props: { readonly record: StoredRecord<'site'> }) {
  const { record } = props;
  const { id, value } = record;
  const go = useGo();
  const remove = useRemoveSite(record);
  const all = useRecords('space-check');
  const checks = useMemo(
    () =>
      all
        .filter((check) => check.value.siteId === id)
        .toSorted((left, right) => right.value.on.localeCompare(left.value.on)),
    [all, id],
  );
  const staff = latestCheck(all, id, 'staff');
  const people = latestCheck(all, id, 'people-who-use');
  const gaps = gapsOf(staff?.value ?? null, people?.value ?? null);
  const desks = deskFigures(value);
  const missing = gaps.length + desks.crowded.length;
  const traits = siteTraits(value);
  const next = nextCheckOn(staff?.value ?? null);
  return (
    <Page
      title={value.name}
      docTitle="A site"
      crumbs={spacesCrumbs}
      lede={traits === '' ? undefined : traits}
      actions={
        <>
          <LinkButton href={`~/spaces/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <MoreMenu
            items={[
              {
                label: 'Earlier versions',
                icon: <History aria-hidden="true" />,
                onAction: () => {
                  go(`~/spaces/${id}/history`);
                },
              },
              {
                label: 'Delete',
                icon: <Trash2 aria-hidden="true" />,
                onAction: () => void remove(),
              },
            ]}
          />
        </>
      }
    >
      <Facts
        facts={[
          {
            label: 'Desks',
            value: desksLine(desks),
            detail:
              desks.crowded.length === 0
                ? undefined
                : `${deskCount(desks.crowded.reduce((sum, room) => sum + room.tooMany, 0))} too many in ${countWords(desks.crowded.length, 'room', 'rooms')}`,
          },
          { label: 'Quiet space for staff', ...quietFact(value) },
          {
            label: 'Checked by staff',
            value: staff === null ? 'Not yet' : formatDate(staff.value.on),
            detail: next === null ? undefined : `Next by ${formatDate(next)}`,
          },
          {
            label: 'Checked by people who use it',
            value: people === null ? 'Not yet' : formatDate(people.value.on),
            detail: people === null ? undefined : answeredWords(people.value),
          },
          {
            label: 'Missing',
            value: missing === 0 ? 'Nothing named' : countWords(missing, 'thing', 'things'),
          },
        ]}
      />
      <Columns
        main={
          <>
            <SiteGaps siteId={id} desks={desks} gaps={gaps} />
            <SideBySide staff={staff} people={people} />
          </>
        }
        side={
          <>
            <Section title="Check this site">
              <NewCheckLinks siteId={id} />
            </Section>
            <SiteRooms record={record} />
            <SiteResources siteId={id} />
            <SitePhotos site={record} />
            <CheckHistory checks={checks} />
          </>
        }
      />
      <Note kind="plain">
        <KeptLine of={null} />
      </Note>
    </Page>
  );
}

function quietFact(site: Site): { readonly value: string; readonly detail?: string } {
  const rooms = site.rooms.flatMap(({ quiet }) => (quiet === null ? [] : [quietHours(quiet)]));
  if (rooms.length === 0) return { value: 'None' };
  const open = rooms.reduce((sum, each) => sum + each.open, 0);
  if (rooms.some(({ free }) => free === null))
    return {
      value: hasQuietSpace(site) ? `Open ${hoursText(open)} a week` : 'Shared with other work',
      detail: 'Hours given to other work are not counted',
    };
  const free = rooms.reduce((sum, each) => sum + (each.free ?? 0), 0);
  return { value: `${hoursText(free)} a week`, detail: `Of ${hoursText(open)} that it is open` };
}
