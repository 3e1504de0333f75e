import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Certificates {
  /** PEM of the authority that vouches for the good, the expired and the wrong-host one. */
  authority: string;
  authorityPath: string;
  of: Record<
    'tls-good' | 'tls-self-signed' | 'tls-expired' | 'tls-wrong-host',
    { key: string; cert: string }
  >;
}

/** Makes an authority and four certificates for the host `address` with Debian's openssl, in `folder`. */
export function certificatesFor(address: string, folder: string): Certificates {
  mkdirSync(folder, { recursive: true });
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const key = (name: string) =>
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`);
  if (!existsSync(join(folder, 'authority.pem'))) {
    key('authority');
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      'authority.key',
      '-days',
      '3650',
      '-subj',
      '/CN=refvouch measuring authority',
      '-out',
      'authority.pem',
    );
    writeFileSync(join(folder, 'index.txt'), '');
    writeFileSync(
      join(folder, 'ca.cnf'),
      '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial\ndefault_md=sha256\npolicy=p\ncopy_extensions=copy\nunique_subject=no\n[p]\ncommonName=supplied\n',
    );
    writeFileSync(join(folder, 'serial'), '1000\n');
    const rows = [
      ['tls-good', `IP:${address}`, '20240101000000Z', '20500101000000Z'],
      ['tls-expired', `IP:${address}`, '20200101000000Z', '20210101000000Z'],
      ['tls-wrong-host', 'DNS:elsewhere.example', '20240101000000Z', '20500101000000Z'],
    ] as const;
    for (const [name, host, from, until] of rows) {
      key(name);
      openssl(
        'req',
        '-new',
        '-key',
        `${name}.key`,
        '-subj',
        `/CN=${name}`,
        '-addext',
        `subjectAltName=${host}`,
        '-out',
        `${name}.csr`,
      );
      openssl(
        'ca',
        '-batch',
        '-config',
        'ca.cnf',
        '-cert',
        'authority.pem',
        '-keyfile',
        'authority.key',
        '-startdate',
        from,
        '-enddate',
        until,
        '-in',
        `${name}.csr`,
        '-out',
        `${name}.pem`,
      );
    }
    key('tls-self-signed');
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      'tls-self-signed.key',
      '-days',
      '3650',
      '-subj',
      '/CN=self',
      '-addext',
      `subjectAltName=IP:${address}`,
      '-out',
      'tls-self-signed.pem',
    );
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const pair = (name: string) => ({ key: read(`${name}.key`), cert: read(`${name}.pem`) });
  return {
    authority: read('authority.pem'),
    authorityPath: join(folder, 'authority.pem'),
    of: {
      'tls-good': pair('tls-good'),
      'tls-self-signed': pair('tls-self-signed'),
      'tls-expired': pair('tls-expired'),
      'tls-wrong-host': pair('tls-wrong-host'),
    },
  };
}
