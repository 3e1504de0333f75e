import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { commandNames } from '../../src/cli/commands.ts';
import { flagsOf } from '../../src/cli/flags.ts';

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../examples/scale/${name}`, import.meta.url), 'utf8'));
const text = z.string().min(1);

/** The call of refvouch in a container: a verb there is, with flags it has. */
const Call = z.array(text).refine(([program, verb = '', ...rest]) => {
  const known = new Set(flagsOf(verb).map(({ name }) => `--${name}`));
  const used = rest.filter((part) => part.startsWith('--'));
  return program === 'refvouch' && commandNames.includes(verb) && used.every((part) => known.has(part));
});

const Compose = z.strictObject({
  services: z.record(
    text,
    z.strictObject({
      image: text,
      command: Call.optional(),
      environment: z.record(z.string().regex(/^[A-Z_]+$/), text).optional(),
      volumes: z.array(text).optional(),
      healthcheck: z.strictObject({ test: z.array(text), interval: text, retries: z.int() }).optional(),
      depends_on: z
        .record(text, z.strictObject({ condition: z.enum(['service_healthy', 'service_started']) }))
        .optional(),
      restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']).optional(),
      stop_grace_period: z
        .string()
        .regex(/^\d+s$/)
        .optional(),
    }),
  ),
  volumes: z.record(text, z.strictObject({})),
});

const labels = z.record(text, text);
const Deployment = z.strictObject({
  apiVersion: z.literal('apps/v1'),
  kind: z.literal('Deployment'),
  metadata: z.strictObject({ name: text }),
  spec: z.strictObject({
    replicas: z.int().positive(),
    selector: z.strictObject({ matchLabels: labels }),
    template: z.strictObject({
      metadata: z.strictObject({ labels }),
      spec: z.strictObject({
        terminationGracePeriodSeconds: z.int(),
        containers: z.array(
          z.strictObject({
            name: text,
            image: text,
            command: Call,
            env: z.array(
              z.strictObject({
                name: z.string().regex(/^REFVOUCH_[A-Z_]+$/),
                valueFrom: z.strictObject({ secretKeyRef: z.strictObject({ name: text, key: text }) }),
              }),
            ),
            resources: z.strictObject({
              requests: z.strictObject({ cpu: text, memory: text }),
              limits: z.strictObject({ memory: text }),
            }),
            securityContext: z.record(text, z.boolean()),
          }),
        ),
      }),
    }),
  }),
});

it('the compose file has the shape of one, and its services are all there', () => {
  const { services, volumes } = Compose.parse(read('compose.yaml'));
  for (const service of Object.values(services)) {
    for (const name of Object.keys(service.depends_on ?? {})) expect(services).toHaveProperty(name);
    for (const mount of service.volumes ?? []) expect(volumes).toHaveProperty(mount.split(':')[0] as string);
  }
});

it('the Kubernetes manifest has the shape of a deployment that selects its own pods', () => {
  const { spec } = Deployment.parse(read('kubernetes.yaml'));
  expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
});
