import type { Dice } from './random.ts';

/** Makers of the parts of works that do not exist, in one language. */
export interface Words {
  name(die: Dice): string;
  title(die: Dice): string;
  foreign(die: Dice): string;
  body(die: Dice): string;
  journal(die: Dice): string;
  newspaper(die: Dice): string;
  publisher(die: Dice): string;
  school(die: Dice): string;
  place(die: Dice): string;
  series(die: Dice): string;
  site(die: Dice): string;
}
