import { arquivo, wayback } from './archives.ts';
import { datacite, openlibrary } from './books-and-data.ts';
import { crossref } from './crossref.ts';
import { doiOrg } from './doi.ts';
import { cinii, jalc, jstage, ndl } from './japanese.ts';
import { openalex } from './openalex.ts';
import { arxiv, emptyArchives, pubmed } from './other.ts';
import type { Service } from './service.ts';

export const services: Service[] = [
  doiOrg,
  crossref,
  datacite,
  jalc,
  openalex,
  cinii,
  ndl,
  jstage,
  openlibrary,
  wayback,
  arquivo,
  emptyArchives,
  arxiv,
  pubmed,
];
