/** Where this page begins: main knows what the page before it had in front. */
import { useEffect, useState } from 'react';
import type { Resume } from '@shared/ipc/session-contract';
import { desktop } from '../../platform';

const fromTheStart: Resume = {
  vault: 'main',
  savedAt: null,
  place: null,
  isCurtained: false,
  isTimeUp: false,
};

/** null until main has answered, which takes no time that anybody sees. */
export function useResume(): Resume | null {
  const [resume, setResume] = useState<Resume | null>(null);
  useEffect(() => {
    let isHere = true;
    void desktop['session.resume']({}).then((answer) => {
      if (!isHere) return;
      const found = answer.ok ? answer.value : fromTheStart;
      if (found.place !== null) window.history.replaceState(null, '', `#${found.place}`);
      setResume(found);
    });
    return () => {
      isHere = false;
    };
  }, []);
  return resume;
}
