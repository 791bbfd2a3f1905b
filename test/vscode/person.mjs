// Uses the editor as a person does, with keyboard and mouse, and takes pictures on the way.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

export async function personPass({ browser, address, workspace, screenshots }) {
  await mkdir(screenshots, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const picture = name => page.screenshot({ path: join(screenshots, `${name}.png`) });
  try {
    await page.goto(`${address}/?${new URLSearchParams({ folder: workspace })}`);
    await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
    await openFile(page, 'app.py');
    await seeUnderline(page);
    await picture('1-underline');
    await hoverOverId(page);
    await picture('2-hover');
    await auditRepository(page);
    await picture('3-report');
    await jumpFromReport(page);
    await picture('4-jump');
    console.log('  ✓ a person sees the underline, the hover and the report, and jumps to the code');
  } catch (error) {
    await picture('failure');
    throw error;
  } finally {
    await page.close();
  }
}

async function openFile(page, name) {
  const row = page.locator('.explorer-folders-view').getByText(name, { exact: true });
  await row.waitFor({ timeout: 60_000 });
  await row.dblclick();
  await page.locator(`.tab:has-text("${name}")`).waitFor();
}

function seeUnderline(page) {
  return page
    .locator('.squiggly-warning, .squiggly-error, .squiggly-info')
    .first()
    .waitFor({ timeout: 30_000 });
}

async function hoverOverId(page) {
  await page.locator('.view-line span:text("bert-base-uncased")').last().hover();
  const hover = page.locator('.monaco-hover:visible', { hasText: 'License' });
  await hover.first().waitFor({ timeout: 15_000 });
  const text = (await hover.first().textContent()) ?? '';
  assert.match(text ?? '', /apache-2\.0/i);
  assert.equal(await hover.first().locator('img').count(), 0, 'an image from a model card');
}

async function auditRepository(page) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.fill('>PTM Audit: Audit This Repository');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'Audit This Repository' })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  const report = reportFrame(page);
  await report.getByRole('heading', { name: 'Model audit' }).waitFor({ timeout: 60_000 });
  assert.match((await report.locator('body').textContent()) ?? '', /bert-base-uncased/);
}

function reportFrame(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

async function jumpFromReport(page) {
  await reportFrame(page).locator('a[data-file="search.ts"]').first().click();
  await page.locator('.tab.active:has-text("search.ts")').waitFor({ timeout: 15_000 });
}
