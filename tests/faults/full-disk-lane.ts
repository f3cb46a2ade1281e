/**
 * A disk of 80 MB that is full but for a little: saves, checkpoints, backups, erasures run into its end, and are killed
 * there. What said that it was saved is there, with the disk still full and with room again.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSeeded, type Seeded } from '@shared/demo/seeded';
import { DoorGone } from './door';
import { countIn, refuse, textOf, wait } from './lane';
import { newModel, readState, settle } from './model';
import { openProcess } from './process-door';
import { begin, reopen, saveSome, workNames, works, type Running } from './work';

export interface FullDiskReport {
  rounds: number;
  readonly refusals: Map<string, number>;
  acknowledged: number;
  readonly failures: string[];
}

const sizeMb = 80;
const roundsOfALife = 10;
const reserveBytes = 1024 * 1024;
const workMs = 700;

/** Null: mounted. Else why not. */
export function mountSmallDisk(folder: string): string | null {
  if (process.platform !== 'linux') return 'only on Linux';
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(sizeMb)}m`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
    return null;
  } catch {
    return 'mounting a tmpfs is not allowed here';
  }
}

/** Null when it was done; else why it was left out. */
export async function runFullDiskLane(
  script: string,
  rounds: number,
  seed: number,
  report: FullDiskReport,
  say: (line: string) => void,
): Promise<string | null> {
  for (let round = 0; round < rounds;) {
    const disk = await mkdtemp(join(tmpdir(), 'steading-full-'));
    const why = mountSmallDisk(disk);
    if (why !== null) {
      await rm(disk, { recursive: true });
      return why;
    }
    const fail = (what: string): void => {
      report.failures.push(`round ${String(round)} (seed ${String(seed)}): ${what}`);
      say(`      FAILED round ${String(round)}: ${what}`);
    };
    try {
      const end = Math.min(rounds, round + roundsOfALife);
      const random = createSeeded(seed * 2003 + round);
      const life = await beginLife(script, disk, random);
      for (let goesOn = true; goesOn && round < end; round += 1) {
        const wrong = await fullRound(life, round, report).catch(textOf);
        if (wrong !== null) fail(wrong);
        goesOn = wrong === null;
        report.rounds += 1;
      }
      await life.running.door.kill();
    } catch (cause) {
      fail(`a vault could not be begun: ${textOf(cause)}`);
      round += 1;
    } finally {
      execFileSync('umount', ['-l', disk]);
      await rm(disk, { recursive: true, force: true });
    }
  }
  return null;
}

interface FullLife {
  readonly script: string;
  readonly disk: string;
  readonly place: { readonly userData: string; readonly appData: string };
  running: Running;
}

async function beginLife(script: string, disk: string, random: Seeded): Promise<FullLife> {
  const place = { userData: join(disk, 'profile'), appData: join(disk, 'appdata') };
  await mkdir(place.userData, { recursive: true });
  const door = await openProcess(script, place);
  const running = { door, model: newModel(Date.UTC(2026, 10, 24, 9)), random, onRefused: refuse };
  await begin(running, 'harbour lantern thistle');
  return { script, disk, place, running };
}

/** Null: nothing was lost, and it opened both times. */
async function fullRound(life: FullLife, round: number, report: FullDiskReport): Promise<string | null> {
  const { script, disk, place } = life;
  const { model, random } = life.running;
  const before = model.acknowledged;
  if (random.chance(0.5)) await setReserve(join(place.userData, 'vault', 'reserve.bin'));
  await fill(disk, random.chance(0.5) ? random.whole(0, 64 * 1024) : random.whole(0, 3 * 1024 * 1024));

  const { door } = life.running;
  const work = works[workNames[round % workNames.length] ?? 'saving'];
  const tolerant = (what: string, error: { readonly tag: string }): void => {
    if (!expectedTags.includes(error.tag)) refuse(what, error);
    countIn(report.refusals, `${what}: ${error.tag}`);
  };
  const killed = wait(random.whole(20, workMs)).then(() => door.kill());
  const worked = await Promise.allSettled([work({ ...life.running, onRefused: tolerant }), killed]);
  for (const each of worked)
    if (each.status === 'rejected' && !(each.reason instanceof DoorGone)) return textOf(each.reason);
  report.acknowledged += model.acknowledged - before;

  life.running = { ...life.running, door: await openProcess(script, place) };
  const whileFull = await look(life.running);
  if (whileFull !== null) return `with the disk still full, ${whileFull}`;
  await life.running.door.kill();
  await rm(fillerIn(disk), { force: true });

  life.running = { ...life.running, door: await openProcess(script, place) };
  const withRoom = await look(life.running);
  if (withRoom !== null) return `with room again, ${withRoom}`;
  await saveSome(life.running, 1);
  return settle(model, await readState(life.running.door));
}

const expectedTags = ['StorageFull', 'StorageUnavailable', 'BackupFolder'];

async function look(running: Running): Promise<string | null> {
  const opened = await reopen(running);
  if (!opened.ok) return opened.why;
  if (opened.findings.length > 0) return `the unlock told ${opened.findings.join(', ')}`;
  return settle(running.model, await readState(running.door));
}

const fillerIn = (disk: string): string => join(disk, 'filler');

/** Zeros, really written, until that many bytes are left. */
async function fill(disk: string, left: number): Promise<void> {
  const file = await open(fillerIn(disk), 'w');
  try {
    const zeros = new Uint8Array(1024 * 1024);
    for (;;) {
      const { bavail, bsize } = await statfs(disk);
      const more = Math.min(zeros.length, bavail * bsize - left);
      if (more <= 0) return;
      const isWritten = await file.write(zeros.subarray(0, more)).then(
        () => true,
        () => false,
      );
      // Full already: the file system keeps something for itself.
      if (!isWritten) return;
    }
  } finally {
    await file.close();
  }
}

/** The real one is only made with 500 MB free: put there as it would have been. */
async function setReserve(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there !== null) return;
  const file = await open(path, 'w');
  await file.write(new Uint8Array(reserveBytes)).finally(() => file.close());
}
