// Makes the site: node web/build.mjs FOLDER_WITH_LAB_WASM SITE_FOLDER
// Plain static files; every one but index.html and the icon carries the hash of what it holds.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const web = dirname(fileURLToPath(import.meta.url));
const assets = join(web, "../assets");
const [wasmFolder, site] = process.argv.slice(2);
if (!wasmFolder || !site) {
    console.error("usage: node web/build.mjs FOLDER_WITH_LAB_WASM SITE_FOLDER");
    process.exit(2);
}

function words(language) {
    const table = {};
    for (const line of readFileSync(join(assets, `strings/web.${language}.txt`), "utf8").split("\n")) {
        const middle = line.indexOf(" = ");
        if (line.startsWith("#") || middle < 0) continue;
        table[line.slice(0, middle).trim()] = line.slice(middle + 3).trim();
    }
    return table;
}

// The tokens of assets/theme.json as custom properties: what the device asks for, unless the
// person chose (data-theme).
function themeCss() {
    const themes = JSON.parse(readFileSync(join(assets, "theme.json"), "utf8"));
    const dashed = (name) => name.replace(/[A-Z0-9]+/g, (part) => `-${part.toLowerCase()}`);
    const tokens = (name) =>
        `color-scheme:${name === "light" ? "light" : "dark"};` +
        Object.entries(themes[name]).map(([token, color]) => `--${dashed(token)}:${color};`).join("");
    const auto = ":root:not([data-theme])";
    return [
        `:root{${tokens("light")}}`,
        `@media (prefers-color-scheme:dark){${auto}{${tokens("dark")}}}`,
        `@media (prefers-contrast:more){${auto}{${tokens("contrast")}}}`,
        ...Object.keys(themes).map((name) => `:root[data-theme="${name}"]{${tokens(name)}}`),
    ].join("\n");
}

function put(name, bytes) {
    writeFileSync(join(site, name), bytes);
}

// name.ext with the hash of the bytes in it; returns the name.
function putHashed(name, ext, bytes) {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
    put(`${name}-${hash}.${ext}`, bytes);
    return `${name}-${hash}.${ext}`;
}

const generated = {
    name: "generated",
    setup(bundle) {
        const own = (filter, contents, loader) => {
            bundle.onResolve({ filter }, ({ path }) => ({ path, namespace: "generated" }));
            bundle.onLoad({ filter, namespace: "generated" }, () => ({ contents, loader, resolveDir: web }));
        };
        own(/^page-strings$/, `export const nl=${JSON.stringify(words("nl"))};` +
            `export const en=${JSON.stringify(words("en"))};`, "js");
        own(/^theme\.css$/, themeCss(), "css");
        bundle.onResolve({ filter: /^lab-glue$/ }, () => ({ path: resolve(wasmFolder, "lab.js") }));
    },
};

async function bundle(entry, define) {
    const made = await build({
        entryPoints: [join(web, entry)], bundle: true, write: false, minify: true, target: "es2020",
        format: entry.endsWith(".ts") ? "esm" : undefined, platform: "browser", charset: "utf8",
        legalComments: "none", define, plugins: [generated], logLevel: "warning",
    });
    return made.outputFiles[0].contents;
}

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
const wasm = readFileSync(join(wasmFolder, "lab.wasm"));
const wasmName = putHashed("lab", "wasm", wasm);
// What the page fetches when it is asked for, by its path among the assets. As .txt, which every
// host compresses.
const files = {};
for (const asset of readdirSync(join(wasmFolder, "files"), { recursive: true }).sort()) {
    if (!/\.(txt|yaml)$/.test(asset)) continue;
    const bytes = readFileSync(join(wasmFolder, "files", asset));
    files[asset] = putHashed(basename(asset).split(".")[0], "txt", bytes);
}
const css = putHashed("page", "css", await bundle("style/page.css", {}));
const js = putHashed("page", "js", await bundle("src/main.ts", {
    WASM_URL: JSON.stringify(wasmName),
    WASM_BYTES: String(wasm.length),
    FILES: JSON.stringify(files),
}));
const dutch = words("nl");
const known = { css, js, wasm: wasmName, ...dutch };
const html = readFileSync(join(web, "index.html"), "utf8").replace(/\{\{([\w.]+)\}\}/g, (whole, key) => {
    if (!(key in known)) throw new Error(`index.html asks for ${whole}, which is not known`);
    return known[key].replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
});
put("index.html", html);
put("favicon.svg", readFileSync(join(web, "favicon.svg")));
