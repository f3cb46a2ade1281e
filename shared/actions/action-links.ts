/** The addresses of a new action, by what it answers: ids alone, as in every route. */
import { isRecordId } from '@shared/kernel/ids';
import { isReadinessAreaId } from '@shared/readiness/areas';
import type { ActionSource } from '@shared/records/action/action';

/** What stands after `/actions/new/`; empty for an action made by hand. */
export function sourcePath(source: ActionSource | null): string {
  if (source === null) return '';
  switch (source.from) {
    case 'round':
      return joined('round', source.waveId, source.scaleId);
    case 'session':
      return joined('session', source.sessionId, null);
    case 'event':
      return joined('event', source.planId, null);
    case 'space':
      return joined('space', source.siteId, source.item);
    case 'readiness':
      return joined('readiness', source.area, null);
    case 'figure':
      return joined('figure', source.measure, null);
    case 'conversation':
      return joined('conversation', source.conversationId, null);
    case 'habits':
      return 'habits';
  }
}

export function newActionHref(source: ActionSource | null): string {
  const path = sourcePath(source);
  return path === '' ? '/actions/new' : `/actions/new/${path}`;
}

/** The source that an address names; null where it names none: an action by hand is always possible. */
export function sourceOfPath(from: string, id: string, detail: string): ActionSource | null {
  const code = detail === '' ? null : detail;
  switch (from) {
    case 'round':
      return isRecordId(id) ? { from, waveId: id, scaleId: code } : null;
    case 'session':
      return isRecordId(id) ? { from, sessionId: id } : null;
    case 'event':
      return isRecordId(id) ? { from, planId: id } : null;
    case 'space':
      return isRecordId(id) ? { from, siteId: id, item: code } : null;
    case 'readiness':
      return isReadinessAreaId(id) ? { from, area: id } : null;
    case 'figure':
      return id === '' || id.length > 40 ? null : { from, measure: id };
    case 'conversation':
      return isRecordId(id) ? { from, conversationId: id } : null;
    case 'habits':
      return { from };
    default:
      return null;
  }
}

function joined(from: string, id: string, detail: string | null): string {
  return detail === null ? `${from}/${id}` : `${from}/${id}/${detail}`;
}
