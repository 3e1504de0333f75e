import { expect, it } from 'vitest';
import { floorFigures, floors } from '../../evaluation/parse/reached.ts';
import { loadReading } from '../../evaluation/parse/reading.ts';

it('the parser stays above its floors on data of our own', async () => {
  const figures = await floorFigures(await loadReading());
  const least = floors();
  expect(Object.keys(least).sort()).toEqual(Object.keys(figures).sort());
  for (const [name, floor] of Object.entries(least))
    expect(figures[name], name).toBeGreaterThanOrEqual(floor);
}, 60_000);
