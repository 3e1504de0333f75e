import { type EmbedOptions, findingsIn } from './findings.ts';

/** The part of textlint's rule context that is used (https://textlint.org/docs/rule/). */
interface RuleContext {
  Syntax: { Document: string };
  RuleError: new (message: string, details?: object) => object;
  report(node: object, error: object): void;
  getSource(node?: object): string;
  getFilePath(): string | undefined;
  locator: { range(range: [number, number]): object };
  fixer: { replaceTextRange(range: [number, number], text: string): object };
}

type Visitor = Record<string, (node: object) => Promise<void>>;

function rule(context: RuleContext, options: EmbedOptions = {}): Visitor {
  const { Syntax, RuleError, report, getSource, getFilePath, locator, fixer } = context;
  return {
    async [Syntax.Document](node) {
      const found = await findingsIn(getFilePath() ?? 'text.md', getSource(node), options);
      for (const { rule: id, message, range, edits } of found) {
        const [edit] = edits;
        const details = {
          ...(range ? { padding: locator.range([range.start, range.end]) } : {}),
          ...(edit && edits.length === 1
            ? { fix: fixer.replaceTextRange([edit.start, edit.end], edit.text) }
            : {}),
        };
        report(node, new RuleError(`${message} (${id})`, details));
      }
    },
  };
}

/**
 * A textlint rule: `"rules": { "refvouch/textlint": true }`, or with options `{ "rules": { "url-tracking": "off" } }`.
 * Findings of notes and citations, with fixes for those that are safe.
 */
export default { linter: rule, fixer: rule };
