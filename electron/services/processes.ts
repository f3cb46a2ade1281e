import { readFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import type { ProcessesPort } from '../ports';

/**
 * Linux numbers the ticks since boot at which a process began, and each boot. The other systems tell Node
 * neither; there a lock from before the last boot is known to be dead by its time.
 */
export function createProcesses(clock: { wall(): number }): ProcessesPort {
  return {
    pid: process.pid,
    isAlive(pid) {
      try {
        process.kill(pid, 0);
        return true;
      } catch (cause) {
        // EPERM: it is there, but somebody else's.
        return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
      }
    },
    async startMark(pid) {
      try {
        const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
        const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
        // The name before it may hold blanks and brackets: count from its last bracket.
        const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
        return ticks === undefined ? null : `${boot.trim()} ${ticks}`;
      } catch {
        return null;
      }
    },
    bootedAt: () => clock.wall() - uptime() * 1000,
    now: () => clock.wall(),
  };
}
