/** A source that can be asked about works, and how it wants to be asked. */
export interface Service {
  base: string;
  /** Least time between the starts of two requests, ms, from the service's own published limits. */
  paceMs: number;
  /** The query parameter for a contact address, where the service has one. */
  contactParameter?: string;
}

/**
 * Limits as their documentation states them: Crossref's polite pool 10/s for single works and 3/s for lists; OpenAlex
 * 10/s; arXiv one in three seconds; NCBI 3/s without a key; CiNii, NDL and J-STAGE ask for restraint without a figure, so
 * one a second; Open Library one a second; doi.org states none.
 */
export const services = {
  'doi.org': { base: 'https://doi.org', paceMs: 100 },
  crossref: { base: 'https://api.crossref.org', paceMs: 350, contactParameter: 'mailto' },
  datacite: { base: 'https://api.datacite.org', paceMs: 350 },
  jalc: { base: 'https://api.japanlinkcenter.org', paceMs: 1000 },
  openalex: { base: 'https://api.openalex.org', paceMs: 150, contactParameter: 'mailto' },
  cinii: { base: 'https://cir.nii.ac.jp', paceMs: 1000 },
  ndl: { base: 'https://ndlsearch.ndl.go.jp', paceMs: 1000 },
  jstage: { base: 'https://api.jstage.jst.go.jp', paceMs: 1000 },
  openlibrary: { base: 'https://openlibrary.org', paceMs: 1000 },
  arxiv: { base: 'https://export.arxiv.org', paceMs: 3000 },
  pubmed: { base: 'https://eutils.ncbi.nlm.nih.gov', paceMs: 350 },
} as const satisfies Record<string, Service>;

export type ServiceName = keyof typeof services;
