/**
 * Whether the checkout is somebody else's: a CI run on a pull request. GitHub, GitLab, Bitbucket, Azure, CircleCI and
 * Buildkite each say so by a variable of their own.
 */
export function onPullRequest(environment: Record<string, string | undefined>): boolean {
  if (!environment.CI || environment.CI === 'false') return false;
  return signs.some(({ variable, says }) => {
    const value = environment[variable];
    return value !== undefined && value !== '' && says.test(value);
  });
}

const signs = [
  { variable: 'GITHUB_EVENT_NAME', says: /^(?:pull_request|pull_request_target|merge_group)$/ },
  { variable: 'CI_MERGE_REQUEST_IID', says: /./ },
  { variable: 'BITBUCKET_PR_ID', says: /./ },
  { variable: 'SYSTEM_PULLREQUEST_PULLREQUESTID', says: /./ },
  { variable: 'CIRCLE_PULL_REQUEST', says: /./ },
  { variable: 'BUILDKITE_PULL_REQUEST', says: /^(?!false$)/ },
  { variable: 'CHANGE_ID', says: /./ },
];
