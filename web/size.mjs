// Weighs the first load in Dutch, and the whole site: node web/size.mjs SITE_FOLDER. Fails above
// web/size-budget.json.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const site = process.argv[2];
const web = dirname(fileURLToPath(import.meta.url));
const budget = JSON.parse(readFileSync(join(web, "size-budget.json"), "utf8")).brotliBytes;

function weight(file) {
    const bytes = readFileSync(join(site, file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return brotliCompressSync(bytes, { params }).length;
}

// The other language and the other scenarios are fetched when someone asks for them.
function comesLater(file) {
    return file.endsWith(".txt") && !/^(nl|spaghettibrug)-/.test(file);
}

const sizes = { total: 0, site: 0 };
for (const file of readdirSync(site)) {
    const kind = file.slice(file.lastIndexOf(".") + 1);
    const size = weight(file);
    sizes.site += size;
    if (comesLater(file)) continue;
    sizes[kind] = (sizes[kind] ?? 0) + size;
    sizes.total += size;
}

let failed = false;
for (const [kind, most] of Object.entries(budget)) {
    const size = sizes[kind] ?? 0;
    const over = size > most;
    failed ||= over;
    console.log(`${kind.padEnd(5)} ${String(size).padStart(7)} of ${most} bytes (brotli)${over ? "  TOO BIG" : ""}`);
}
process.exit(failed ? 1 : 0);
