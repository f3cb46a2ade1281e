/** The cache: rows, segments and outlines damaged, moved, doubled, taken away, put back as they were. */
import type { Seeded } from '@shared/demo/seeded';
import { damages, swapped, twoOf } from './bytes';
import type { Kind, Scene, World } from './scene';

type Meddle = Kind['meddle'];

function kind(name: string, share: number, meddle: Meddle): Kind {
  return { piece: 'cache', name, share, isWholeElsewhere: true, meddle };
}

const damageKinds = Object.entries(damages).flatMap(([name, damage]): readonly Kind[] => [
  kind(`a row: ${name}`, 6, (scene, random) => {
    const at = random.whole(0, scene.rows.length - 1);
    const envelope = damage(scene.rows[at]!.envelope, random);
    if (envelope === null) return false;
    scene.rows[at] = { ...scene.rows[at]!, envelope };
    return true;
  }),
  kind(`a row’s id: ${name}`, 1, (scene, random) => {
    const at = random.whole(0, scene.rows.length - 1);
    const id = damage(scene.rows[at]!.id, random);
    if (id === null) return false;
    scene.rows[at] = { ...scene.rows[at]!, id };
    return true;
  }),
  kind(`a segment: ${name}`, 3, (scene, random) => {
    const at = random.whole(0, scene.segments.length - 1);
    const bytes = damage(scene.segments[at]!.bytes, random);
    if (bytes === null) return false;
    scene.segments[at] = { ...scene.segments[at]!, bytes };
    return true;
  }),
]);

/** A row as it was earlier on, of a record that was saved again since. */
function olderRow(scene: Scene, random: Seeded, { vault }: World): boolean {
  const hex = (id: Uint8Array): string => Buffer.from(id).toString('hex');
  const placeOf = new Map(scene.rows.map((row, at) => [hex(row.id), at]));
  const older = [...vault.steps, ...Object.values(vault.past)].flatMap(({ cache }) =>
    cache.rows.filter((row) => {
      const at = placeOf.get(hex(row.id));
      return at !== undefined && Buffer.compare(scene.rows[at]!.envelope, row.envelope) !== 0;
    }),
  );
  const row = random.pick(older);
  scene.rows[placeOf.get(hex(row.id))!] = row;
  return true;
}

/** Nothing is taken from outlines that are not whole, so nothing is told: the judge holds what the page got. */
const quietKind = (name: string, share: number, meddle: Meddle): Kind => ({
  ...kind(name, share, meddle),
  isQuiet: true,
});

const outlineKinds: readonly Kind[] = [
  ...Object.entries(damages).map(([name, damage]) =>
    quietKind(`an outline segment: ${name}`, 2, (scene, random) => {
      const at = random.whole(0, scene.outlines.length - 1);
      const bytes = damage(scene.outlines[at]!.bytes, random);
      if (bytes === null) return false;
      scene.outlines[at] = { ...scene.outlines[at]!, bytes };
      return true;
    }),
  ),
  quietKind('outlines as they were (replayed)', 4, (scene, random, { vault }) => {
    const { cache } = random.pick([...vault.steps, ...Object.values(vault.past)]);
    scene.outlines = [...cache.outlines];
    return true;
  }),
  quietKind('outlines of another vault', 1, (scene, _random, { stranger }) => {
    scene.outlines = [...stranger.now.cache.outlines];
    return true;
  }),
  quietKind('an outline segment gone', 2, (scene, random) => {
    scene.outlines.splice(random.whole(0, scene.outlines.length - 1), 1);
    return true;
  }),
];

export const cacheKinds: readonly Kind[] = [
  ...damageKinds,
  ...outlineKinds,
  kind('two rows swapped', 6, (scene, random) => {
    const [one, other] = twoOf(scene.rows.length, random);
    const [first, second] = [scene.rows[one]!, scene.rows[other]!];
    scene.rows[one] = { id: first.id, envelope: second.envelope };
    scene.rows[other] = { id: second.id, envelope: first.envelope };
    return true;
  }),
  kind('a row over another', 3, (scene, random) => {
    const [one, other] = twoOf(scene.rows.length, random);
    scene.rows[one] = { id: scene.rows[one]!.id, envelope: scene.rows[other]!.envelope };
    return true;
  }),
  kind('a row as it was (replayed)', 8, olderRow),
  kind('a row gone', 6, (scene, random) => {
    scene.rows.splice(random.whole(0, scene.rows.length - 1), 1);
    return true;
  }),
  kind('a row twice, under a new id', 4, (scene, random) => {
    const id = Uint8Array.from({ length: 16 }, () => random.whole(0, 255));
    scene.rows.push({ id, envelope: random.pick(scene.rows).envelope });
    return true;
  }),
  kind('a row of another vault', 2, (scene, random, { stranger }) => {
    const row = random.pick(stranger.now.cache.rows);
    scene.rows.push(row);
    return true;
  }),
  kind('all rows gone', 1, (scene) => {
    scene.rows = [];
    return true;
  }),
  kind('two segments swapped', 1, (scene, random) => {
    const bytes = swapped(
      scene.segments.map((segment) => segment.bytes),
      random,
    );
    if (bytes === null) return false;
    scene.segments = scene.segments.map((segment, index) => ({ ...segment, bytes: bytes[index]! }));
    return true;
  }),
  kind('a segment under another number', 1, (scene, random) => {
    const at = random.whole(0, scene.segments.length - 1);
    scene.segments[at] = { ...scene.segments[at]!, number: random.whole(100, 999) };
    return true;
  }),
  kind('a segment twice', 1, (scene, random) => {
    scene.segments.push({ ...random.pick(scene.segments), number: random.whole(100, 999) });
    return true;
  }),
  kind('a segment as it was (replayed)', 2, (scene, random, { vault }) => {
    const older = vault.past['first checkpoint'].cache.segments;
    const at = random.whole(0, scene.segments.length - 1);
    scene.segments[at] = { ...random.pick(older), number: scene.segments[at]!.number };
    return true;
  }),
  kind('a segment gone', 1, (scene, random) => {
    scene.segments.splice(random.whole(0, scene.segments.length - 1), 1);
    return true;
  }),
  kind('all segments gone', 1, (scene) => {
    scene.segments = [];
    scene.outlines = [];
    return true;
  }),
  kind('the whole cache gone', 1, (scene) => {
    scene.rows = [];
    scene.segments = [];
    scene.outlines = [];
    return true;
  }),
  kind('the cache as it was (rolled back alone)', 4, (scene, random, { vault }) => {
    const { cache } = random.pick([...vault.steps, ...Object.values(vault.past)]);
    if (cache.rows.length === scene.rows.length) return false;
    scene.rows = [...cache.rows];
    scene.segments = [...cache.segments];
    scene.outlines = [...cache.outlines];
    return true;
  }),
];
