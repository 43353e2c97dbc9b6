// A lesson on the page: its questions, the feedback next to them, gates, tables, the keyboard, a
// narrow screen, and a file of the teacher's own.
import { assert, eventually, open, same } from "../browser.mjs";

const bridge = { query: "lang=nl&scenario=spaghettibrug" };
const item = (page, id) => page.locator(`.item[data-id="item.${id}"]`);
const title = (page) => page.locator("#lesson-title").innerText();

async function chooseAndCheck(page, id, option) {
    await item(page, id).locator(".answer input").and(page.locator(`[value="${option}"]`)).check();
    await item(page, id).locator(`[data-id="item.${id}.check"]`).click();
}

async function questions(bench) {
    const { page, trouble, close } = await open(bench, bridge);
    assert(await page.locator("#lesson").isVisible(), "the lesson stands on the page");
    same(await title(page), "De opdracht", "first step");
    await chooseAndCheck(page, "duwen", "2");
    const feedback = item(page, "duwen").locator(".feedback");
    await eventually(() => feedback.getAttribute("data-state"), "notYet", "a wrong answer");
    assert((await feedback.innerText()).includes("meer kracht"), "the author's words about that answer");
    await chooseAndCheck(page, "duwen", "1");
    await eventually(() => item(page, "duwen").getAttribute("data-state"), "ok", "the right answer");
    assert((await feedback.innerText()).includes("knik"), "why it is right");
    same(trouble, [], "trouble");
    await close();
}

async function gate(bench) {
    const { page, trouble, close } = await open(bench, bridge);
    const marks = page.locator(".step-mark");
    assert((await marks.count()) > 4, "a mark for each step");
    same(await page.locator('.step-mark[data-state="locked"]').first().getAttribute("aria-label").then((name) => name.includes("slot")), true, "a locked step says so");
    await page.locator("#lesson-next").click();
    await eventually(() => title(page), "Voorspel", "second step");
    await page.locator("#lesson-back").click();
    await eventually(() => title(page), "De opdracht", "the way back is open");
    same(trouble, [], "trouble");
    await close();
}

async function keeps(bench) {
    const { page, close } = await open(bench, bridge);
    await chooseAndCheck(page, "duwen", "1");
    await eventually(() => item(page, "duwen").getAttribute("data-state"), "ok", "answered");
    await page.waitForTimeout(1500); // longer than work waits before it is kept
    await page.reload();
    await eventually(() => item(page, "duwen").getAttribute("data-state"), "ok", "after a reload", 15_000);
    await page.locator('[name="language"][value="en"]').check({ force: true });
    await eventually(() => title(page), "The brief", "in English");
    await close();
}

const own = `lab: 1
id: eigen
title: {nl: Eigen les, en: Own lesson}
sim: spaghetti-bridge
steps:
  - step: een
    title: {nl: Een, en: One}
    text: {nl: "Een **les** van de leraar.", en: "A **lesson** by the teacher."}
    do:
      - number: helft
        ask.nl: Hoeveel is 3 N plus 1 N?
        ask.en: How much is 3 N plus 1 N?
        answer: 4 N
        not_yet: {nl: Tel nog eens., en: Count again.}
      - order: rij
        ask: {nl: Van klein naar groot, en: From small to large}
        items.nl: [mm, cm, dm]
        items.en: [mm, cm, dm]
        not_yet: {nl: Begin met de kleinste., en: Begin with the smallest.}
`;

async function ownFile(bench) {
    const { page, trouble, close } = await open(bench);
    const give = (text) => page.locator("#file").setInputFiles({ name: "eigen.lab.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) });
    await give(own.replace("4 N", "4 kgg"));
    await eventually(async () => (await page.locator("#notice-text").innerText()).includes("eigen.lab.yaml:13:"), true, "a mistake with its place");
    await give(own);
    await eventually(() => title(page), "Een", "the teacher's lesson");
    same(await page.locator(".lesson .prose strong").innerText(), "les", "bold");
    await page.locator('[data-id="item.helft.value"]').fill("4 N");
    await page.keyboard.press("Enter");
    await page.locator('[data-id="item.helft.check"]').click();
    await eventually(() => item(page, "helft").getAttribute("data-state"), "ok", "a typed number");
    const words = () => item(page, "rij").locator(".order li > span").allInnerTexts();
    for (let turn = 0; turn < 6 && (await words()).join() !== "mm,cm,dm"; turn += 1) {
        const at = (await words()).indexOf("mm") > 0 ? (await words()).indexOf("mm") : 2;
        const before = (await words()).join();
        await item(page, "rij").locator(".order li").nth(at).locator('[data-way="up"]').focus();
        await page.keyboard.press("Enter");
        await eventually(async () => (await words()).join() !== before, true, "a line moved by keyboard");
    }
    await item(page, "rij").locator('[data-id="item.rij.check"]').click();
    await eventually(() => item(page, "rij").getAttribute("data-state"), "ok", "the right order");
    same(trouble, [], "trouble");
    await close();
}

async function narrow(bench) {
    const { page, close } = await open(bench, { ...bridge, viewport: { width: 360, height: 740 } });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert(wide <= 360, `the page is ${wide} px wide`);
    for (const box of await Promise.all((await page.locator("#lesson button:visible, #lesson .answer:visible").all()).map((one) => one.boundingBox())))
        assert(box.height >= 44, `a target is ${box.height} px high`);
    await close();
}

export const tests = [
    { name: "lesson: an answer, and what the author says about it", run: questions },
    { name: "lesson: steps on and back", run: gate },
    { name: "lesson: answers are kept, the language changes", run: keeps },
    { name: "lesson: a file of one's own, its mistakes and its controls", run: ownFile },
    { name: "lesson: fits a phone", run: narrow },
];
