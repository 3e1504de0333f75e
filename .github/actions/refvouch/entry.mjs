/* biome-ignore-all lint/suspicious/noConsole: workflow commands are printed lines. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { GitHub } from './github.mjs';
import { argumentsOf, bareEnvironment, readInputs, revisionOf } from './inputs.mjs';
import { carryOut, label, mark, planIssue } from './issue.mjs';

const commentMark = '<!-- refvouch: pull request -->';
/** GitHub takes step summaries up to 1 MiB. */
const longestSummary = 1024 * 1024 - 1024;
const longestComment = 60_000;

/**
 * Runs a program without a shell and answers its exit code. What it prints is shown in the log, with workflow commands
 * stopped meanwhile, so that no text of a document can be one.
 */
async function run(program, args, environment) {
  const token = randomUUID();
  console.log(`::stop-commands::${token}`);
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        env: environment,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: false,
      });
      child.on('error', reject);
      child.on('close', (code) => resolve(code ?? 2));
    });
  } finally {
    console.log(`\n::${token}::`);
  }
}

/** Workflow commands in what the documents say are data: the percent sign and line ends are written out. */
const escaped = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

async function putOutputs(path, outputs) {
  if (!path) return;
  const rows = Object.entries(outputs).map(([name, value]) => {
    const end = `end-${randomUUID()}`;
    return `${name}<<${end}\n${value}\n${end}\n`;
  });
  await appendFile(path, rows.join(''));
}

async function installed(inputs, environment) {
  if (inputs.cli !== '') return inputs.cli;
  const folder = join(environment.RUNNER_TEMP ?? '.', 'refvouch');
  await mkdir(folder, { recursive: true });
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    `refvouch@${inputs.version}`,
  ];
  const code = await run('npm', args, bareEnvironment(environment));
  if (code !== 0) throw new Error(`refvouch@${inputs.version} could not be installed from npm.`);
  return join(folder, 'node_modules', 'refvouch', 'dist', 'cli', 'main.js');
}

const eventOf = async (path) => (path ? JSON.parse(await readFile(path, 'utf8')) : {});

async function tellGitHub(inputs, environment, event, report, files) {
  if (!(inputs.sarif || inputs.comment || inputs.issue)) return;
  const github = new GitHub(environment, inputs.token);
  const markdown = await readFile(files.markdown, 'utf8');
  if (inputs.sarif) {
    const sarif = gzipSync(await readFile(files.sarif)).toString('base64');
    await github.uploadSarif(environment.GITHUB_SHA, environment.GITHUB_REF, sarif);
  }
  const number = event.pull_request?.number;
  if (inputs.comment && Number.isInteger(number)) {
    const body = markdown.length > longestComment ? `${markdown.slice(0, longestComment)}\n\n…` : markdown;
    await github.comment(number, commentMark, `${commentMark}\n${body}`);
  }
  if (inputs.issue) {
    const existing = await github.findIssue(label, mark);
    const plan = planIssue(report, markdown, existing);
    console.log(`link health issue: ${plan.do}${plan.why ? ` (${plan.why})` : ''}`);
    await carryOut(plan, existing, github);
  }
}

export async function main(environment) {
  const inputs = readInputs(environment);
  const event = await eventOf(environment.GITHUB_EVENT_PATH);
  const cli = await installed(inputs, environment);
  const args = argumentsOf(inputs, revisionOf(inputs.changed, event));
  const code = await run(process.execPath, [cli, ...args], bareEnvironment(environment));
  if (code === 2) throw new Error('refvouch could not run: its message stands above.');
  const files = {
    report: join(inputs.out, 'report.json'),
    markdown: join(inputs.out, 'report.md'),
    sarif: join(inputs.out, 'report.sarif'),
    summary: join(inputs.out, 'report.summary.md'),
    annotations: join(inputs.out, 'report.github.txt'),
  };
  const report = JSON.parse(await readFile(files.report, 'utf8'));
  const concluded = report.run.complete && !report.run.offline;
  if (inputs.annotations) process.stdout.write(await readFile(files.annotations, 'utf8'));
  if (inputs.summary && environment.GITHUB_STEP_SUMMARY) {
    const summary = Buffer.from(await readFile(files.summary));
    await appendFile(environment.GITHUB_STEP_SUMMARY, summary.subarray(0, longestSummary));
  }
  const count = (status) => report.tally.status[status] ?? 0;
  await putOutputs(environment.GITHUB_OUTPUT, {
    'exit-code': code,
    concluded,
    report: files.report,
    markdown: files.markdown,
    sarif: files.sarif,
    citations: report.tally.citations,
    gone: count('gone'),
    mismatched: count('mismatched'),
    moved: count('moved'),
  });
  await tellGitHub(inputs, environment, event, report, files);
  if (!concluded) {
    console.log(
      '::warning title=refvouch::The run could not conclude: this runner was offline or was stopped. Nothing is held against any link.',
    );
    return 0;
  }
  return code;
}

try {
  process.exitCode = await main(process.env);
} catch (error) {
  console.log(`::error title=refvouch::${escaped(String(error instanceof Error ? error.message : error))}`);
  process.exitCode = 1;
}
