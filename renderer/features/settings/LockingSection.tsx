import { useEffect, useState } from 'react';
import type { PageSettings } from '@shared/ipc/session-contract';
import { errorText } from '../../app/error-text';
import { desktop } from '../../platform';
import { Checkbox, Note, Section, Select, Sheet, useToast } from '../../ui';
import styles from './settings.module.css';

const longestMinutes = 15;
const minuteOptions = Array.from({ length: longestMinutes }, (_, index) => ({
  value: String(index + 1),
  label: index === 0 ? '1 minute' : `${index + 1} minutes`,
}));

/** When it locks by itself. Each choice takes hold at once; there is no "never". */
export function LockingSection() {
  const toast = useToast();
  const [settings, setSettings] = useState<PageSettings | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void desktop['preferences.read']({}).then((answer) => {
      if (isHere && answer.ok) setSettings(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, []);

  async function change(changed: Partial<PageSettings>): Promise<void> {
    const answer = await desktop['preferences.write'](changed);
    setProblem(answer.ok ? null : errorText(answer.error));
    if (!answer.ok) return;
    setSettings(answer.value);
    toast({ text: 'Saved. It counts from now on.' });
  }

  if (settings === null) return null;
  return (
    <Section title="Locking">
      <Sheet pad>
        {problem !== null && (
          <Note kind="caution" title="It stays as it was">
            <p role="alert">{problem}</p>
          </Note>
        )}
        <div className={styles.choices}>
          <Select
            label="Lock after"
            hint="Without a key or a click. Drafts are kept first."
            name="idle-minutes"
            value={String(settings.idleMinutes)}
            options={minuteOptions}
            onChange={(minutes) => void change({ idleMinutes: Number(minutes) })}
          />
          <Checkbox
            name="lock-on-minimise"
            isSelected={settings.lockOnMinimise}
            onChange={(lockOnMinimise) => void change({ lockOnMinimise })}
          >
            Lock when the window is made small
          </Checkbox>
          <p className={styles.quiet}>
            It also locks when the laptop sleeps or its own lock comes on, and after eight hours open. What
            you copied here leaves the clipboard after one minute.
          </p>
        </div>
      </Sheet>
    </Section>
  );
}
