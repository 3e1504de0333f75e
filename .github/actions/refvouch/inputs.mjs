/** What the step was given. GitHub hands inputs over as `INPUT_<NAME>`, upper case, blanks to underscores. */

const input = (environment, name) => (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim();

/** Throws one clear sentence for an input that is not of its kind. */
function truth(environment, name) {
  const value = input(environment, name).toLowerCase();
  if (['true', 'false', ''].includes(value)) return value === 'true';
  throw new Error(`The input "${name}" is true or false, not "${value}".`);
}

function one(environment, name, choices) {
  const value = input(environment, name) || choices[0];
  if (choices.includes(value)) return value;
  throw new Error(`The input "${name}" is one of ${choices.join(', ')}, not "${value}".`);
}

export function readInputs(environment) {
  const files = input(environment, 'files')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (files.length === 0) throw new Error('The input "files" names no document.');
  const version = input(environment, 'version') || 'latest';
  if (!/^[0-9A-Za-z.^~+-]{1,60}$/.test(version))
    throw new Error('The input "version" is no version of a package.');
  return {
    files,
    version,
    cli: input(environment, 'cli'),
    changed: input(environment, 'changed'),
    baseline: input(environment, 'baseline'),
    failOn: one(environment, 'fail-on', ['error', 'never', 'critical', 'warning', 'info']),
    lang: one(environment, 'lang', ['en', 'zh', 'ja']),
    config: input(environment, 'config'),
    state: input(environment, 'state') || 'refs',
    out: input(environment, 'out') || 'refvouch-report',
    contact: input(environment, 'contact'),
    identify: input(environment, 'identify') === '' || truth(environment, 'identify'),
    archive: input(environment, 'archive') === '' || truth(environment, 'archive'),
    summary: input(environment, 'summary') === '' || truth(environment, 'summary'),
    annotations: input(environment, 'annotations') === '' || truth(environment, 'annotations'),
    sarif: truth(environment, 'sarif'),
    comment: truth(environment, 'comment'),
    issue: truth(environment, 'issue'),
    token: input(environment, 'token'),
  };
}

/** The revision to compare with: the one named, or the base of the pull request for `auto`. */
export function revisionOf(changed, event) {
  if (changed !== 'auto') return changed;
  const base = event?.pull_request?.base?.sha;
  return typeof base === 'string' && /^[0-9a-f]{40}$/.test(base) ? base : '';
}

/** refvouch’s own arguments. A list, never a line for a shell; files stand behind `--`, so that none is taken for a flag. */
export function argumentsOf(inputs, revision) {
  const pairs = [
    ['--changed', revision],
    ['--baseline', inputs.baseline],
    ['--config', inputs.config],
    ['--contact', inputs.contact],
  ].filter(([, value]) => value !== '');
  return [
    'check',
    '--format',
    'json,markdown,sarif,step-summary,github',
    '--out',
    inputs.out,
    '--state',
    inputs.state,
    '--fail-on',
    inputs.failOn,
    '--lang',
    inputs.lang,
    '--quiet',
    ...pairs.flat(),
    ...(inputs.identify ? [] : ['--no-identify']),
    ...(inputs.archive ? [] : ['--no-archive']),
    '--',
    ...inputs.files,
  ];
}

/** The environment refvouch runs in: nothing that opens a door, neither the job’s tokens nor the step’s inputs. */
export function bareEnvironment(environment) {
  const secret =
    /TOKEN|SECRET|PASSWORD|CREDENTIAL|_KEY$|^INPUT_|^ACTIONS_|^GITHUB_(?:OUTPUT|ENV|PATH|STEP_SUMMARY|STATE)$/i;
  const wanted = /^WAYBACK_(?:ACCESS|SECRET)_KEY$/;
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => wanted.test(name) || !secret.test(name)),
  );
}
