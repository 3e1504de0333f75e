/** Names of parameters, lower case and without `-`, `_` and `.`, whose values open doors. */
const secretNames: readonly { name: RegExp; why: string }[] = [
  {
    name: /token|secret|password|passwd|passphrase|credential|apikey|accesskey|privatekey|authkey/,
    why: 'says so',
  },
  { name: /signature|sessionid|sessid|bearer|jwt/, why: 'signed links and sessions' },
  {
    name: /^(?:auth|authorization|basicauth|oauth|pwd|sig|sid|session|otp|pin|sastoken)$/,
    why: 'short forms',
  },
  { name: /^x(?:amz|goog)/, why: 'signed links of Amazon and Google' },
];

/** Names that are as often harmless (`?key=3`, `?code=en`): there the value has to look like a secret too. */
const doubtfulNames =
  /^(?:key|code|pass|ticket|state|nonce|hash|policy|keypairid|subscriptionkey|hmac|st|se|k)$/;

/** Secrets known by their own shape, wherever they stand. */
const shapes: readonly RegExp[] = [
  /\bgh[pousr]_[A-Za-z0-9]{20,255}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,255}/g,
  /\bglpat-[\w-]{20,100}/g,
  /\bxox[abeprs]-[\w-]{10,250}/g,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bAIza[\w-]{35}/g,
  /\b[rs]k_live_[A-Za-z0-9]{10,100}/g,
  /\bnpm_[A-Za-z0-9]{36}/g,
  /\beyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{5,1000}/g,
];

const schemes = /\b(Bearer|Basic|LOW)\s{1,3}[A-Za-z0-9+/=_.:~-]{8,4000}/g;

/** Everything before the last `@` of an authority, as the WHATWG URL standard has it. */
const userinfo = /\b([a-z][a-z0-9+.-]{0,20}:[/\\]{2})[^/\\?#\s"'<>]{1,2000}@/gi;
const encodedUserinfo = /(%3A%2F%2F)(?:(?!%2F)[^&#\s?/"'<>]){1,500}%40/gi;

const parameter = /([?&;#])([^=&#;?\s"'<>]{1,200})=([^&#;\s"'<>]{1,4000})/g;
const encodedParameter =
  /(%3F|%26|%23)((?:(?!%3D|%26)[^&=#\s]){1,200})%3D((?:(?!%26|%23)[^&#\s"'<>]){1,4000})/gi;

/**
 * A URL, or any text with URLs in it, without credentials and with the values of secret parameters starred, those of a URL
 * that is carried inside another too. What has no secret comes back as it is, and what was redacted once stays the same.
 */
export function redact(text: string): string {
  let safe = text;
  if (safe.includes('@')) safe = safe.replace(userinfo, '$1');
  if (safe.includes('=')) safe = safe.replace(parameter, starred('='));
  if (safe.includes('%')) {
    safe = safe.replace(encodedUserinfo, '$1');
    safe = safe.replace(encodedParameter, starred('%3D'));
  }
  for (const shape of shapes) safe = safe.replace(shape, '***');
  return safe.replace(schemes, '$1 ***');
}

const starred = (equals: string) => (whole: string, sign: string, name: string, value: string) =>
  isSecret(name, value) ? `${sign}${name}${equals}***` : whole;

function isSecret(name: string, value: string): boolean {
  const plain = decoded(name)
    .toLowerCase()
    .replace(/[-_.\s[\]]/g, '');
  if (secretNames.some((row) => row.name.test(plain))) return true;
  return doubtfulNames.test(plain) && /^(?=.*\d)(?=.*[a-z])[\w%+/=.~-]{16,}$/i.test(value);
}

function decoded(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
