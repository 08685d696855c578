import puppeteer from 'puppeteer-core';
import {createRequire} from 'node:module';
import {readdirSync} from 'node:fs';

// A directory, a browser, and pages in the directory; or all that are there.
const [directory, executablePath, ...chosen] = process.argv.slice(2);
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const browser = await puppeteer.launch({executablePath, args: ['--no-sandbox']});
const problems = [];

async function open(file, {scheme, width, bypass = false}) {
  const page = await browser.newPage();
  page.on('console', message => message.type() === 'error' && problems.push(`${file}: ${message.text()}`));
  page.on('pageerror', error => problems.push(`${file}: ${error}`));
  await page.setBypassCSP(bypass);
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
  await page.setViewport({width, height: 900});
  await page.goto(`file://${directory}/${file}`);
  return page;
}

async function searchAndSort(page, where) {
  await page.type('input[type=search]', 'ada7@');
  const found = await page.evaluate(() => [...document.querySelectorAll('.failures tbody tr')].filter(row => !row.hidden).length);
  if (found !== 1) {
    problems.push(`${where}: the search finds ${found} rows and not one`);
  }
  await page.click('.failures th button');
  if (!await page.evaluate(() => document.querySelector('.failures th[aria-sort=ascending]'))) {
    problems.push(`${where}: the table cannot be sorted`);
  }
}

async function look(file, scheme, width) {
  const where = `${file}, ${scheme}, ${width}`;
  const page = await open(file, {scheme, width});
  await page.screenshot({path: `${directory}/${file.replace('.html', '')}-${scheme}-${width}.png`, fullPage: true});
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
    problems.push(`${where}: it is wider than its window`);
  }
  if (file === 'import-report.html') {
    await searchAndSort(page, where);
  }
  await page.close();
  const judged = await open(file, {scheme, width, bypass: true});
  await judged.addScriptTag({path: axe});
  for (const violation of (await judged.evaluate(() => window.axe.run({preload: false}))).violations) {
    problems.push(`axe, ${where}: ${violation.id}: ${violation.nodes[0].html}`);
  }
  await judged.close();
}

const files = chosen.length ? chosen : readdirSync(directory).filter(file => file.endsWith('.html'));
for (const file of files) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [400, 800, 1400]) {
      await look(file, scheme, width);
    }
  }
}
await browser.close();
problems.forEach(problem => console.error(problem));
console.log(`Looked at ${files.join(', ')}`);
process.exitCode = problems.length ? 1 : 0;
