/** A request to the server behind the page: the error's name where it said no. */
export async function ask(path: string, body?: BodyInit): Promise<string | undefined> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'x-refvouch': 'page' },
      ...(body === undefined ? {} : { body }),
    });
    if (answer.ok) return undefined;
    const said = (await answer.json().catch(() => ({}))) as { error?: string };
    return said.error ?? 'lost';
  } catch {
    return 'lost';
  }
}

export const askJson = (path: string, value: unknown): Promise<string | undefined> =>
  ask(path, JSON.stringify(value));
