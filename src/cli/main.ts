#!/usr/bin/env node
import { version } from './version.ts';

// Asked so often by scripts that nothing else is loaded for it.
if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  process.stdout.write(`${version()}\n`);
} else {
  const { main } = await import('./program.ts');
  const { processWorld } = await import('./world.ts');
  process.exitCode = await main(process.argv.slice(2), processWorld());
}
