import type { Exchange } from './ports.ts';

export interface RenderOptions {
  /** The Chromium the user has. */
  executablePath: string;
  /** Every request of the browser goes through it, so the guard, the caps and the recording hold for it too. */
  exchange: Exchange;
  /** Milliseconds for one page. Default 15,000. */
  timeoutMs?: number;
}

/** A page as a browser shows it, as UTF-8 HTML; undefined where that came to nothing. */
export type Render = (url: string) => Promise<Uint8Array | undefined>;

export interface Renderer {
  render: Render;
  close(): Promise<void>;
}

/** Kinds of content that change nothing in a page's words. */
const needless = new Set(['image', 'media', 'font', 'websocket', 'eventsource', 'manifest', 'ping']);

/** Requests one page may make. */
const mostRequests = 150;

/**
 * Reads pages that are empty without their scripts. The browser itself connects nowhere: its names resolve to nothing,
 * and each request is answered by our own exchange. playwright-core is an optional peer, loaded when first needed;
 * rejects where it or the browser is not there.
 */
export async function createRenderer({
  executablePath,
  exchange,
  timeoutMs = 15_000,
}: RenderOptions): Promise<Renderer> {
  const { chromium } = await import('playwright-core');
  const options = {
    executablePath,
    args: [
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--disable-gpu',
      '--no-first-run',
      '--disable-extensions',
      '--no-proxy-server',
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    ],
  };
  // The browser's own sandbox wants rights that root and some containers do not give.
  const browser = await chromium
    .launch({ ...options, chromiumSandbox: true })
    .catch(() => chromium.launch({ ...options, chromiumSandbox: false }));
  const render: Render = async (url) => {
    const context = await browser.newContext({ serviceWorkers: 'block', acceptDownloads: false });
    let requests = 0;
    try {
      await context.route('**/*', async (route) => {
        const request = route.request();
        requests += 1;
        const method = request.method();
        if (
          needless.has(request.resourceType()) ||
          requests > mostRequests ||
          (method !== 'GET' && method !== 'POST')
        )
          return route.abort();
        const body = method === 'POST' ? request.postData() : null;
        const answer = await exchange({
          url: request.url(),
          method,
          ...(body ? { body } : {}),
          follow: true,
        });
        if (answer.status === undefined) return route.abort('blockedbyclient');
        const type = answer.headers['content-type'];
        return route.fulfill({
          status: answer.status,
          headers: { ...(type ? { 'content-type': type } : {}), 'access-control-allow-origin': '*' },
          body: Buffer.from(answer.body),
        });
      });
      await context.routeWebSocket('**/*', (socket) => socket.close());
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'load', timeout: timeoutMs });
      await page.waitForLoadState('networkidle', { timeout: timeoutMs / 3 }).catch(() => undefined);
      return Buffer.from(await page.content());
    } catch {
      return undefined;
    } finally {
      await context.close().catch(() => undefined);
    }
  };
  return { render, close: () => browser.close() };
}
