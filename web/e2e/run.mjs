// The page in a real browser: node web/e2e/run.mjs SITE_FOLDER LABRUN [WORD]
// LABRUN is the native program whose answers the page must give too; WORD picks tests by name.
// CHROMIUM names the browser (default: chromium on PATH or in /usr/bin).
import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { serve } from "../server.mjs";
import { launch } from "./browser.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [siteFolder, labrun, word = ""] = process.argv.slice(2);
if (!siteFolder || !labrun) {
    console.error("usage: node web/e2e/run.mjs SITE_FOLDER LABRUN [WORD]");
    process.exit(2);
}
const site = resolve(siteFolder);
const timeLimit = 120_000; // ms a test

function withLimit(work) {
    let timer;
    const limit = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no end after ${timeLimit / 1000} s`)), timeLimit);
    });
    return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

const server = await serve(site, 0, { quality: 11 });
const browser = await launch();
const bench = { site, labrun: resolve(labrun), url: `http://localhost:${server.port}/`, browser };
let passed = 0;
let failed = 0;
for (const file of readdirSync(join(here, "tests")).sort()) {
    const { tests } = await import(join(here, "tests", file));
    for (const { name, run } of tests) {
        if (!name.includes(word)) continue;
        const start = performance.now();
        try {
            const remark = await withLimit(run(bench));
            passed += 1;
            console.log(`ok      ${name} (${Math.round(performance.now() - start)} ms)${remark ? `: ${remark}` : ""}`);
        } catch (error) {
            failed += 1;
            console.log(`FAILED  ${name}\n        ${String(error.stack ?? error).replaceAll("\n", "\n        ")}`);
        }
    }
}
await browser.close();
await server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
