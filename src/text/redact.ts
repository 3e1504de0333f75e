/** Query parameters whose values open doors. */
const secret =
  /^(?:.*(?:token|secret|password|passwd|signature|credential|apikey|api[-_]key|access[-_]?key|session(?:id)?|auth).*|key|sig|pwd|pass|code|sid|jwt|x-amz-.+|x-goog-.+|awsaccesskeyid|policy|expires?)$/i;

/** A URL without its credentials and with the values of secret-looking parameters starred; other text as it is. */
export function redact(url: string): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]{0,20}:\/{2})[^/?#\s@]{1,2000}@/i, '$1')
    .replace(/([?&;])([^=&#;\s]{1,200})=([^&#;\s]{1,4000})/g, (whole, sign: string, name: string) =>
      isSecret(name) ? `${sign}${name}=***` : whole,
    );
}

/** `code` and `key` are ordinary page parameters when short; the names alone decide only where they tell. */
const isSecret = (name: string): boolean =>
  secret.test(name) && !/^(?:code|key|expires?|policy|pass|author.*)$/i.test(name);
