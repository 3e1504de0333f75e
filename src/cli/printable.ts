import { terminalText } from '../report/encode/terminal.ts';
import { controlsShown } from '../text/controls.ts';

/** A document's text on a terminal, in one line: control and bidi characters are shown, not obeyed. */
export const printable = terminalText;

/** One line for standard error: whatever names or messages are in it, it stays one line and commands no terminal or CI. */
export const said = (text: string): string => `refvouch: ${printable(text)}\n`;

/** Text of several lines of our own with foreign words in them, such as the complaint about an argument. */
export const shown = (text: string): string =>
  text
    .toWellFormed()
    .split('\n')
    .map((line) => visible(line))
    .join('\n')
    .replace(/##(?=\[)/g, '# #')
    .replace(/^(\s{0,20})::/gm, '$1: :');

/** Foreign text with its own spaces kept. */
export const visible = controlsShown;
