/** An archive that speaks Memento (RFC 7089): where its TimeMaps are, and how a copy's address is told apart. */
export interface Archive {
  name: string;
  /** Prefix of a link-format TimeMap; the original's URL follows as it is. */
  timemap: string;
  /** Hosts whose pages are copies. */
  hosts: readonly string[];
}

/** Asked in this order; the Wayback Machine has an index of its own that is asked first (`cdx.ts`). */
export const archives: readonly Archive[] = [
  {
    name: 'Internet Archive',
    timemap: 'https://web.archive.org/web/timemap/link/',
    hosts: ['web.archive.org'],
  },
  { name: 'Arquivo.pt', timemap: 'https://arquivo.pt/wayback/timemap/link/', hosts: ['arquivo.pt'] },
  {
    name: 'archive.today',
    timemap: 'https://archive.ph/timemap/',
    hosts: ['archive.ph', 'archive.today', 'archive.is'],
  },
  {
    name: 'UK Web Archive',
    timemap: 'https://www.webarchive.org.uk/wayback/archive/timemap/link/',
    hosts: ['www.webarchive.org.uk'],
  },
  {
    name: 'Library of Congress',
    timemap: 'https://webarchive.loc.gov/all/timemap/link/',
    hosts: ['webarchive.loc.gov'],
  },
  {
    name: 'Stanford Web Archive',
    timemap: 'https://swap.stanford.edu/was/timemap/link/',
    hosts: ['swap.stanford.edu'],
  },
  { name: 'Vefsafn', timemap: 'https://vefsafn.is/is/timemap/link/', hosts: ['vefsafn.is'] },
];
