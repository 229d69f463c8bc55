// Opens the written reports in Chromium and looks for what a reader would mind.
// usage: node browser.mjs MODULES FOLDER CHROMIUM; expects {ordinary,hostile,...}.{html,svg}
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, folder, executablePath] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core'), 'utf8');
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

let checks = 0;
const failures = [];
function check(what, found) {
  checks += 1;
  if (found.length > 0) failures.push(`${what}: ${found.join(' | ')}`);
}

// Everything a page does that a report must not do: requests, console errors, dialogs, scripts.
async function watched(context, url, watch) {
  const page = await context.newPage();
  const seen = [];
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) seen.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  page.on('dialog', (dialog) => { seen.push('dialog'); dialog.dismiss(); });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(100);
  if (await page.evaluate(() => 'ran' in globalThis)) seen.push('a script ran');
  await watch(page);
  await page.close();
  return seen;
}

// What sticks out to the right of the window; a box that scrolls by itself may.
const overflow = () => [...document.querySelectorAll('body *')].filter((element) =>
  !element.closest('.scroll') && element.getBoundingClientRect().right > innerWidth + 0.5)
  .map((element) => element.outerHTML.slice(0, 80))
  .concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []);

const violations = async (page) => {
  await page.evaluate(axe);
  // The folds are opened: what is in them counts too.
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; }));
  const result = await page.evaluate((values) =>
    globalThis.axe.run(document, { runOnly: { type: 'tag', values } }), standard);
  return result.violations.map((v) => `${v.id} ${v.nodes[0].target} ${v.nodes[0].failureSummary}`);
};

async function look(browser, file, width, colorScheme) {
  const context = await browser.newContext(
    { viewport: { width, height: 844 }, colorScheme, deviceScaleFactor: width < 500 ? 2 : 1 });
  const name = `${basename(file)} ${width} ${colorScheme}`;
  const isPage = file.endsWith('.html');
  check(name, await watched(context, pathToFileURL(file).href, async (page) => {
    if (isPage) check(`${name}, width`, await page.evaluate(overflow));
    const path = join(folder, 'pictures', `${name.replaceAll(' ', '-')}.png`);
    await page.screenshot({ path, fullPage: isPage });
    if (!isPage) return;
    check(`${name}, axe`, await violations(page));
    check(`${name}, width with open folds`, await page.evaluate(overflow));
  }));
  await context.close();
}

// A page that is read in the dark is still printed on white, its charts within the sheet.
async function printed(browser, file) {
  const context = await browser.newContext(
    { viewport: { width: 600, height: 900 }, colorScheme: 'dark' });
  check(`${basename(file)} in print`, await watched(
    context, pathToFileURL(file).href, async (page) => {
      await page.emulateMedia({ media: 'print' });
      check(`${basename(file)}, paper`, await page.evaluate(() =>
        [getComputedStyle(document.body).backgroundColor].filter((c) => c !== 'rgb(255, 255, 255)')));
      check(`${basename(file)}, sheet`, await page.evaluate(() =>
        [...document.querySelectorAll('svg')].filter((e) =>
          e.getBoundingClientRect().right > innerWidth).map((e) => e.outerHTML.slice(0, 80))));
      await page.screenshot({ path: join(folder, 'pictures', `${basename(file)}-print.png`) });
    }));
  await context.close();
}

// The policy of the page is a second wall; the first one, escaping, has to stand without it.
async function withoutPolicy(browser, file) {
  const context = await browser.newContext({ bypassCSP: true });
  check(`${basename(file)} without its policy`, await watched(
    context, pathToFileURL(file).href, async (page) => {
      await page.locator('body').hover();
      const live = 'script,img,iframe,object,embed,video,base,a,input,svg [onload],[onerror]';
      check(`${basename(file)}, live elements`, await page.evaluate((selector) =>
        [...document.querySelectorAll(selector)].map((e) => e.outerHTML.slice(0, 80)), live));
    }));
  await context.close();
}

// The same texts as markup do run and ask: if they did not, the checks above would mean nothing.
async function selfTest(browser, file) {
  const context = await browser.newContext();
  const seen = await watched(context, pathToFileURL(file).href, async () => {});
  check('the unescaped corpus runs a script', seen.includes('a script ran') ? [] : seen);
  check('the unescaped corpus makes requests',
    seen.some((what) => what.includes('example.invalid')) ? [] : seen);
  await context.close();
}

// Every sight of the ordinary report, two of the others; a picture has one width.
function sights(file) {
  const widths = file.endsWith('.svg') ? [760] : [320, 390, 1280];
  if (file.endsWith('.html') && basename(file) !== 'ordinary.html')
    return [[320, 'dark'], [1280, 'light']];
  return widths.flatMap((width) => [[width, 'light'], [width, 'dark']]);
}

mkdirSync(join(folder, 'pictures'), { recursive: true });
const browser = await chromium.launch({ executablePath, args: flags });
try {
  const files = readdirSync(folder).map((name) => join(folder, name));
  for (const file of files.filter((name) => /\.(html|svg)$/.test(name))) {
    if (basename(file) === 'unescaped.html') {
      await selfTest(browser, file);
      continue;
    }
    if (file.endsWith('.html')) await withoutPolicy(browser, file);
    if (basename(file) === 'years.html') await printed(browser, file);
    for (const [width, scheme] of sights(file)) await look(browser, file, width, scheme);
  }
} finally {
  await browser.close();
}
failures.forEach((failure) => console.log(`FAIL ${failure}`));
console.log(`browser: ${checks} checks, ${failures.length} failures`);
process.exit(failures.length > 0 ? 1 : 0);
