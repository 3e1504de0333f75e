/** How a stretch of terminal text is coloured. Nothing else writes an escape sequence. */
export interface Palette {
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  doubtful(text: string): string;
}

const sgr = (on: number, off: number) => (text: string) =>
  text ? `\u001b[${on}m${text}\u001b[${off}m` : text;

const colours: Palette = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  good: sgr(32, 39),
  bad: sgr(31, 39),
  doubtful: sgr(33, 39),
};
const same = (text: string): string => text;
const none: Palette = { strong: same, faint: same, good: same, bad: same, doubtful: same };

export const paletteOf = (colour: boolean): Palette => (colour ? colours : none);
