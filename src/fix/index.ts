export { unifiedDiff } from './diff.ts';
export { type Commented, commentDocx, type Remark } from './docx-comments.ts';
export type { DocxMap } from './docx-map.ts';
export { canFix } from './encode-text.ts';
export { remarksOf } from './remarks.ts';
export { type Replacement, replaceUrls } from './replace-urls.ts';
export { replacementsFor } from './replacements.ts';
