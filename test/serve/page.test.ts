import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { Desk, Opened, Serving } from '../../src/serve/index.ts';
import { faultsOf, hasBrowser, openBrowser } from '../browser.ts';
import { footnote, paragraph, run, sign, wordFile } from '../read/docx/word-file.ts';
import { type Replica, startReplica } from '../replica/server.ts';
import { builtPage, deskTowards, served } from './desk.ts';

const shots = process.env.SHOTS;
const article = readFileSync(new URL('../../refs/us-japan-alliance/references.txt', import.meta.url), 'utf8');

/** A busy machine takes its time. */
const patience = { timeout: 15_000 };

describe.skipIf(!hasBrowser)('the page of refvouch serve in Chromium (skipped where there is none)', () => {
  let browser: Browser;
  let replica: Replica;
  let page: Map<string, { type: string; text: string }>;
  beforeAll(async () => {
    [browser, replica, page] = await Promise.all([openBrowser(), startReplica({ slowMs: 20 }), builtPage()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await replica?.stop();
  });

  async function open(more: Partial<Desk> = {}, colorScheme: 'light' | 'dark' = 'light') {
    const serving = await served(deskTowards(replica, page, more));
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, colorScheme });
    const tab = await context.newPage();
    const origin = new URL(serving.url).origin;
    const troubles: string[] = [];
    tab.on('pageerror', (error) => troubles.push(error.message));
    tab.on('console', (message) => {
      // A field that cannot be read is refused, which the browser notes as well.
      if (message.type() === 'error' && !message.text().includes('status of 422'))
        troubles.push(message.text());
    });
    tab.on('request', (request) => request.url().startsWith(origin) || troubles.push(request.url()));
    await tab.goto(serving.url);
    await tab.locator('#text').waitFor();
    expect(tab.url()).toBe(`${origin}/`);
    return { tab, serving, troubles, close: async () => closeAll(tab, serving) };
  }
  async function closeAll(tab: Page, serving: Serving) {
    await tab.context().close();
    await serving.close();
  }
  const drop = async (tab: Page, name: string, bytes: Uint8Array) => {
    const transfer = await tab.evaluateHandle(
      `(() => { const transfer = new DataTransfer(); transfer.items.add(new File([Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (sign) => sign.charCodeAt(0))], '${name}')); return transfer; })()`,
    );
    await tab.dispatchEvent('.zone', 'drop', { dataTransfer: transfer });
  };
  const take = async (tab: Page, format: string) => {
    const [file] = await Promise.all([
      tab.waitForEvent('download'),
      tab.locator(`a[href^="/api/take/${format}?"]`).click(),
    ]);
    return readFileSync(await file.path());
  };
  const done = (tab: Page) => tab.locator('.takings').waitFor();
  const shoot = async (tab: Page, name: string) => {
    if (shots) await tab.screenshot({ path: `${shots}/${name}.png` });
  };

  it('takes a whole article, then the correction of a field and a waiver, and hands the results over', async () => {
    const { tab, troubles, close } = await open();
    await shoot(tab, 'empty');
    expect(await faultsOf(tab)).toEqual([]);
    await drop(tab, 'references.txt', new TextEncoder().encode(article));
    await done(tab);
    expect(await tab.locator('article.note').count()).toBe(34);
    expect(await tab.locator('.strip li').count()).toBe(34);
    expect(await tab.locator('#summary-part .facts').textContent()).toContain('synthetic');
    await shoot(tab, 'done');
    const before = JSON.parse((await take(tab, 'json')).toString()) as Report;
    expect(before.tally).toMatchObject({ notes: 34, citations: 46 });

    // A page is another than cited; with the title it has today the citation is what it is.
    const visitsBefore = replica.log.length;
    const single = (status: string) =>
      before.documents[0]!.notes.findIndex(
        ({ citations: [first, ...others] }) => others.length === 0 && first?.verdict.status === status,
      );
    const notes = before.documents[0]!.notes;
    const mismatched = notes.findIndex(({ citations }) =>
      citations.some(({ verdict }) => verdict.identity?.is === 'mismatch'),
    );
    const which = notes[mismatched]!.citations.findIndex(
      ({ verdict }) => verdict.identity?.is === 'mismatch',
    );
    const other = tab.locator(`#n${mismatched + 1}`);
    const edit = other.locator(`.edit[data-key=c${which}]`);
    expect(await other.locator('.badge.mismatched').count()).toBe(1);
    await edit.locator('summary').click();
    const found = notes[mismatched]!.citations[which]!.evidence[0]!.title!;
    await edit.locator('input[name=title]').fill(found);
    await edit.locator('button').click();
    await expect.poll(() => other.locator('.badge.mismatched').count(), patience).toBe(0);
    expect(replica.log.length).toBe(visitsBefore);
    // What was unfolded stays so.
    expect(await edit.getAttribute('open')).not.toBeNull();
    await edit.locator('input[name=issued]').fill('someday');
    await edit.locator('button').click();
    await expect
      .poll(() => edit.locator('.error').textContent(), patience)
      .toBe('Published: this cannot be read.');

    // Another address is visited anew.
    const gone = single('gone');
    const dead = tab.locator(`#n${gone + 1}`);
    await dead.locator('.edit[data-key=c0] summary').click();
    const standing = before.documents[0]!.notes[2]!.citations[0]!.urls[0]!;
    await dead.locator('input[name=URL]').fill(standing);
    await dead.locator('.correct button').click();
    await expect.poll(() => dead.locator('.badge.gone').count(), patience).toBe(0);
    expect(replica.log.length).toBeGreaterThan(visitsBefore);

    const waived = before.documents[0]!.notes.findLastIndex(
      ({ citations }) => citations.length === 1 && citations[0]?.verdict.status === 'gone',
    );
    expect(waived).not.toBe(gone);
    const failing = tab.locator(`#n${waived + 1}`);
    expect(await failing.getAttribute('data-need')).toBe('hand');
    await failing.locator('.edit[data-key=w] summary').click();
    await failing.locator('.waive input').nth(0).fill('the broadcaster takes its news down');
    await failing.locator('.waive input').nth(1).fill('desk');
    await shoot(tab, 'waive');
    expect(await faultsOf(tab)).toEqual([]);
    await failing.locator('.waive button').click();
    await expect.poll(() => failing.textContent(), patience).toContain('the broadcaster takes its news down');
    const after = JSON.parse((await take(tab, 'json')).toString()) as Report;
    expect(after.documents[0]!.notes[waived]!.citations[0]!.verdict.persistence.is).toBe('waived');
    expect(after.run.facts.map(({ code }) => code)).toContain('edited');
    expect((await take(tab, 'html')).toString()).toContain('<!doctype html>');
    expect((await take(tab, 'markdown')).toString()).toContain('# Source check');
    expect((await take(tab, 'biblatex')).toString()).toContain(found.slice(0, 8));
    expect(JSON.parse((await take(tab, 'csl-json')).toString()).length).toBe(46);
    expect(troubles).toEqual([]);
    await close();
  }, 60_000);

  it('shows a run in its course, also after a reload, and stops it when told', async () => {
    // Visits wait to be let through, so that the run stands still where it is looked at.
    const waiting: (() => void)[] = [];
    const { tab, troubles, close } = await open(slowed(replica, page, waiting));
    await tab.locator('#text').fill(article);
    await tab.getByText('Check the text').click();
    await tab.locator('progress').waitFor();
    await expect.poll(() => waiting.length, patience).toBeGreaterThan(3);
    for (const go of waiting.splice(0, 3)) go();
    await expect.poll(() => tab.locator('.state [role=status]').textContent(), patience).toContain('left');
    expect(await tab.locator('.note.pending').count()).toBeGreaterThan(10);
    await shoot(tab, 'running');
    const said = await tab.locator('.state [role=status]').textContent();
    await tab.reload();
    await tab.locator('progress').waitFor();
    // A citation let through just before the reload may be in only now.
    const now = await tab.locator('.state [role=status]').textContent();
    expect(Number.parseInt(now ?? '', 10)).toBeGreaterThanOrEqual(Number.parseInt(said ?? '', 10));
    expect(await tab.locator('.note.pending').count()).toBeGreaterThan(10);
    expect(await faultsOf(tab)).toEqual([]);
    await tab.locator('.cancel').click();
    for (const go of waiting.splice(0)) go();
    await done(tab);
    expect(await tab.locator('.state .facts').textContent()).toContain('Cancelled');
    const report = JSON.parse((await take(tab, 'json')).toString()) as Report;
    expect(report.run.complete).toBe(false);
    expect(troubles).toEqual([]);
    await close();
  }, 40_000);

  it('speaks three languages, on a phone and in the dark, and gives a Word file back with comments', async () => {
    const { tab, troubles, close } = await open({ language: 'zh' }, 'dark');
    await tab.setViewportSize({ width: 390, height: 844 });
    const words = {
      zh: ['核查文档', '已消失'],
      ja: ['文書を確認する', '消失'],
      en: ['Check a document', 'gone'],
    } as const;
    await drop(tab, '原稿.docx', manuscript());
    await done(tab);
    for (const language of ['zh', 'ja', 'en'] as const) {
      await tab.locator('#language').selectOption(language);
      await done(tab);
      await tab.locator('article.note .badge').first().waitFor();
      expect(await tab.locator('h1').textContent()).toBe(words[language][0]);
      expect(await tab.locator('.badge.gone').first().textContent()).toContain(words[language][1]);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await shoot(tab, `phone-${language}`);
      if (language !== 'en') expect(await faultsOf(tab)).toEqual([]);
    }
    const parts = unzipSync(await take(tab, 'docx'));
    expect(new TextDecoder().decode(parts['word/comments.xml'])).toContain('gone');
    expect(troubles).toEqual([]);
    await close();
  }, 40_000);
});

const manuscript = (): Uint8Array =>
  wordFile({
    body: paragraph(run('Cooperation grows.'), sign('footnote', 2)),
    footnotes: footnote(
      2,
      run(
        'The White House, “Fact Sheet: The U.S.-Japan Competitiveness and Resilience (CoRe) Partnership,” May 23, 2022, https://www.whitehouse.gov/briefing-room/statements-releases/2022/05/23/fact-sheet-the-u-s-japan-competitiveness-and-resilience-core-partnership/.',
      ),
    ),
  });

/** A desk whose visits each wait until they are let go or the run is stopped. */
function slowed(
  replica: Replica,
  page: Map<string, { type: string; text: string }>,
  waiting: (() => void)[],
): Partial<Desk> {
  const desk = deskTowards(replica, page);
  return {
    open: async (): Promise<Opened> => {
      const opened = await desk.open();
      return {
        ...opened,
        visit: async (url, purpose, signal) => {
          await new Promise<void>((resolve) => {
            waiting.push(resolve);
            signal?.addEventListener('abort', () => resolve());
          });
          return opened.visit(url, purpose, signal);
        },
      };
    },
  };
}
