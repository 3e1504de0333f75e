import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.ts';
import { faultsOf, hasBrowser, openBrowser } from '../browser.ts';
import { sampleReport } from './sample.ts';

/** A busy machine takes its time. */
const patience = { timeout: 15_000 };

describe.skipIf(!hasBrowser)('the HTML report in Chromium, from disk (skipped where there is none)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'refvouch-html-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(language: 'en' | 'zh' | 'ja', width = 1280, colorScheme: 'light' | 'dark' = 'light') {
    const path = join(folder, `${language}.html`);
    writeFileSync(path, html(sampleReport(), { language, bibliography: '@book{one}\n' }));
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => request.url().startsWith('file:') || troubles.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    return { page, troubles };
  }

  it.each([
    ['en', 1280, 'light'],
    ['zh', 390, 'dark'],
    ['ja', 320, 'light'],
  ] as const)(
    'in %s, %i wide, %s: axe finds nothing, nothing sticks out, nothing is asked for',
    async (language, width, scheme) => {
      const { page, troubles } = await open(language, width, scheme);
      await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  const visible = (page: Page) => page.locator('article.note:visible').count();

  it('filters, searches, copies and downloads, by keyboard alone', async () => {
    const { page, troubles } = await open('en');
    const all = await visible(page);
    await page.locator('input[name=search]').focus();
    await page.keyboard.type('ＦＡＴＴＯＮ');
    expect(await visible(page)).toBe(1);
    expect(await page.locator('.shown').textContent()).toBe(`1 of ${all} notes shown`);
    await page.locator('input[name=search]').fill('');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await visible(page)).toBe(sampleCount('hand'));
    await page.locator('select[name=status]').selectOption('gone');
    expect(await page.locator('article.note:visible .badge.gone').count()).toBe(await visible(page));
    // A tile leads to its note even where a filter hides it.
    await page.locator('a.tile').nth(3).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id'), patience).toBe('n4');
    expect(await visible(page)).toBe(all);
    await page.locator('#n1 button.copy').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#n1 button.copy').textContent(), patience).toBe('Copied');
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(
      'アーカイブ https://web.archive.org/',
    );
    for (const [kind, holds] of [
      ['bib', '@book{one}'],
      ['csl', 'mofa-2021'],
      ['json', '"tally"'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`[data-download=${kind}]`).click(),
      ]);
      expect(readFileSync(await file.path(), 'utf8')).toContain(holds);
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  const sampleCount = (need: string) =>
    html(sampleReport(), { language: 'en' }).split(`data-need="${need}"`).length - 1;
});
