/** How hard a passphrase is to guess: Argon2id parameters, their floor, aim and cap. */
export interface KdfParams {
  readonly opsLimit: number;
  readonly memLimitKib: number;
}

export interface KdfPolicy {
  /** Weaker parameters are refused when reading, so that nobody can weaken a header file. */
  readonly floor: KdfParams;
  /** Stronger ones are refused too: they would hang the app or exhaust its memory. */
  readonly ceiling: KdfParams;
}

const kibPerMib = 1024;

export const kdfPolicy: KdfPolicy = {
  floor: { opsLimit: 3, memLimitKib: 64 * kibPerMib },
  ceiling: { opsLimit: 64, memLimitKib: 1024 * kibPerMib },
};

export function isWithinKdfPolicy(params: KdfParams, policy: KdfPolicy): boolean {
  return (
    params.opsLimit >= policy.floor.opsLimit &&
    params.opsLimit <= policy.ceiling.opsLimit &&
    params.memLimitKib >= policy.floor.memLimitKib &&
    params.memLimitKib <= policy.ceiling.memLimitKib
  );
}

const targetMs = 1000;
const aimKib = 256 * kibPerMib;
const capKib = 512 * kibPerMib;
const stepKib = 32 * kibPerMib;
const maxChosenOps = 16;

/**
 * Parameters that take about a second on this machine, from the time that the floor takes (warm). Memory first,
 * up to the aim; then memory to the cap where the machine is quick; then more passes. Never below the floor.
 */
export function chooseKdfParams(floorMs: number): KdfParams {
  const { opsLimit, memLimitKib } = kdfPolicy.floor;
  const msPerKibPass = Math.max(floorMs, 1) / (opsLimit * memLimitKib);
  const affordableKib = targetMs / (msPerKibPass * opsLimit);
  const memory =
    affordableKib >= capKib ? capKib : Math.min(aimKib, Math.floor(affordableKib / stepKib) * stepKib);
  const chosenKib = Math.max(memLimitKib, memory);
  const passes = Math.floor(targetMs / (msPerKibPass * chosenKib));
  return { opsLimit: Math.min(maxChosenOps, Math.max(opsLimit, passes)), memLimitKib: chosenKib };
}

/** What to try when the machine refuses that much memory; null at the floor. */
export function weakerKdfParams(params: KdfParams): KdfParams | null {
  const { floor } = kdfPolicy;
  if (params.memLimitKib <= floor.memLimitKib) return null;
  return {
    opsLimit: Math.min(maxChosenOps, params.opsLimit * 2),
    memLimitKib: Math.max(floor.memLimitKib, params.memLimitKib / 2),
  };
}
