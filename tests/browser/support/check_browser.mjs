// Says what to do when the browser or the tests' packages are not there, instead of a stack trace for each test.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const tests = fileURLToPath(new URL('../..', import.meta.url));
const wanted = JSON.parse(readFileSync(`${tests}package.json`)).devDependencies;
const missing = ['playwright-core', 'axe-core', 'ws'].filter((name) => {
  const file = `${tests}node_modules/${name}/package.json`;
  return !existsSync(file) || JSON.parse(readFileSync(file)).version !== wanted[name];
});
for (const name of missing) console.error(`missing: ${name} ${wanted[name]}`);
if (missing.length > 0) console.error('Run `npm ci --ignore-scripts` in tests/.');

const browser = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(browser)) console.error(`missing: ${browser}. Run \`apt-get install chromium\`, or set CHROMIUM.`);
process.exit(missing.length > 0 || !existsSync(browser) ? 1 : 0);
