/** The target of a HYPERLINK field's code: `HYPERLINK "https://…" \l "part" \o "tip"`; undefined for another field. */
export function hyperlinkOf(code: string): string | undefined {
  const words = /^\s{0,20}HYPERLINK\s{0,20}/i.exec(code);
  if (!words) return undefined;
  let url = '';
  let fragment = '';
  let option = '';
  for (const match of code
    .slice(words[0].length)
    .matchAll(/"([^"]{0,4000})"|\\([a-z])|([^\s"\\]{1,4000})/gi)) {
    if (match[2]) {
      option = match[2].toLowerCase();
      continue;
    }
    const value = match[1] ?? match[3] ?? '';
    if (option === 'l') fragment = value;
    else if (!option && !url) url = value;
    option = '';
  }
  return url && fragment && !url.includes('#') ? `${url}#${fragment}` : url || undefined;
}

/** Complex fields as they open and close: code, then result. Code is never shown, results are. */
export class FieldStack {
  #open: { code: string; inResult: boolean; url: string | undefined }[] = [];

  /** Whether text here is shown. */
  get shown(): boolean {
    return this.#open.every(({ inResult }) => inResult);
  }

  /** The target of the innermost link whose result this is. */
  get link(): string | undefined {
    return this.#open.findLast(({ url }) => url !== undefined)?.url;
  }

  /** Deeper nesting than any document's is not followed. */
  begin(): void {
    if (this.#open.length < 50) this.#open.push({ code: '', inResult: false, url: undefined });
  }

  code(text: string): void {
    const field = this.#open.at(-1);
    if (field && field.code.length < 8000) field.code += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field) Object.assign(field, { inResult: true, url: hyperlinkOf(field.code) });
  }

  end(): void {
    this.#open.pop();
  }
}
