// NLP.js, taught the shipped examples and asked the same lines, with the same measures as `attune eval --summary`:
//     npm ci --ignore-scripts --prefix tests/understanding
//     node tests/understanding/peer.mjs tests/understanding/heldout-*.jsonl
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dockStart } from '@nlpjs/basic';

const examples = join(dirname(fileURLToPath(import.meta.url)), '../../dialogs/attachment/nlu/examples');
const outside = 'out_of_scope';

const readLines = (file) => readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '');

const taught = async () => {
  const dock = await dockStart({
    settings: { nlp: { autoSave: false, autoLoad: false, modelFileName: '', log: false } },
    use: ['Basic', 'LangEn'],
  });
  const nlp = dock.get('nlp');
  nlp.addLanguage('en');
  for (const file of readdirSync(examples)) {
    for (const line of readLines(join(examples, file))) {
      if (!line.startsWith('#')) nlp.addDocument('en', line, basename(file, '.txt'));
    }
  }
  await nlp.train();
  return nlp;
};

const fits = (line, intent) => intent === line.label || (line.also ?? []).includes(intent);
const rate = (lines, good) => (lines.filter(good).length / lines.length).toFixed(3);

const report = (title, asked, threshold) => {
  const first = (each) => (each.ranking[0]?.score >= threshold ? each.ranking[0].intent : outside);
  const name = (each) => (each.ranking[0]?.intent === 'None' ? outside : first(each));
  const inside = asked.filter((each) => each.line.label !== outside);
  const others = asked.filter((each) => each.line.label === outside);
  console.log(`\n${title}`);
  console.log(`accuracy, in scope          ${rate(inside, (each) => fits(each.line, name(each)))}`);
  console.log(`top-3, in scope             ${rate(inside, (each) => each.ranking.slice(0, 3).some((one) => fits(each.line, one.intent)))}`);
  console.log(`out-of-scope recall         ${rate(others, (each) => name(each) === outside)}`);
  console.log(`false rejection, in scope   ${rate(inside, (each) => name(each) === outside && !fits(each.line, outside))}`);
};

const start = performance.now();
const nlp = await taught();
console.log(`training, s                 ${((performance.now() - start) / 1000).toFixed(1)}`);
const asked = [];
const lines = process.argv.slice(2).flatMap(readLines).map((line) => JSON.parse(line));
const before = performance.now();
for (const line of lines) {
  const { classifications } = await nlp.process('en', line.text);
  asked.push({ line, ranking: classifications });
}
console.log(`lines                       ${asked.length}`);
console.log(`a message, µs               ${Math.round(((performance.now() - before) / asked.length) * 1000)}`);
report('as it comes (threshold 0.5)', asked, 0.5);
report('its best guess always taken', asked, 0);
