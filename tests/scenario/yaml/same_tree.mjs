// Whatever the reader accepts means the same to the parser in people's editors: lessons, broken
// lessons, fuzz seeds, and thousands of lessons with lines and characters changed at random.
// node tests/scenario/yaml/same_tree.mjs DUMP_TREE
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(new URL("../../../web/package.json", import.meta.url));
const { parseDocument, isMap, isSeq } = require("yaml");

const dump = process.argv[2];
if (!dump) {
    console.error("usage: node tests/scenario/yaml/same_tree.mjs DUMP_TREE");
    process.exit(2);
}

function filesBelow(folder, fits) {
    return readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) return filesBelow(path, fits);
        return fits(path) ? [path] : [];
    });
}

// The same form as dump_tree's. A missing value is an empty text.
function treeOf(node) {
    if (isSeq(node)) return node.items.map(treeOf);
    if (isMap(node)) return { map: node.items.map((pair) => [keyOf(pair), treeOf(pair.value)]) };
    return node === null || node.value === null ? "" : String(node.value);
}
const keyOf = (pair) => String(pair.key?.value ?? "");

function editorReads(text) {
    const document = parseDocument(text, { schema: "failsafe", version: "1.2", prettyErrors: false });
    if (document.errors.length > 0) return { error: document.errors[0].message };
    return { tree: treeOf(document.contents) };
}

// A small generator, so that every run tries the same.
let state = 20250822;
function random(below) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
}
const pieces = [": ", "#", " #", "- ", "{", "}", "[", "]", ", ", "'", '"', "?", "? ", "|", ">", "|-", ">-",
    "  ", "\n", "\t", "&a ", "*a", "!x ", "%", "@", "`", "\\n", "''", "é", "…", "~", "null", "true",
    "0x1F", "1e3", "---", "...", "<<: x", "\u00a0", "\r\n", ":", "a:b", "|2", "-", "--"];
function changed(text) {
    let lines = text.split("\n");
    for (let count = 1 + random(3); count > 0; --count) {
        const at = random(lines.length);
        const line = lines[at];
        const column = random(line.length + 1);
        const piece = pieces[random(pieces.length)];
        switch (random(5)) {
        case 0: lines[at] = line.slice(0, column) + piece + line.slice(column); break;
        case 1: lines[at] = line.slice(0, column) + line.slice(column + 1 + random(3)); break;
        case 2: lines.splice(at, 1); break;
        case 3: lines.splice(at, 0, lines[random(lines.length)]); break;
        default: lines[at] = line.slice(0, column) + piece; break;
        }
        if (lines.length === 0) lines = [""];
    }
    return lines.join("\n");
}

const seeds = [
    ...filesBelow("sims", (path) => path.endsWith(".lab.yaml")),
    ...filesBelow("tests/scenario", (path) => path.endsWith(".lab.yaml")),
    ...filesBelow("tests/fuzz/corpus/scenario", () => true),
];
const work = mkdtempSync(join(tmpdir(), "proeftuin-yaml-"));
let differences = 0;
let accepted = 0;
try {
    const texts = new Map(seeds.map((path) => [path, readFileSync(path)]));
    for (let i = 0; i < 6000; ++i) {
        const seed = texts.get(seeds[random(seeds.length)]).toString("utf8");
        const path = join(work, `${i}.lab.yaml`);
        const text = Buffer.from(changed(seed), "utf8");
        writeFileSync(path, text);
        texts.set(path, text);
    }
    const run = spawnSync(dump, { input: [...texts.keys()].join("\n") + "\n", maxBuffer: 1 << 30 });
    if (run.status !== 0) throw new Error(`dump_tree ended with ${run.status ?? run.signal}`);
    const lines = run.stdout.toString("utf8").trimEnd().split("\n");
    if (lines.length !== texts.size) throw new Error("a file has no answer");
    [...texts.entries()].forEach(([path, bytes], i) => {
        const ours = JSON.parse(lines[i]);
        if (ours === null) return;
        ++accepted;
        const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
        const editor = editorReads(text);
        if (JSON.stringify(editor.tree) === JSON.stringify(ours)) return;
        ++differences;
        if (differences > 10) return;
        console.error(`${path} is read differently${editor.error ? `: ${editor.error}` : ""}`);
        console.error(`ours   ${JSON.stringify(ours).slice(0, 400)}`);
        console.error(`editor ${JSON.stringify(editor.tree)?.slice(0, 400)}`);
        if (process.env.KEEP_TEXT) console.error(text);
    });
} finally {
    rmSync(work, { recursive: true });
}
console.log(`${accepted} accepted files, ${differences} read differently`);
// Too few accepted files would prove nothing.
process.exit(differences === 0 && accepted >= 1000 ? 0 : 1);
