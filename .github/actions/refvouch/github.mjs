/** The few calls of the GitHub REST API the action makes (https://docs.github.com/en/rest). */

export class GitHub {
  #base;
  #token;
  #repository;

  constructor(environment, token) {
    this.#base = environment.GITHUB_API_URL ?? 'https://api.github.com';
    this.#repository = environment.GITHUB_REPOSITORY ?? '';
    this.#token = token;
    if (!/^[\w.-]+\/[\w.-]+$/.test(this.#repository)) throw new Error('GITHUB_REPOSITORY is not set.');
    if (token === '') throw new Error('The input "token" is needed for sarif, comment and issue.');
  }

  async #ask(method, path, body) {
    const answer = await fetch(`${this.#base}/repos/${this.#repository}${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(30_000),
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
        'user-agent': 'refvouch-action',
        'x-github-api-version': '2022-11-28',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${method} ${path}.`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** All pages of a listing, up to a thousand rows. */
  async #all(path) {
    const rows = [];
    for (let page = 1; page <= 10; page += 1) {
      const more = await this.#ask(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`,
      );
      rows.push(...more);
      if (more.length < 100) break;
    }
    return rows;
  }

  /** One comment that starts with the mark, made or renewed. */
  async comment(number, mark, body) {
    const mine = (await this.#all(`/issues/${number}/comments`)).find((one) => one.body?.startsWith(mark));
    return mine
      ? this.#ask('PATCH', `/issues/comments/${mine.id}`, { body })
      : this.#ask('POST', `/issues/${number}/comments`, { body });
  }

  /** The issue with this label that starts with the mark, open ones first. */
  async findIssue(label, mark) {
    const rows = await this.#all(`/issues?state=all&labels=${encodeURIComponent(label)}`);
    const mine = rows.filter((row) => !row.pull_request && row.body?.startsWith(mark));
    return mine.find((row) => row.state === 'open') ?? mine[0];
  }

  openIssue(title, body, labels) {
    return this.#ask('POST', '/issues', { title, body, labels });
  }

  changeIssue(number, change) {
    return this.#ask('PATCH', `/issues/${number}`, change);
  }

  sayOnIssue(number, body) {
    return this.#ask('POST', `/issues/${number}/comments`, { body });
  }

  uploadSarif(commit, ref, sarif) {
    return this.#ask('POST', '/code-scanning/sarifs', { commit_sha: commit, ref, sarif });
  }
}
