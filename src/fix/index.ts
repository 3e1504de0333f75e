export { type Commented, commentDocx, type Remark } from './docx-comments.ts';
export type { DocxMap } from './docx-map.ts';
export { remarksOf } from './remarks.ts';
export type { Replacement } from './replace-urls.ts';
