import { describe, expect, it } from 'vitest';
import { flags, keyOf } from '../../src/cli/flags.ts';
import { resolveSettings } from '../../src/cli/settings.ts';
import { onPullRequest } from '../../src/cli/untrusted.ts';

const said = { flags: {}, environment: {}, file: undefined, untrusted: false };
const file = (values: Record<string, unknown>) => ({ path: 'refvouch.config.json', values });

describe('resolveSettings', () => {
  it('takes flags over the environment over the file over the defaults, and says from where', () => {
    const at = (more: Partial<Omit<typeof said, 'file'>> & { file?: unknown }) =>
      resolveSettings({ ...said, ...more } as Parameters<typeof resolveSettings>[0]).values.get('paceMs');
    const environment = { REFVOUCH_PACE_MS: '300' };
    expect(at({})).toEqual({ value: 1000, origin: 'default' });
    expect(at({ file: file({ paceMs: 200 }) })).toEqual({ value: 200, origin: 'file' });
    expect(at({ file: file({ paceMs: 200 }), environment })).toEqual({ value: 300, origin: 'environment' });
    expect(at({ file: file({ paceMs: 200 }), environment, flags: { paceMs: '400' } })).toEqual({
      value: 400,
      origin: 'flag',
    });
  });

  it.each([
    [{ perHost: '0' }, '--per-host: a whole number from 1 to 100000'],
    [{ perHost: '2.5' }, '--per-host: a whole number'],
    [{ paceMs: '-1' }, '--pace-ms: a whole number'],
    [{ failOn: 'sometimes' }, '--fail-on: "sometimes" is not one of'],
  ])('refuses %j in one line that names the flag', (flagsSaid, message) => {
    expect(() => resolveSettings({ ...said, flags: flagsSaid })).toThrow(message);
  });

  it('lets an untrusted checkout neither widen the network nor move the output', () => {
    const values = { allowNet: ['127.0.0.0/8'], out: '/etc', record: 'x', paceMs: 5000 };
    const settings = resolveSettings({ ...said, file: file(values), untrusted: true });
    expect(settings.list('allowNet')).toEqual([]);
    expect(settings.text('out')).toBeUndefined();
    expect(settings.text('record')).toBeUndefined();
    expect(settings.int('paceMs')).toBe(5000);
    expect(settings.notices).toHaveLength(3);
  });

  it('splits lists at commas and keeps repeated flags', () => {
    expect(
      resolveSettings({ ...said, flags: { format: ['markdown,json', 'sarif'] } }).list('format'),
    ).toEqual(['markdown', 'json', 'sarif']);
  });
});

describe('the table of flags', () => {
  it('has one row a name, and a sentence for each', () => {
    const names = flags.map((flag) => flag.name);
    expect(new Set(names).size).toBe(names.length);
    for (const flag of flags) expect(flag.help, flag.name).toMatch(/^[A-Z].*\.$/);
    for (const flag of flags)
      if (flag.kind === 'choice') expect(flag.choices?.length, keyOf(flag.name)).toBeGreaterThan(1);
  });
});

describe('onPullRequest', () => {
  it.each([
    [{ CI: 'true', GITHUB_EVENT_NAME: 'pull_request' }, true],
    [{ CI: 'true', GITHUB_EVENT_NAME: 'pull_request_target' }, true],
    [{ CI: 'true', GITHUB_EVENT_NAME: 'schedule' }, false],
    [{ CI: 'true', CI_MERGE_REQUEST_IID: '7' }, true],
    [{ CI: 'true', BUILDKITE_PULL_REQUEST: 'false' }, false],
    [{ GITHUB_EVENT_NAME: 'pull_request' }, false],
  ])('%j → %s', (environment, expected) => {
    expect(onPullRequest(environment)).toBe(expected);
  });
});
