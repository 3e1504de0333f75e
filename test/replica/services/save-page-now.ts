import { createHash } from 'node:crypto';
import type { Answer, Asked } from '../answer.ts';
import { json } from '../answer.ts';
import type { Capture } from '../captures.ts';
import { liveAnswer } from '../live.ts';
import { original } from '../sites/all.ts';

interface Job {
  id: string;
  url: string;
  /** Status requests so far: the first is answered `pending`. */
  asked: number;
}

const jobsOf = (state: Map<string, unknown>): Map<string, Job> => {
  const jobs = (state.get('save-page-now') as Map<string, Job> | undefined) ?? new Map<string, Job>();
  state.set('save-page-now', jobs);
  return jobs;
};

/** When this world's captures are made; a fixed moment, so that recordings are equal. */
const timestamp = '20260101000000';

/** Captures of jobs that ended well. */
export const savedCaptures = (state: Map<string, unknown>): Capture[] =>
  [...jobsOf(state).values()]
    .filter((job) => job.asked > 1 && saved(job))
    .map((job) => ({ url: job.url, timestamp, holds: 'later', archive: 'wayback' }));

const answerNow = (url: string) => {
  const address = new URL(url);
  address.hash = '';
  return liveAnswer(address) ?? original(address);
};
const saved = (job: Job) => answerNow(job.url)?.status === 200;

/** Save Page Now 2: a job is asked for, then its status until it is done. Keys in `authorization: LOW key:secret`. */
export function savePageNow(asked: Asked, state: Map<string, unknown>): Answer {
  if (!/^LOW [^:\s]+:\S+$/.test(asked.headers.authorization ?? ''))
    return json({ message: 'You need to be logged in to use Save Page Now.' }, 401);
  const jobs = jobsOf(state);
  if (asked.url.pathname === '/save/status/user') return json({ available: 5, processing: 0 });
  const status = /^\/save\/status\/([\w-]+)$/.exec(asked.url.pathname);
  if (status) return statusOf(jobs.get(status[1]!), status[1]!);
  const url = new URLSearchParams(asked.body).get('url') ?? '';
  if (asked.method !== 'POST' || !URL.canParse(url))
    return json(
      { status: 'error', status_ext: 'error:invalid-url-syntax', message: 'URL syntax is not valid.' },
      400,
    );
  const id = `spn2-${createHash('sha1').update(url).digest('hex')}`;
  if (!jobs.has(id)) jobs.set(id, { id, url, asked: 0 });
  return json({ url, job_id: id });
}

function statusOf(job: Job | undefined, id: string): Answer {
  if (!job)
    return json(
      { status: 'error', status_ext: 'error:job-not-found', job_id: id, message: 'Job not found.' },
      404,
    );
  job.asked += 1;
  if (job.asked === 1) return json({ status: 'pending', job_id: id, resources: [] });
  if (!saved(job))
    return json({
      status: 'error',
      status_ext: 'error:not-found',
      exception: '[Errno synthetic]',
      message: `Couldn't capture ${job.url}: the server did not answer with 200.`,
      job_id: id,
      resources: [],
    });
  return json({
    status: 'success',
    job_id: id,
    original_url: job.url,
    timestamp,
    duration_sec: 1.2,
    http_status: 200,
    resources: [job.url],
    outlinks: {},
    counters: { outlinks: 0, embeds: 1 },
  });
}
