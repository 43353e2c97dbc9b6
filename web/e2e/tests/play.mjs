// The main job: a run from start to failure, and what is kept of it.
import { execFileSync } from "node:child_process";

import { assert, colours, download, eventually, open, playToEnd, result, same } from "../browser.mjs";

function native(bench, ...args) {
    return JSON.parse(execFileSync(bench.labrun, ["run", ...args, "--json"], { encoding: "utf8" }));
}

async function sameAsNative(bench) {
    const { page, trouble, close } = await open(bench);
    await playToEnd(page);
    const found = await result(page);
    const expected = native(bench, "spaghettibrug");
    same(found, expected, "result");
    const load = found.outputs.breaking_load;
    assert(load.value > 0, "nothing broke");
    const shown = await page.locator('[data-id="output.breaking_load"]').innerText();
    assert(shown.includes(",") || shown.includes(" "), `breaking load is shown as ${shown}`);
    same(await page.locator("#runs tbody tr").count(), 1, "rows in the table of runs");
    same(trouble, [], "trouble");
    await close();
    return `${load.value} ${load.unit}, hash ${found.hash}`;
}

async function otherSeed(bench) {
    const { page, close } = await open(bench, { query: "lang=nl&seed=7" });
    await playToEnd(page);
    same(await result(page), native(bench, "spaghettibrug", "--seed", "7"), "result");
    await close();
}

async function saveReloadOpen(bench) {
    const { page, context, close } = await open(bench);
    await playToEnd(page);
    const before = await result(page);
    const save = await download(page, "save");
    assert(save.name.endsWith(".proeftuin"), `saved as ${save.name}`);
    await page.evaluate(() => localStorage.clear());
    const other = await context.newPage();
    await other.goto(`${bench.url}?lang=nl`);
    await other.locator("main:not(.loading)").waitFor();
    const file = { name: save.name, mimeType: "application/json", buffer: Buffer.from(save.text) };
    await other.locator("#file").setInputFiles(file);
    await other.locator('[data-id="message.result"]').waitFor();
    same(await result(other), before, "result after opening the saved file");
    same((await download(other, "save")).text, save.text, "saved again");
    await close();
}

async function autosave(bench) {
    const { page, close } = await open(bench);
    await playToEnd(page);
    const before = await result(page);
    await page.reload(); // pagehide keeps the work
    await page.locator("main:not(.loading)").waitFor();
    await page.locator("#notice-text", { hasText: "vorige keer" }).waitFor();
    same(await result(page), before, "result after a reload");
    await page.locator("#menu summary").click();
    await page.locator('#menu [data-do="fresh"]').click();
    same(await page.locator("#runs tbody tr").count(), 0, "rows after starting all over");
    await page.locator("#notice-action").click();
    await page.locator('[data-id="message.result"]').waitFor();
    same(await result(page), before, "result after bringing it back");
    await close();
}

async function csv(bench) {
    const { page, close } = await open(bench);
    await playToEnd(page);
    const dutch = (await download(page, "recording")).text.split("\n");
    assert(dutch[0].includes(";") && dutch[0].includes("(N)"), `header: ${dutch[0]}`);
    assert(dutch.length > 20 && /\d,\d/.test(dutch[9]), `a row: ${dutch[9]}`);
    await page.locator('input[name="language"][value="en"]').check();
    const english = (await download(page, "runs")).text.split("\n");
    assert(/\d\.\d/.test(english[1]) && !english[1].includes(";"), `a row: ${english[1]}`);
    await close();
}

async function undo(bench) {
    const { page, close } = await open(bench);
    const range = page.locator('#param-list input[type="range"]').first();
    const before = await range.inputValue();
    await range.focus();
    await page.keyboard.press("ArrowRight");
    const after = await range.inputValue();
    assert(after !== before, "the arrow key did not move the slider");
    await page.locator('[data-id="edit.undo"]').click();
    await eventually(() => range.inputValue(), before, "value after undo");
    await page.locator('[data-id="edit.redo"]').click();
    await eventually(() => range.inputValue(), after, "value after redo");
    await close();
}

async function scrub(bench) {
    const { page, context, close } = await open(bench);
    await playToEnd(page);
    await page.locator('[data-id="run.rewind"]').click();
    const clock = page.locator(".clock");
    const end = await page.locator('[data-id="run.time"]').getAttribute("max");
    await eventually(async () => (await clock.innerText()).startsWith("0"), true, "the clock at the start");
    await page.locator('[data-id="run.time"]').focus();
    await page.keyboard.press("End");
    await eventually(async () => parseFloat((await clock.innerText()).replace(",", ".")), Math.round(Number(end) * 100) / 100, "clock at the end");
    const stage = await colours(page, context, "#scene");
    assert(stage.colours > 20, `the stage shows ${stage.colours} colours`);
    await close();
}

async function pauseWhenHidden(bench) {
    const { page, close } = await open(bench);
    await page.locator('[data-id="run.play"]').click();
    await page.locator("#transport.playing").waitFor();
    await page.evaluate(() => {
        Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    });
    await page.locator("#transport:not(.playing)").waitFor();
    await close();
}

export const tests = [
    { name: "play: the run breaks at the same load, with the same hash, as labrun", run: sameAsNative },
    { name: "play: another seed gives labrun's result for that seed", run: otherSeed },
    { name: "play: save, reload, open keeps everything", run: saveReloadOpen },
    { name: "play: the work is there after a reload, and starting over can be taken back", run: autosave },
    { name: "play: CSV as each language's spreadsheet wants it", run: csv },
    { name: "play: undo and redo of a slider", run: undo },
    { name: "play: back to the start and along the time line", run: scrub },
    { name: "play: a hidden page pauses", run: pauseWhenHidden },
];
