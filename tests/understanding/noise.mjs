// Types labeled lines as a hurried thumb would: node noise.mjs FILE.jsonl… > noisy.jsonl
// One word in six, of four letters or more, gets one slip: a neighbouring key, a letter left out, doubled or swapped with
// the next; apostrophes are left out. The same lines give the same slips.
import { readFileSync } from 'node:fs';

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
let seed = 20261125;

const random = (below) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 4294967296) * below);
};

const neighbour = (letter) => {
  const row = rows.find((each) => each.includes(letter));
  if (!row) return letter;
  const at = row.indexOf(letter);
  return row[at === 0 ? 1 : at === row.length - 1 ? at - 1 : at + (random(2) ? 1 : -1)];
};

const slips = [
  (word, i) => word.slice(0, i) + neighbour(word[i].toLowerCase()) + word.slice(i + 1),
  (word, i) => word.slice(0, i) + word.slice(i + 1),
  (word, i) => word.slice(0, i) + word[i] + word.slice(i),
  (word, i) => (i + 1 < word.length ? word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2) : word),
];

const noisy = (text) =>
  text.replace(/['’]/g, '').replace(/[A-Za-z]{4,}/g, (word) => {
    if (random(6) !== 0) return word;
    return slips[random(slips.length)](word, random(word.length));
  });

for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const parsed = JSON.parse(line);
    console.log(JSON.stringify({ ...parsed, text: noisy(parsed.text) }));
  }
}
