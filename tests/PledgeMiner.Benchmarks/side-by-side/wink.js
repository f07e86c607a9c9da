// wink-nlp's speed on a text: the best of many warm passes, as TaggerSpeed measures ours.
const fs = require('fs');
const winkNLP = require('wink-nlp');
const model = require('wink-eng-lite-web-model');

const text = fs.readFileSync(process.argv[2], 'utf8');
const passes = 40;
const steps = [
  ['tokenise + sentences', ['sbd']],
  ['+ parts of speech', ['sbd', 'pos']],
  ['+ entities (everything)', ['sbd', 'negation', 'sentiment', 'pos', 'ner', 'cer']],
];
for (const [name, pipe] of steps) {
  const nlp = winkNLP(model, pipe);
  let best = Infinity;
  let tokens = 0;
  for (let pass = 0; pass < passes; pass++) {
    const start = process.hrtime.bigint();
    tokens = nlp.readDoc(text).tokens().length();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
  }
  const speed = Math.round(tokens / best).toLocaleString('en');
  console.log(`wink-nlp    ${name.padEnd(24)} ${speed.padStart(12)} tokens/s`);
}
