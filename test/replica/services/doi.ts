import type { Answer, Asked } from '../answer.ts';
import { bytes, json, redirect } from '../answer.ts';
import { landingOf, workOf } from './catalogue.ts';
import type { Service } from './service.ts';
import { after } from './service.ts';

const cslJson = 'application/vnd.citationstyles.csl+json';

/** The proxy's REST API: https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation */
function handles(doi: string): Answer {
  const work = workOf(doi);
  if (!work) return json({ responseCode: 100, handle: doi }, 404);
  return json({
    responseCode: 1,
    handle: work.doi,
    values: [
      {
        index: 1,
        type: 'URL',
        data: { format: 'string', value: landingOf(work) },
        ttl: 86400,
        timestamp: '2024-02-01T00:00:00Z',
      },
      {
        index: 100,
        type: 'HS_ADMIN',
        data: {
          format: 'admin',
          value: { handle: '10.synthetic/admin', index: 200, permissions: '111111110010' },
        },
        ttl: 86400,
        timestamp: '2024-02-01T00:00:00Z',
      },
    ],
  });
}

const agency = (doi: string): Answer => {
  const work = workOf(doi);
  if (!/^10\.\d{4,9}\/\S/.test(doi)) return json([{ DOI: doi, status: 'Invalid DOI' }]);
  return json([work ? { DOI: doi, RA: work.agency } : { DOI: doi, status: 'DOI does not exist' }]);
};

const notFound = (doi: string): Answer =>
  bytes(
    404,
    'text/html; charset=utf-8',
    `<!DOCTYPE html><html><head><title>Error: DOI Not Found</title></head><body><h1>DOI NOT FOUND</h1><p>${doi.replace(/[<&]/g, '')}</p><p>This DOI cannot be found in the DOI System (synthetic).</p></body></html>`,
  );

/** A DOI itself: to its agency's metadata where CSL is asked for and the agency serves it, else to the landing page. */
function resolution(asked: Asked, doi: string): Answer {
  const work = workOf(doi);
  if (!work) return notFound(doi);
  const wanted = asked.headers.accept ?? '';
  const segment = encodeURIComponent(work.doi!);
  if (wanted.includes(cslJson) && work.agency === 'Crossref')
    return redirect(302, `https://api.crossref.org/v1/works/${segment}/transform`);
  if (wanted.includes(cslJson) && work.agency === 'DataCite')
    return redirect(302, `https://data.crosscite.org/${segment}`);
  return redirect(302, landingOf(work));
}

export const doiOrg: Service = {
  name: 'doi.org',
  hosts: ['doi.org', 'dx.doi.org', 'www.doi.org'],
  answer(asked) {
    const handle = after(asked, '/api/handles/');
    if (handle !== undefined) return handles(handle);
    const agencyOf = after(asked, '/doiRA/') ?? after(asked, '/ra/');
    if (agencyOf !== undefined) return agency(agencyOf);
    const doi = after(asked, '/');
    return doi?.startsWith('10.') ? resolution(asked, doi) : undefined;
  },
};
