import { type DeskPhrase, deskPhrase } from '../../report/messages/desk.ts';
import type { Language } from '../../report/messages/index.ts';

let language: Language = 'en';
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '中文', ja: '日本語' };

export const currentLanguage = (): Language => language;

/** From now on the page speaks this language. */
export function speak(next: Language): void {
  language = next;
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : next;
}

/** A phrase of the page with its braces filled. */
export const say = (phrase: DeskPhrase, values: Readonly<Record<string, string | number>> = {}): string =>
  deskPhrase(phrase, language).replace(/\{([a-z]{1,20})\}/g, (_, name: string) => String(values[name] ?? ''));

/** Seconds as a person says them. */
export const span = (seconds: number): string =>
  seconds < 90
    ? say('seconds', { count: Math.max(1, Math.ceil(seconds)) })
    : say('minutes', { count: Math.ceil(seconds / 60) });
