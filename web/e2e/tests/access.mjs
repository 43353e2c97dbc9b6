// For everyone: keyboards, screen readers, small screens, large text.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { assert, eventually, open, playToEnd, same } from "../browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function violations(page) {
    const found = await page.evaluate((tags) => window.axe.run({ runOnly: { type: "tag", values: tags } }), levels);
    return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).slice(0, 4).join(", ")}`);
}

// Evaluated by the test's own connection, so the page's policy holds for the page alone.
async function addAxe(page) {
    await page.evaluate(axe);
}

async function axeEverywhere(bench) {
    let states = 0;
    for (const lang of ["nl", "en"]) {
        for (const theme of ["light", "dark", "contrast"]) {
            const { page, close } = await open(bench, { query: `lang=${lang}&theme=${theme}` });
            await addAxe(page);
            const check = async (state) => {
                same(await violations(page), [], `axe, ${lang}, ${theme}, ${state}`);
                states += 1;
            };
            await check("start");
            await page.locator("#menu summary").click();
            await check("menu open");
            await page.keyboard.press("Escape");
            await playToEnd(page);
            await check("broken");
            await close();
        }
    }
    return `0 violations in ${states} states`;
}

// axe cannot miss what it does not see, so each control that LabUi names must be there by name.
async function namedControls(bench) {
    const { page, close } = await open(bench);
    const snapshot = await page.locator("body").ariaSnapshot();
    for (const part of ["heading", "slider", "textbox", "radio", "button", "group", "region", "status"])
        assert(snapshot.includes(`- ${part}`), `the page has no ${part}:\n${snapshot}`);
    const nameless = await page.locator("button, input, select, summary").evaluateAll((all) =>
        all.filter((one) => one.offsetParent && !one.labels?.length && !one.getAttribute("aria-label") && !one.textContent.trim())
            .map((one) => one.outerHTML));
    same(nameless, [], "controls without a name");
    assert(/button "[^"]*\d/.test(snapshot), "no part of the stage is named");
    await close();
}

async function focusInfo(page) {
    return page.evaluate(() => {
        const one = document.activeElement;
        if (!one || one === document.body) return null;
        const target = one.matches(".segments input") ? one.nextElementSibling : one;
        const style = getComputedStyle(target);
        const box = target.getBoundingClientRect();
        return {
            what: one.dataset.id ?? one.dataset.range ?? one.dataset.item ?? one.name ?? one.id ?? one.tagName,
            tag: one.tagName,
            ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
            inView: box.bottom > 0 && box.top < innerHeight,
            item: "item" in one.dataset,
        };
    });
}

async function keyboardOnly(bench) {
    const { page, close } = await open(bench, { reducedMotion: "reduce" }); // nothing slides while we look
    const stops = [];
    for (let i = 0; i < 250; i += 1) {
        await page.keyboard.press("Tab");
        const stop = await focusInfo(page);
        if (!stop) break; // past the last: the browser's own controls
        stops.push(stop);
    }
    assert(stops.length > 15 && stops.length < 250, `${stops.length} tab stops: a trap, or controls that cannot be reached`);
    same(stops.filter((stop) => !stop.ring).map((stop) => `${stop.tag} ${stop.what}`), [], "stops without a focus ring");
    same(stops.filter((stop) => !stop.inView).map((stop) => stop.what), [], "stops out of view");
    same(stops.filter((stop) => stop.item).length, 1, "tab stops on the stage");
    await close();
    return `${stops.length} stops`;
}

async function stageByKeyboard(bench) {
    const { page, close } = await open(bench);
    const item = page.locator('.thing[tabindex="0"]');
    await item.focus();
    const first = await page.evaluate(() => document.activeElement.dataset.item);
    await page.keyboard.press("ArrowRight");
    const second = await page.evaluate(() => document.activeElement.dataset.item);
    assert(second && second !== first, "the arrow key did not go to the next part");
    await page.keyboard.press("Enter");
    await eventually(() => page.locator(".thing[aria-pressed=true]").count(), 1, "chosen parts");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    same(await page.evaluate(() => document.activeElement.closest(".things") !== null), false, "Tab stays on the stage");
    await close();
}

async function playByKeyboard(bench) {
    const { page, close } = await open(bench);
    for (let i = 0; i < 3; i += 1) {
        await page.locator('[data-id="run.faster"]').focus();
        await page.keyboard.press("Enter");
    }
    await page.locator('[data-id="run.play"]').focus();
    await page.keyboard.press("Space");
    await page.locator('[data-id="message.result"]').waitFor({ timeout: 60_000 });
    await close();
}

async function browserKeys(bench) {
    const { page, close } = await open(bench);
    await page.evaluate(() => {
        window.prevented = [];
        addEventListener("keydown", (event) => {
            if (event.defaultPrevented) window.prevented.push(event.key);
        });
        for (const [key, more] of [["Tab", {}], ["F5", {}], ["F11", {}], ["l", { ctrlKey: true }], ["ArrowLeft", { altKey: true }], ["a", {}]]) {
            const options = { key, bubbles: true, cancelable: true, ...more };
            document.querySelector('.thing[tabindex="0"]').dispatchEvent(new KeyboardEvent("keydown", options));
        }
    });
    same(await page.evaluate(() => window.prevented), [], "keys taken from the browser");
    await close();
}

async function typing(bench) {
    const { page, close } = await open(bench);
    const field = page.locator("#param-list .number").first();
    const id = await field.getAttribute("data-id");
    const range = page.locator(`[data-range="${id}"]`);
    const [low, step] = await range.evaluate((one) => [Number(one.min), Number(one.step)]);
    const wanted = low + 3 * step;
    const text = String(wanted).includes(".") ? String(wanted).replace(".", ",") : `${wanted},0`;
    await field.fill("");
    await field.pressSequentially(text);
    same(await field.inputValue(), text, "what was typed");
    await page.keyboard.press("Enter");
    await eventually(async () => Number(await range.inputValue()), wanted, `slider after typing ${text}`);
    await field.fill("veel");
    await page.keyboard.press("Enter");
    same(await field.getAttribute("aria-invalid"), "true", "aria-invalid after nonsense");
    assert((await page.locator(".problem:not(:empty)").innerText()).length > 10, "no sentence about the nonsense");
    await page.keyboard.press("Escape");
    same(await field.getAttribute("aria-invalid"), null, "aria-invalid after Escape");
    same(Number(await range.inputValue()), wanted, "slider after nonsense");
    await close();
}

async function reflow(bench) {
    for (const [width, height, finger] of [[320, 568, true], [360, 740, true], [768, 1024, true], [1280, 800, false]]) {
        const least = finger ? 44 : 24; // px
        const { page, close } = await open(bench, { viewport: { width, height }, hasTouch: finger, isMobile: finger });
        await playToEnd(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        same(wide, 0, `px too wide at ${width}`);
        const small = await page.locator("main button:not(.thing), summary, main input:not([type=radio]), main select, .segments label").evaluateAll((all, side) =>
            all.filter((one) => one.offsetParent) // the words of a check box are part of its target
                .map((one) => [one, ((one.type === "checkbox" && one.closest("label")) || one).getBoundingClientRect()])
                .filter(([, box]) => box.width < side - 0.5 || box.height < side - 0.5)
                .map(([one, box]) => `${box.width}x${box.height} ${one.outerHTML.slice(0, 100)}`), least);
        same(small, [], `controls under ${least} px at ${width}`);
        await close();
    }
}

async function largeText(bench) {
    const { page, close } = await open(bench, { viewport: { width: 640, height: 400 } });
    await page.evaluate(() => (document.documentElement.style.fontSize = "32px"));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    same(wide, 0, "px too wide with 200 % text");
    await close();
}

async function languageSwitch(bench) {
    const { page, close } = await open(bench);
    const dutch = await page.locator("body").innerText();
    await page.locator('input[name="language"][value="en"]').check();
    await page.locator('html[lang="en"]').waitFor();
    const english = await page.locator("body").innerText();
    assert(english !== dutch && !english.includes("‹"), "not everything is in English");
    const names = ["Okanagan (Canada)", "Johns Hopkins (mini)"]; // contests
    const kept = dutch.split("\n").filter((line) => line.length > 12 && !names.includes(line) && english.split("\n").includes(line));
    same(kept, [], "lines that stayed Dutch");
    await page.reload();
    await close();
    const again = await open(bench, { query: "", locale: "en-GB" });
    same(await again.page.locator("html").getAttribute("lang"), "en", "lang on an English device");
    await again.close();
}

async function calm(bench) {
    const { page, close } = await open(bench, { reducedMotion: "reduce" });
    await playToEnd(page);
    const frames = await page.evaluate(async () => {
        let count = 0;
        const ask = window.requestAnimationFrame;
        window.requestAnimationFrame = (then) => { count += 1; return ask(then); };
        await new Promise((done) => setTimeout(done, 500));
        return count;
    });
    same(frames, 0, "frames after the end");
    await close();
}

export const tests = [
    { name: "access: axe finds nothing in 2 languages, 3 themes, 3 states", run: axeEverywhere },
    { name: "access: every control has a role and a name", run: namedControls },
    { name: "access: Tab reaches everything, shows where it is, and leaves", run: keyboardOnly },
    { name: "access: the arrows walk over the stage, Tab leaves it", run: stageByKeyboard },
    { name: "access: a whole run with the keyboard", run: playByKeyboard },
    { name: "access: the browser keeps its own keys", run: browserKeys },
    { name: "access: a number with a comma, and nonsense", run: typing },
    { name: "access: no sideways scrolling from 320 px, targets large enough", run: reflow },
    { name: "access: text at 200 %", run: largeText },
    { name: "access: the language switch leaves nothing behind", run: languageSwitch },
    { name: "access: less motion for who asks for it", run: calm },
];
