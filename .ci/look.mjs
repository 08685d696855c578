import puppeteer from 'puppeteer-core';
import {createRequire} from 'node:module';

const [directory, executablePath] = process.argv.slice(2);
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const browser = await puppeteer.launch({executablePath, args: ['--no-sandbox']});
const problems = [];

async function open(scheme, width, bypass) {
  const page = await browser.newPage();
  page.on('console', message => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', error => problems.push(String(error)));
  await page.setBypassCSP(bypass);
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
  await page.setViewport({width, height: 900});
  await page.goto(`file://${directory}/import-report.html`);
  return page;
}

for (const scheme of ['light', 'dark']) {
  for (const width of [400, 800, 1400]) {
    const page = await open(scheme, width, false);
    await page.screenshot({path: `${directory}/${scheme}-${width}.png`, fullPage: true});
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
      problems.push(`it is wider than ${width} pixels`);
    }
    await page.type('input[type=search]', 'ada7@');
    const found = await page.evaluate(() => [...document.querySelectorAll('.failures tbody tr')].filter(row => !row.hidden).length);
    if (found !== 1) {
      problems.push(`the search finds ${found} rows and not one`);
    }
    await page.click('.failures th button');
    if (!await page.evaluate(() => document.querySelector('.failures th[aria-sort=ascending]'))) {
      problems.push('the table cannot be sorted');
    }
    const looked = await open(scheme, width, true);
    await looked.addScriptTag({path: axe});
    for (const violation of (await looked.evaluate(() => window.axe.run())).violations) {
      problems.push(`axe, ${scheme}, ${width}: ${violation.id}: ${violation.nodes[0].html}`);
    }
  }
}
await browser.close();
problems.forEach(problem => console.error(problem));
process.exitCode = problems.length ? 1 : 0;
