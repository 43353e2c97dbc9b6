// What the tests need of the browser.
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

const flags = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
];

export function launch() {
    const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
    const executablePath = known.find((path) => path && existsSync(path));
    if (!executablePath) throw new Error("Chromium is not installed; CHROMIUM can name it");
    return chromium.launch({ executablePath, args: flags, headless: true });
}

// A page in a context of its own: {page, close, trouble}. `before` prepares it (init scripts,
// routes). `trouble` collects what went wrong inside: errors, CSP violations, foreign requests.
export async function open(bench, { query = "lang=nl", before, ready = true, ...options } = {}) {
    const context = await bench.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const trouble = [];
    page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
    page.on("console", (message) => {
        if (message.type() === "error") trouble.push(`console: ${message.text()}`);
    });
    page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(bench.url) && !url.startsWith("blob:") && !url.startsWith("data:"))
            trouble.push(`foreign request: ${url}`);
    });
    await before?.(page, context);
    await page.goto(`${bench.url}?${query}`);
    if (ready) {
        await page.locator("main:not(.loading)").waitFor().catch((error) => {
            throw new Error(`the page did not start: ${trouble.join("; ") || error.message}`);
        });
    }
    return { page, context, trouble, close: () => context.close() };
}

export function assert(condition, message) {
    if (!condition) throw new Error(message);
}

export function same(found, expected, what) {
    const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
    if (a !== b) throw new Error(`${what}: found ${a}, expected ${b}`);
}

// The page follows the engine within a frame; `limit` ms for what is long work.
export async function eventually(find, expected, what, limit = 5000) {
    for (const end = Date.now() + limit; Date.now() < end; ) {
        if (JSON.stringify(await find()) === JSON.stringify(expected)) return;
        await new Promise((then) => setTimeout(then, 20));
    }
    same(await find(), expected, what);
}

// What an entry of the menu downloads, as text.
export async function download(page, entry) {
    await page.locator("#menu summary").click();
    const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(`#menu [data-do="${entry}"]`).click(),
    ]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

export async function result(page) {
    return JSON.parse((await download(page, "result")).text);
}

// Plays at high speed until the run is over.
export async function playToEnd(page) {
    for (let i = 0; i < 3; i += 1) await page.locator('[data-id="run.faster"]').click();
    await page.locator('[data-id="run.play"]').click();
    await page.locator('[data-id="message.result"]').waitFor({ timeout: 60_000 });
}

// How many different colours the middle of an element shows, and its average brightness.
export async function colours(page, context, selector) {
    const png = (await page.locator(selector).screenshot()).toString("base64");
    const blank = await context.newPage();
    const found = await blank.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = image.width;
        canvas.height = image.height;
        const pen = canvas.getContext("2d");
        pen.drawImage(image, 0, 0);
        const { data: pixels } = pen.getImageData(0, 0, image.width, image.height);
        const seen = new Map();
        for (let i = 0; i < pixels.length; i += 4) {
            const key = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
            seen.set(key, (seen.get(key) ?? 0) + 1);
        }
        return { colours: seen.size, pixels: pixels.length / 4, most: Math.max(...seen.values()) };
    }, png);
    await blank.close();
    return found;
}
