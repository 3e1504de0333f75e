import { clip } from '../report/encode/plain.ts';
import type { World } from './invocation.ts';

/** A live line on a terminal, nothing where standard error is piped. Time left is told from the rate so far. */
export function progressLine(world: World, quiet: boolean, monotonic: () => number) {
  const live = world.stderr.isTTY && !quiet;
  const began = monotonic();
  let [done, total, drawn, notable] = [0, 0, Number.NEGATIVE_INFINITY, 0];
  const draw = (force: boolean): void => {
    const now = monotonic();
    if (!live || (!force && now - drawn < redrawMs)) return;
    drawn = now;
    const seconds = (now - began) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    const left = rate > 0 && done < total ? `, about ${spanOf((total - done) / rate)} left` : '';
    const look = notable > 0 ? `, ${notable} to look at` : '';
    const line = `${done}/${total} citations${look}${rate >= 0.1 ? `, ${rate.toFixed(1)}/s` : ''}${left}`;
    // A line that wraps could not be drawn over.
    world.stderr.write(`\r\u001b[K${clip(line, Math.max(10, world.stderr.columns - 1))}`);
  };
  return {
    expect(more: number): void {
      total += more;
      draw(true);
    },
    step(needsLook: boolean): void {
      done += 1;
      if (needsLook) notable += 1;
      draw(false);
    },
    end(): void {
      if (live) world.stderr.write('\r\u001b[K');
    },
  };
}

const redrawMs = 100;

const spanOf = (seconds: number): string => {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3600)} h`;
};
