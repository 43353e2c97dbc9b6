// A lab with several stages: tabs, figures that follow an edit, a calendar.
import { assert, eventually, open, same } from "../browser.mjs";

const house = { query: "lang=nl&scenario=passive_house" };
const yearLimit = 60_000; // ms for the year of the house on a busy machine
const shownTab = (page) => page.locator('.stage-tab[aria-selected="true"]').getAttribute("data-id");

async function tabs(bench) {
    const { page, trouble, close } = await open(bench, house);
    same(await page.locator('[role="tablist"] [role="tab"]').count(), 3, "tabs");
    same(await shownTab(page), "look.stage.house", "the first tab");
    same(await page.locator("#scene").getAttribute("role"), "tabpanel", "role of the stage");
    const box = await page.locator(".stage-tab").first().boundingBox();
    assert(box.height >= 44, `a tab is ${box.height} px high`);
    await page.locator(".stage-tab").nth(1).click();
    await eventually(() => shownTab(page), "look.stage.detail", "tab after a click");
    await page.keyboard.press("ArrowRight");
    await eventually(() => shownTab(page), "look.stage.year", "tab after an arrow");
    same(await page.evaluate(() => document.activeElement.dataset.id), "look.stage.year", "focus");
    await page.keyboard.press("ArrowRight");
    await eventually(() => shownTab(page), "look.stage.house", "from the last to the first");
    await page.locator("h1").click();
    await page.keyboard.press("2");
    await eventually(() => shownTab(page), "look.stage.detail", "tab after a digit");
    same(await page.locator("#looks [data-id='look.stage']").count(), 0, "tabs among the looks");
    same(trouble, [], "trouble");
    await close();
}

async function figures(bench) {
    const { page, trouble, close } = await open(bench, house);
    const demand = page.locator('[data-id="output.heating_demand"]');
    const known = async () => (await demand.getAttribute("aria-busy")) === null &&
        /\d/.test(await demand.locator(".now").textContent());
    await eventually(known, true, "the year is known", yearLimit);
    same(await demand.locator(".before").innerText(), "", "before any edit");
    const first = (await demand.locator(".now").textContent()).trim();
    const shut = page.locator("#param-list details:not([open]) > summary");
    while ((await shut.count()) > 0) await shut.first().click();
    await page.locator('[data-id="param.setpoint"]').fill("16");
    await page.keyboard.press("Enter");
    await eventually(async () => (await known()) && (await demand.locator(".now").textContent()).trim() !== first, true,
        "the demand follows", yearLimit);
    const before = (await demand.locator(".before").textContent()).trim();
    assert(before.endsWith("→") && first.startsWith(before.slice(0, -1).trim()), `${before} after ${first}`);
    same(await demand.locator(".trend").innerText(), "beter", "trend in words");
    await eventually(async () => (await page.locator("#changes").innerText()).length > 0, true, "told to who listens");
    same(trouble, [], "trouble");
    await close();
}

async function calendar(bench) {
    const { page, trouble, close } = await open(bench, house);
    const clock = page.locator("#transport .clock");
    const date = /^\d+ \p{L}+ \d+:\d\d$/u;
    assert(date.test(await clock.innerText()), await clock.innerText());
    same(await page.locator("#transport .speed").innerText(), "1 uur/s", "speed");
    for (let i = 0; i < 8; i += 1) await page.locator('[data-id="run.faster"]').click({ force: true });
    await eventually(() => page.locator("#transport .speed").innerText(), "1 jaar in 5 s", "fastest");
    const before = await clock.innerText();
    await page.locator('[data-id="run.play"]').click();
    await eventually(async () => (await clock.innerText()) !== before, true, "the clock runs");
    assert(date.test(await clock.innerText()), await clock.innerText());
    same(trouble, [], "trouble");
    await close();
}

export const tests = [
    { name: "stages: tabs by hand, arrows and digits", run: tabs },
    { name: "stages: a figure before and after an edit", run: figures },
    { name: "stages: dates and speeds", run: calendar },
];
