// Serves a folder of static files on this machine: node web/serve.mjs FOLDER [--port N].
import { existsSync } from "node:fs";
import { resolve } from "node:path";

import { serve } from "./server.mjs";

const [folder = "build/site", flag, value = ""] = process.argv.slice(2);
const wrongFlag = flag !== undefined && (flag !== "--port" || !/^\d{1,5}$/.test(value));
if (wrongFlag || !existsSync(resolve(folder, "index.html"))) {
    console.error("usage: tools/serve FOLDER [--port N], FOLDER as tools/build-web made it");
    process.exit(2);
}
const { port } = await serve(resolve(folder), flag ? Number(value) : 8080);
console.log(`Open http://localhost:${port}/ in a browser. Ctrl+C stops.`);
