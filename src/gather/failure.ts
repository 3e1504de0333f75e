import type { Failure } from '../model/evidence.ts';
import type { Exchanged } from './ports.ts';

type Kind = Failure['kind'];

/** Codes of Node and undici, and what they mean here. */
const codes: Record<string, { kind: Kind; phase?: Failure['phase']; message: string }> = {
  ENOTFOUND: { kind: 'dns-missing', message: 'the host name does not exist' },
  ENODATA: { kind: 'dns-missing', message: 'the host name has no address' },
  EAI_AGAIN: { kind: 'dns-temporary', message: 'the name could not be looked up for now' },
  ESERVFAIL: { kind: 'dns-temporary', message: 'the name server failed' },
  ETIMEOUT: { kind: 'dns-temporary', message: 'the name server did not answer' },
  EREFUSED: { kind: 'dns-temporary', message: 'the name server refused' },
  ECONNREFUSED: { kind: 'refused', message: 'the connection was refused' },
  EHOSTUNREACH: { kind: 'refused', message: 'the host cannot be reached' },
  ENETUNREACH: { kind: 'refused', message: 'the network cannot be reached' },
  EADDRNOTAVAIL: { kind: 'refused', message: 'the address cannot be connected to' },
  ECONNRESET: { kind: 'reset', message: 'the connection was reset' },
  EPIPE: { kind: 'reset', message: 'the connection was closed' },
  ETIMEDOUT: { kind: 'timeout', phase: 'connect', message: 'no connection in time' },
  UND_ERR_SOCKET: { kind: 'reset', message: 'the connection was closed' },
  DNS_TIMEOUT: { kind: 'timeout', phase: 'dns', message: 'the name was not looked up in time' },
  TLS_TIMEOUT: { kind: 'timeout', phase: 'tls', message: 'no TLS handshake in time' },
  WIRE_FLOOD: { kind: 'protocol', message: 'the host sends interim answers without end' },
  UND_ERR_CONNECT_TIMEOUT: { kind: 'timeout', phase: 'connect', message: 'no connection in time' },
  UND_ERR_HEADERS_TIMEOUT: { kind: 'timeout', phase: 'headers', message: 'no answer in time' },
  UND_ERR_BODY_TIMEOUT: { kind: 'timeout', phase: 'body', message: 'the body stopped coming' },
  UND_ERR_HEADERS_OVERFLOW: { kind: 'too-large', message: 'the headers are too large' },
  UND_ERR_RES_EXCEEDED_MAX_SIZE: { kind: 'too-large', message: 'the answer is too large' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: {
    kind: 'protocol',
    message: 'the answer contradicts itself about its length',
  },
  UND_ERR_INVALID_ARG: { kind: 'malformed-url', message: 'this cannot be asked for over HTTP' },
  UND_ERR_DESTROYED: { kind: 'reset', message: 'the connection was closed' },
  UND_ERR_RESPONSE: { kind: 'protocol', message: 'the answer is not HTTP' },
  UNSAFE_TARGET: { kind: 'unsafe-target', message: 'blocked by policy' },
  ERR_SSL_WRONG_VERSION_NUMBER: { kind: 'tls-invalid', message: 'the host does not speak TLS' },
  EPROTO: { kind: 'tls-invalid', message: 'the TLS handshake failed' },
};

/** An outcome out of whatever was thrown: the cause chain is walked to the first code that is known. */
export function failureOf(thrown: unknown, deadlinePassed: boolean): Failure {
  if (deadlinePassed)
    return { kind: 'timeout', phase: 'total', message: 'no whole answer within the time a link may take' };
  let error: unknown = thrown;
  for (let depth = 0; depth < 6 && error instanceof Error; depth += 1) {
    const { code, name, message } = error as NodeJS.ErrnoException;
    const row = typeof code === 'string' ? codes[code] : undefined;
    if (row) return { ...row, code: code as string, ...(row.kind === 'unsafe-target' ? { message } : {}) };
    if (
      typeof code === 'string' &&
      /^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|CRL_)/.test(code)
    )
      return {
        kind: 'tls-invalid',
        code,
        message: `the certificate or TLS handshake is not valid (${code})`,
      };
    if (/^HTTPParserError$/.test(name) || (typeof code === 'string' && /^HPE_/.test(code)))
      return { kind: 'protocol', ...(code ? { code } : {}), message: 'the answer is not HTTP' };
    if (name === 'TimeoutError' || name === 'AbortError')
      return { kind: 'not-attempted', message: 'stopped before it was done' };
    error =
      (error as Error & { cause?: unknown; errors?: unknown[] }).cause ??
      (error as { errors?: unknown[] }).errors?.[0];
  }
  return { kind: 'reset', message: 'the connection failed' };
}

/** Failures another try may mend. */
export const isPassing = ({ kind, phase }: Failure): boolean =>
  kind === 'reset' ||
  kind === 'dns-temporary' ||
  (kind === 'timeout' && phase !== 'total') ||
  kind === 'refused';

/** The outcome of a question that was never put, and why. */
export const notAsked = (message: string): Exchanged => ({
  hops: [],
  headers: {},
  body: new Uint8Array(),
  complete: false,
  requests: 0,
  from: 'live',
  failure: { kind: 'not-attempted', message },
});
