// When the device or the network is unkind.
import { assert, colours, open, playToEnd, result, same } from "../browser.mjs";

async function contextLoss(bench) {
    const { page, context, trouble, close } = await open(bench);
    const before = await colours(page, context, "#scene");
    assert(before.colours > 20, `the stage shows ${before.colours} colours`);
    for (let round = 0; round < 2; round += 1) {
        await page.evaluate(() => {
            window.gpu = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
            window.gpu.loseContext();
        });
        await page.locator("#notice-text", { hasText: "tekening" }).waitFor();
        await page.locator('[data-id="run.step"]').click(); // the model goes on meanwhile
        await page.evaluate(() => window.gpu.restoreContext());
        await page.locator("#notice").waitFor({ state: "hidden" });
        await page.waitForTimeout(300);
        const after = await colours(page, context, "#scene");
        assert(after.colours > before.colours / 2, `${after.colours} colours after round ${round + 1}, ${before.colours} before`);
    }
    same(trouble.filter((line) => !line.includes("WebGL")), [], "trouble");
    await close();
}

async function noGl(bench) {
    const before = (page) => page.addInitScript(() => {
        const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
            return kind.startsWith("webgl") ? null : real.call(this, kind, ...rest);
        };
    });
    const { page, context, close } = await open(bench, { before });
    await page.locator("#notice-text", { hasText: "eenvoudige tekening" }).waitFor();
    assert(await page.locator(".plain svg").isVisible(), "no plain drawing");
    await playToEnd(page);
    assert((await result(page)).outputs.breaking_load.value > 0, "nothing broke");
    const drawn = await colours(page, context, "#scene");
    assert(drawn.colours > 20, `the drawing shows ${drawn.colours} colours`);
    await close();
}

async function noStorage(bench) {
    const before = (page) => page.addInitScript(() => {
        Object.defineProperty(window, "localStorage", {
            get() { throw new DOMException("no", "SecurityError"); },
        });
    });
    const { page, trouble, close } = await open(bench, { before });
    await playToEnd(page);
    await page.locator("#notice-text", { hasText: "bewaart niets" }).waitFor();
    same(trouble, [], "trouble");
    await close();
}

async function damagedWork(bench) {
    const before = (page) => page.addInitScript(() => localStorage.setItem("proeftuin.work.spaghettibrug", '{"proeftuin":1,'));
    const { page, trouble, close } = await open(bench, { before });
    assert(await page.locator("#notice.error").isVisible(), "no message about the damaged work");
    same(await page.evaluate(() => localStorage.getItem("proeftuin.work.spaghettibrug.damaged")), '{"proeftuin":1,', "what was kept");
    await playToEnd(page);
    same(trouble, [], "trouble");
    await close();
}

async function hostileFiles(bench) {
    const { page, trouble, close } = await open(bench);
    const before = await result(page);
    const files = [
        ["empty.proeftuin", ""], ["noise.proeftuin", "\u0000\u0001\u0002"], ["deep.proeftuin", "[".repeat(100_000)],
        ["newer.proeftuin", '{"format":"proeftuin","version":99}'], ["bad.lab.yaml", "id: x\nsim: nothing\n"],
        ["noise.yaml", "\t- : {{{"],
    ];
    for (const [name, text] of files) {
        await page.locator("#file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
        await page.locator("#notice.error").waitFor();
        const sentence = await page.locator("#notice-text").innerText();
        assert(sentence.length > 15 && !sentence.includes("‹"), `${name}: "${sentence}"`);
        await page.locator("#notice-close").click();
    }
    same(await result(page), before, "what was on the table");
    same(trouble, [], "trouble");
    await close();
}

async function wrongMime(bench) {
    const before = (page) => page.route("**/*.wasm", async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, headers: { "content-type": "text/plain" } });
    });
    const { page, close } = await open(bench, { before });
    await page.locator('[data-id="run.play"]').waitFor();
    await close();
}

async function noWasm(bench) {
    let refuse = true;
    const before = (page) => page.route("**/*.wasm", (route) => (refuse ? route.abort() : route.continue()));
    const { page, close } = await open(bench, { before, ready: false });
    await page.locator("#retry").waitFor();
    assert((await page.locator("#loading-text").innerText()).includes("verbinding"), "no word about the connection");
    refuse = false;
    await page.locator("#retry").click();
    await page.locator("main:not(.loading)").waitFor();
    await close();
}

async function crashed(bench) {
    const { page, close } = await open(bench);
    await page.evaluate(() => {
        const error = new WebAssembly.RuntimeError("unreachable");
        window.dispatchEvent(new ErrorEvent("error", { error }));
    });
    await page.locator("#retry").waitFor();
    assert((await page.locator("#loading-text").innerText()).includes("vastgelopen"), "no word about the crash");
    await page.locator("#retry").click();
    await page.locator("#poster").waitFor({ state: "hidden" });
    await close();
}

async function offline(bench) {
    const { page, context, trouble, close } = await open(bench);
    await context.setOffline(true);
    await playToEnd(page);
    same(trouble, [], "trouble");
    await close();
}

// The other language and the other scenarios come when they are asked for, and only then.
async function fetchedLater(bench) {
    const { page, context, close } = await open(bench);
    const fetched = () => page.evaluate(() => performance.getEntriesByType("resource")
        .map(({ name }) => /(\w+)-\w+\.txt$/.exec(name)?.[1]).filter((name) => name));
    same((await fetched()).sort(), ["nl", "spaghettibrug"], "what the first load brought");
    const english = page.locator('input[name="language"][value="en"]');
    await context.setOffline(true);
    await english.click({ force: true });
    await page.locator("#notice-text", { hasText: "verbinding" }).waitFor();
    assert(await page.locator('html[lang="nl"] input[value="nl"]').isChecked(), "another language without its words");
    await context.setOffline(false);
    await english.click({ force: true });
    await page.locator('html[lang="en"]').waitFor();
    await page.locator("#menu summary").click();
    await page.locator("#scenarios a", { hasText: "cart" }).waitFor();
    const files = new Set(await fetched()); // two languages and every scenario
    same(await page.locator("#scenarios a").count(), files.size - 2, "scenarios in the menu");
    await close();
}

async function policy(bench) {
    const { page, trouble, close } = await open(bench);
    const tag = page.locator('meta[http-equiv="Content-Security-Policy"]');
    const text = await tag.getAttribute("content");
    assert(text.includes("script-src 'self' 'wasm-unsafe-eval';") && !text.includes("unsafe-inline"), text);
    same(trouble, [], "trouble");
    const ran = await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "window.intruder = true";
        document.head.append(script);
        return window.intruder === true;
    });
    same(ran, false, "an inline script ran");
    await close();
}

async function unknownScenario(bench) {
    const { page, close } = await open(bench, { query: "lang=nl&scenario=bestaatniet" });
    assert((await page.locator("#notice-text").innerText()).includes("bestaatniet"), "the name is not in the message");
    await close();
}

async function onDemand(bench) {
    const before = (page) => page.addInitScript(() => {
        window.frames_asked = 0;
        const ask = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (then) => { window.frames_asked += 1; return ask(then); };
    });
    const { page, close } = await open(bench, { before });
    await page.waitForTimeout(500);
    const start = await page.evaluate(() => window.frames_asked);
    await page.waitForTimeout(1000);
    same(await page.evaluate(() => window.frames_asked), start, "frames while nothing happens");
    await close();
}

async function sharpness(bench) {
    for (const deviceScaleFactor of [1, 1.5, 2, 3]) {
        const { page, close } = await open(bench, { deviceScaleFactor });
        const [pixels, css] = await page.locator("#canvas").evaluate((one) => [one.width, one.clientWidth]);
        same(pixels, Math.round(css * Math.min(deviceScaleFactor, 2)), `canvas width at ${deviceScaleFactor}`);
        await close();
    }
}

export const tests = [
    { name: "robust: a lost GPU comes back and draws again", run: contextLoss },
    { name: "robust: without WebGL2 a plain drawing, and everything works", run: noGl },
    { name: "robust: a browser that stores nothing", run: noStorage },
    { name: "robust: damaged saved work is set aside", run: damagedWork },
    { name: "robust: hostile files are refused with a sentence", run: hostileFiles },
    { name: "robust: wasm with the wrong MIME type", run: wrongMime },
    { name: "robust: no wasm, then a second try", run: noWasm },
    { name: "robust: a crash is told, and a click starts over", run: crashed },
    { name: "robust: offline after loading, no foreign request ever", run: offline },
    { name: "robust: words and scenarios come when they are asked for", run: fetchedLater },
    { name: "robust: the strict policy holds", run: policy },
    { name: "robust: a link to a scenario that does not exist", run: unknownScenario },
    { name: "robust: a paused page draws nothing", run: onDemand },
    { name: "robust: sharp at every pixel ratio", run: sharpness },
];
