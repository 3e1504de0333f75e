/**
 * Processor time this process has used, ms. Bounds on work are held against it, so that a busy machine makes no test of them
 * fail and none pass.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
