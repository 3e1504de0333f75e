const marker =
  /^\s*(?:[[［〔【(（「]\s*(?:\d{1,4}[a-z]?|[A-Za-zÀ-ÿ+]{1,12}\s?\d{2,4}[a-z]?)\s*[\]］〕】)）」][.．:：]?|[①-⑳]|\d{1,4}[.．)）、](?!\d)|\d{1,3}-(?=\p{Lu}\p{Ll})|\d{1,3}\s(?=\s*\p{L})|[*•·–►▪●■-]\s)\s*/u;

/** The length of the number or label a reference list prints before an entry (`[6] `, `(1) `, `12. `), or 0. */
export const markerLength = (text: string): number => {
  const found = marker.exec(text.slice(0, 40))?.[0] ?? '';
  if (found.length >= text.length) return 0;
  // `1998. ` and `(2004) ` open a reference by its year.
  return /^\D{0,2}(?:1[5-9]|20)\d\d\D*$/.test(found) ? 0 : found.length;
};
