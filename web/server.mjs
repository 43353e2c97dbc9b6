// A small static server for one folder on this machine, compressed as a real host would.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const types = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".wasm": "application/wasm",
};

// Compressed once; brotli only where the browser takes it (on https and localhost).
function packer(quality) {
    const kept = new Map();
    return (file, accepts) => {
        const how = /\bbr\b/.test(accepts) ? "br" : /\bgzip\b/.test(accepts) ? "gzip" : "";
        if (!how) return null;
        const key = `${how} ${file} ${statSync(file).mtimeMs}`;
        if (!kept.has(key)) {
            const bytes = readFileSync(file);
            const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
            kept.set(key, how === "br" ? brotliCompressSync(bytes, { params }) : gzipSync(bytes));
        }
        return { how, bytes: kept.get(key) };
    };
}

// The file behind a URL, or null; never one outside the folder.
function find(folder, url) {
    let path;
    try {
        path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    } catch {
        return null;
    }
    const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
    const inside = file.startsWith(folder + sep);
    return inside && existsSync(file) && statSync(file).isFile() ? file : null;
}

// Resolves to {port, close()}. Takes the next free port when the wanted one is busy.
export function serve(folder, port, { quality = 9, tries = 20 } = {}) {
    const root = normalize(folder).replace(/[\\/]$/, "");
    const pack = packer(quality);
    const server = createServer((request, response) => {
        const file = find(root, request.url ?? "/");
        if (!file || !["GET", "HEAD"].includes(request.method ?? "")) {
            response.writeHead(file ? 405 : 404).end();
            return;
        }
        const packed = pack(file, request.headers["accept-encoding"] ?? "");
        const hashed = /-[0-9a-f]{10}\.\w+$/.test(file);
        response.writeHead(200, {
            "Content-Type": types[extname(file)] ?? "application/octet-stream",
            "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
            "X-Content-Type-Options": "nosniff",
            Vary: "Accept-Encoding",
            ...(packed ? { "Content-Encoding": packed.how, "Content-Length": packed.bytes.length } : {}),
        });
        if (request.method === "HEAD") response.end();
        else if (packed) response.end(packed.bytes);
        else createReadStream(file).pipe(response);
    });
    return new Promise((resolve, reject) => {
        const listen = (at, left) => {
            server.once("error", (error) => {
                if (error.code === "EADDRINUSE" && left > 0 && at !== 0) listen(at + 1, left - 1);
                else reject(error);
            });
            server.listen(at, "127.0.0.1", () => {
                const close = () => new Promise((closed) => {
                    server.close(closed);
                    server.closeAllConnections();
                });
                resolve({ port: server.address().port, close });
            });
        };
        listen(port, tries);
    });
}
