import { writeFileSync } from 'node:fs';
import { floorFigures, floors, floorsPath } from './reached.ts';
import { loadReading } from './reading.ts';

/** How far below what is reached a floor is set: about seven records of three hundred. */
const margin = 0.02;

/** `tsx evaluation/parse/floors.ts`: raises every floor to what is reached now; none is ever lowered. */
const [figures, before] = [await floorFigures(await loadReading()), floors()];
const raised = Object.fromEntries(
  Object.entries(figures).map(([name, figure]) => [
    name,
    Math.max(before[name] ?? 0, Math.floor((figure - margin) * 1000) / 1000),
  ]),
);
writeFileSync(floorsPath, `${JSON.stringify(raised, null, 2)}\n`);
for (const [name, floor] of Object.entries(raised))
  process.stdout.write(`${name}: ${(before[name] ?? 0).toFixed(3)} → ${floor.toFixed(3)}\n`);
