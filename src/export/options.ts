export interface ExportOptions {
  /**
   * Where BibLaTeX and BibTeX entries name an item's archived copy (`archive`, `archive_location`): as `eprint` (the
   * default; verbatim, printed by BibLaTeX's own drivers), or spelled out in `note`, `addendum` or `howpublished`, or not at all.
   */
  snapshot?: 'eprint' | 'note' | 'addendum' | 'howpublished' | 'none';
  /**
   * Braces around words with capitals in titles, for BibTeX styles that set titles in small letters. Default false: a
   * title then reads back exactly as it was.
   */
  protectCase?: boolean;
}
