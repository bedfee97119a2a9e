/** What is marked on the body map: one thing that is felt in one region, once. */
import { areaDepthValues, feelingValues, type AreaInput, type Feeling } from '../../ipc/generated';
import { optionsOf } from '../entries/fields/choices';

export const feelings = optionsOf(feelingValues, (feeling) => `body-feeling-${feeling}`);
export const depths = optionsOf(areaDepthValues, (depth) => `body-depth-${depth}`);
export const ratings = Array.from({ length: 11 }, (_, rating) => String(rating));

export function isMarked(areas: readonly AreaInput[], region: string, feeling: Feeling): boolean {
  return areas.some((area) => area.region === region && area.feeling === feeling);
}

/** The areas with one thing in one region turned on or off. */
export function turned(areas: readonly AreaInput[], region: string, feeling: Feeling): AreaInput[] {
  return isMarked(areas, region, feeling)
    ? areas.filter((area) => area.region !== region || area.feeling !== feeling)
    : [...areas, { region, feeling, intensity: '', depth: null }];
}

/** The place among `names` that begins with `typed`, looked for from `from` on and round again; -1 where there is none. */
export function typedAhead(names: readonly string[], typed: string, from: number): number {
  const wanted = typed.toLowerCase();
  for (let step = 0; step < names.length; step++) {
    const at = (from + step) % names.length;
    if (names[at]?.toLowerCase().startsWith(wanted)) return at;
  }
  return -1;
}
