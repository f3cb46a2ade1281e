/** A door that knows what is under way and how long each call takes, so that a kill can be aimed. */
import type { Answer, Door, Method, Request } from './door';

/** Average milliseconds of a method's answers, over all rounds of a lane. */
export class Durations {
  private readonly sums = new Map<Method, { total: number; count: number }>();

  add(method: Method, milliseconds: number): void {
    const sum = this.sums.get(method) ?? { total: 0, count: 0 };
    this.sums.set(method, { total: sum.total + milliseconds, count: sum.count + 1 });
  }

  of(method: Method, otherwise: number): number {
    const sum = this.sums.get(method);
    return sum === undefined ? otherwise : sum.total / sum.count;
  }
}

export interface WatchedDoor extends Door {
  underWay(): readonly Method[];
  /** Told as each call begins. */
  onCall: (method: Method) => void;
}

export function watchDoor(door: Door, durations: Durations): WatchedDoor {
  const open: Method[] = [];
  const watched: WatchedDoor = {
    kill: () => door.kill(),
    underWay: () => [...open],
    onCall: () => undefined,
    call: async <M extends Method>(method: M, request: Request<M>): Promise<Answer<M>> => {
      open.push(method);
      watched.onCall(method);
      const started = performance.now();
      const answer = await door.call(method, request);
      // A call that is never answered stays: it is what the kill came upon.
      open.splice(open.indexOf(method), 1);
      durations.add(method, performance.now() - started);
      return answer;
    },
  };
  return watched;
}
