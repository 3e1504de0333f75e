import { z } from 'zod';
import { severities } from '../model/finding.ts';
import { type Flag, flags, keyOf } from './flags.ts';

/** A link one has decided to live with for a time. */
export const Waiver = z.strictObject({
  url: z.string().min(1).describe('The URL as printed, or a prefix of it that ends in *.'),
  reason: z.string().min(1).describe('Why, in words.'),
  owner: z.string().min(1).describe('Who answers for it.'),
  until: z.iso.date().describe('The last day it holds; an expired waiver is itself a finding.'),
});

const of = {
  text: (_flag: Flag) => z.union([z.string().min(1), z.number()]),
  int: ({ min, max }: Flag) =>
    z
      .int()
      .min(min ?? 0)
      .max(max ?? Number.MAX_SAFE_INTEGER),
  bool: (_flag: Flag) => z.boolean(),
  list: (_flag: Flag) => z.union([z.string(), z.array(z.string())]),
  choice: ({ choices = [] }: Flag) => z.enum(choices as [string, ...string[]]),
};

const fromFlags = Object.fromEntries(
  flags
    .filter((flag) => !flag.callOnly)
    .map((flag) => {
      const type = of[flag.kind](flag).describe(flag.help);
      return [
        keyOf(flag.name),
        (flag.default === undefined ? type : type.meta({ default: flag.default })).optional(),
      ];
    }),
);

/** What a configuration file may say: the flags by their camel-case names, and tables that are no flags. */
export const ConfigurationFile = z.strictObject({
  $schema: z.string().optional(),
  ...fromFlags,
  waivers: z.array(Waiver).optional().describe('Links that are known to fail and are lived with for a time.'),
  rules: z
    .record(z.string(), z.enum(['off', ...severities]))
    .optional()
    .describe('Lint rules by name: off, or the severity they are reported with.'),
  exclude: z
    .array(z.string().min(1))
    .optional()
    .describe('URLs that are not visited: exact, or a prefix that ends in *.'),
});
export type ConfigurationFile = z.infer<typeof ConfigurationFile>;

/** The published schema (schema/config.schema.json). */
export const configurationJsonSchema = (): object => ({
  $id: 'urn:refvouch:schema:config',
  title: 'refvouch configuration',
  ...z.toJSONSchema(ConfigurationFile, { io: 'input' }),
});
