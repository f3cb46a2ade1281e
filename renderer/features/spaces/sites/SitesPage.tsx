import { DoorOpen, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useToday } from '../../../platform';
import { deskFigures, gapsOf, latestCheck, nextCheckOn, type StoredCheck } from '@shared/spaces/findings';
import type { LocalDate } from '@shared/kernel/local-date';
import { spaceNeeds } from '@shared/spaces/space-needs';
import { EmptyState, LinkButton, Page, Row, RowList, Section, Sheet, Status } from '../../../ui';
import { useRecords, type StoredOutline } from '../../../vault';
import { SpacesNav } from '../spaces-nav';
import { checkedWords, countWords, deskCount, desksLine, type StatusWords } from '../space-words';

const addSite = (
  <LinkButton href="~/spaces/new" variant="primary" icon={<Plus aria-hidden="true" />}>
    Add a site
  </LinkButton>
);

interface SiteNow {
  readonly record: StoredOutline<'site'>;
  readonly detail: string;
  readonly status: StatusWords;
  /** What asks for most stands first. */
  readonly weight: number;
}

function siteNow(record: StoredOutline<'site'>, checks: readonly StoredCheck[], today: LocalDate): SiteNow {
  const desks = deskFigures(record.value);
  const staff = latestCheck(checks, record.id, 'staff')?.value ?? null;
  const people = latestCheck(checks, record.id, 'people-who-use')?.value ?? null;
  const gaps = gapsOf(staff, people).length;
  const tooMany = desks.crowded.reduce((sum, room) => sum + room.tooMany, 0);
  const next = nextCheckOn(staff);
  const detail = [desksLine(desks), staff === null ? 'Not checked by staff yet' : checkedWords(staff)].join(
    ' · ',
  );
  const status = ((): StatusWords => {
    if (tooMany > 0) return { kind: 'caution', children: `${deskCount(tooMany)} too many` };
    if (gaps > 0) return { kind: 'due', children: `${countWords(gaps, 'gap', 'gaps')} to close` };
    if (staff === null) return { kind: 'later', children: 'To be checked' };
    if (next !== null && next <= today) return { kind: 'due', children: 'To check again' };
    return { kind: 'good', children: 'Nothing to close' };
  })();
  return { record, detail, status, weight: tooMany * 1000 + gaps * 10 + (staff === null ? 1 : 0) };
}

/** Where people work, what asks for something first. */
export function SitesPage() {
  const today = useToday();
  const sites = useRecords('site');
  const checks = useRecords('space-check');
  const resources = useRecords('resource');
  const rows = useMemo(
    () =>
      sites
        .map((record) => siteNow(record, checks, today))
        .toSorted((left, right) => right.weight - left.weight),
    [sites, checks, today],
  );
  const needs = useMemo(
    () => spaceNeeds({ sites, checks, resources }, today),
    [sites, checks, resources, today],
  );
  return (
    <Page
      title="Spaces"
      lede="Rooms that help people feel safe, and desks that fit."
      actions={sites.length === 0 ? undefined : addSite}
    >
      <SpacesNav />
      {sites.length === 0 ? (
        <EmptyState icon={<DoorOpen />} title="No site here yet" action={addSite}>
          <p>
            Add a place where people work, and measure its rooms. Then staff check it, and so do the people
            who use the service. For example: the front office, 6.0 by 4.5 by 2.7 metres with 8 desks.
          </p>
        </EmptyState>
      ) : (
        <>
          {needs.length > 0 && (
            <Section title="Due now">
              <Sheet>
                <RowList aria-label="Due now">
                  {needs.map(({ key, title, detail, daysLate, href }) => (
                    <Row
                      key={key}
                      href={`~${href}`}
                      title={title}
                      detail={detail}
                      status={
                        <Status kind="due">
                          {daysLate === 0 ? 'Today' : `${countWords(daysLate, 'day', 'days')} ago`}
                        </Status>
                      }
                    />
                  ))}
                </RowList>
              </Sheet>
            </Section>
          )}
          <Section title="Sites">
            <Sheet>
              <RowList aria-label="Sites">
                {rows.map(({ record, detail, status }) => (
                  <Row
                    key={record.id}
                    href={`~/spaces/${record.id}`}
                    title={record.value.name}
                    detail={detail}
                    status={<Status {...status} />}
                  />
                ))}
              </RowList>
            </Sheet>
          </Section>
        </>
      )}
    </Page>
  );
}
