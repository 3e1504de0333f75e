import { plainLine } from './plain.ts';

/** The old syntax (`##[error]`) is found anywhere in a line, so it is broken wherever it stands. */
const brokenOld = (text: string): string => text.replace(/##(?=\[)/g, '# #');

/** Foreign text as the message of a workflow command. */
export const commandMessage = (text: string): string => brokenOld(plainLine(text)).replaceAll('%', '%25');

/** Foreign text as a property of a workflow command. */
export const commandProperty = (text: string): string =>
  commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
