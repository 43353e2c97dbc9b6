// The JSON Schema of lessons against a validator of others: it accepts every shipped lesson and
// example, and refuses what an editor should underline.
// Usage: node schema_test.mjs ROOT LABRUN
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const root = resolve(process.argv[2]);
const labrun = process.argv[3];
const require = createRequire(join(root, "web/package.json"));
const Ajv = require("ajv");
const YAML = require("yaml");

const schemaOf = (...args) =>
    JSON.parse(execFileSync(labrun, ["schema", "--lesson", ...args], { encoding: "utf8" }));
const schema = schemaOf();
const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(schema);
let checks = 0;
let failures = 0;
const fail = (what) => {
    failures += 1;
    console.log(what);
};

const lessonsIn = (folder) =>
    readdirSync(join(root, folder), { recursive: true })
        .filter((name) => String(name).endsWith(".lab.yaml"))
        .map((name) => join(root, folder, String(name)));
const lessons = ["spaghetti_bridge", "material_test", "passive_house", "cardboard_house"]
    .map((lab) => `sims/${lab}/scenarios`)
    .concat("tests/scenario/examples")
    .flatMap(lessonsIn);
if (lessons.length < 10) fail(`only ${lessons.length} lessons found`);
for (const file of lessons) {
    checks += 1;
    if (validate(YAML.parse(readFileSync(file, "utf8")))) continue;
    const { instancePath, message } = validate.errors[0];
    fail(`${file}: ${instancePath} ${message}`);
}

const base = { lab: 1, id: "les", title: "Les", sim: "spaghetti-bridge" };
const item = (body) => ({ ...base, steps: [{ step: "a", do: [body] }] });
const accepted = {
    "the smallest lesson": base,
    "a title a language": { ...base, title: undefined, "title.nl": "Les" },
    "notes of one's own": { ...base, "x-notes": [1, 2] },
    "a value and a slider": { ...base, setup: { span: "50 cm", height: { start: "8 cm" } } },
    "an option as its text": item({ choice: "k", options: ["Ja", { text: "Nee", right: true }] }),
    "texts beside other keys": item({ choice: "k", options: [{ nl: "Ja", en: "Yes" }, 12] }),
    "a table in a check": item({ check: "c", table: "metingen" }),
    "a rubric in an open question": item({ open: "o", rubric: ["Kort"] }),
    "hints a language": item({ number: "n", answer: 3, "hints.nl": ["a"], "hints.en": ["b"] }),
};
const refused = {
    "an unknown key": { ...base, titel: "Les" },
    "no title": { ...base, title: undefined },
    "no lab of that name": { ...base, sim: "brug" },
    "an unknown version": { ...base, lab: 2 },
    "an id with capitals": { ...base, id: "Les" },
    "a param of another lab": { ...base, setup: { nonsense: "3 cm" } },
    "an option that is none": { ...base, setup: { type: "ronde" } },
    "an unknown part of a value": { ...base, setup: { span: { begin: "3 cm" } } },
    "an unknown phase": { ...base, steps: [{ step: "a", phase: "begin" }] },
    "an unknown kind of item": item({ vraag: "a" }),
    "a key of another kind": item({ number: "a", columns: ["mass"] }),
    "a text where true or false goes": item({ choice: "a", options: ["b"], many: "ja" }),
    "thirteen options": item({ choice: "a", options: Array(13).fill("b") }),
    "an empty item": item({}),
    "half points": item({ number: "a", answer: 3, points: 0.5 }),
};
const clean = (lesson) => JSON.parse(JSON.stringify(lesson));
for (const [name, lesson] of Object.entries(accepted)) {
    checks += 1;
    if (!validate(clean(lesson)))
        fail(`refuses ${name}: ${validate.errors[0].instancePath} ${validate.errors[0].message}`);
}
for (const [name, lesson] of Object.entries(refused)) {
    checks += 1;
    if (validate(clean(lesson))) fail(`accepts ${name}`);
}

// What the editor shows beside a key, in the language that is asked for.
const dutch = schemaOf("--lang", "nl");
const english = schemaOf("--lang", "en");
checks += 2;
if (dutch.properties.title.description === english.properties.title.description)
    fail("one language for two");
const alone = schemaOf("spaghetti-bridge");
if (alone.properties.sim.enum.length !== 2 || !alone.definitions.setup_spaghetti_bridge)
    fail("the schema of one lab names others");

console.log(`${checks} checks, ${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
