import { expect, it } from 'vitest';
import { ipcContract } from '@shared/ipc/contract';
import { noticeText } from '@shared/ipc/notice-contract';
import { reminderKinds } from '@shared/records/reminder-settings/reminder-settings';
import { createNotices } from '../../../electron/services/notices';

function bench() {
  const shown: string[] = [];
  const now = { state: 'unlocked' as 'locked' | 'unlocked', day: 'Mon' };
  const notices = createNotices({
    session: { current: () => now.state },
    day: () => now.day,
    show: (text) => shown.push(text),
  });
  return { shown, now, notices };
}

it('shows counts alone, once a day for the same ones', () => {
  const { shown, now, notices } = bench();
  notices.show({ supervision: 2, 'access-request': 1 });
  notices.show({ supervision: 2, 'access-request': 1 });
  notices.show({});
  notices.show({ supervision: 3 });
  now.day = 'Tue';
  notices.show({ supervision: 3 });
  expect(shown).toEqual(['2 supervisions, 1 reply due', '3 supervisions due', '3 supervisions due']);
});

it('shows nothing while the vault is locked', () => {
  const { shown, now, notices } = bench();
  now.state = 'locked';
  notices.show({ supervision: 2 });
  expect(shown).toEqual([]);
});

it('has words for every sort of reminder, and takes no words from the page', () => {
  for (const kind of reminderKinds) expect(noticeText({ [kind]: 1 })).toMatch(/^1 [a-z ]+ due$/);
  const { request } = ipcContract['notice.show'];
  expect(request.safeParse({ counts: { supervision: 1 } }).success).toBe(true);
  expect(request.safeParse({ counts: { supervision: 1 }, text: 'Ailsa' }).success).toBe(false);
  expect(request.safeParse({ counts: { Ailsa: 1 } }).success).toBe(false);
});
