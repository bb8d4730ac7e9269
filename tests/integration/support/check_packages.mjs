// Says what to do when the tests' packages are not there, instead of a stack trace for each test.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const tests = fileURLToPath(new URL('../..', import.meta.url));
const wanted = JSON.parse(readFileSync(`${tests}package.json`)).devDependencies;
const missing = Object.entries(wanted).filter(([name, version]) => {
  const file = `${tests}node_modules/${name}/package.json`;
  return !existsSync(file) || JSON.parse(readFileSync(file)).version !== version.split('@').pop(); // of an alias, too
});
for (const [name, version] of missing) console.error(`missing: ${name} ${version}`);
if (missing.length > 0) console.error('Run `npm ci --ignore-scripts` in tests/.');
process.exit(missing.length > 0 ? 1 : 0);
