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
    await page.keyboard.press("Enter"); // fills it in and checks it
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

const looks = `lab: 1
id: kijk
title: {nl: Kijk, en: Look}
sim: spaghetti-bridge
requirements:
  - {id: licht, must: mass <= 5 g, nl: Weegt hoogstens 5 g, en: Weighs at most 5 g}
  - {id: lichter, wish: mass <= 4 g, nl: Weegt zelfs 4 g, en: Weighs even 4 g}
steps:
  - step: een
    sim: hide
    title: {nl: Eerst denken, en: Think first}
    do:
      - number: helft
        ask.nl: Hoeveel is 3 N plus 1 N?
        ask.en: How much is 3 N plus 1 N?
        answer: 4 N
        not_yet: {nl: Tel nog eens., en: Count again.}
        hints.nl: [Begin bij 3.]
        hints.en: [Start at 3.]
  - step: twee
    title: {nl: Dan doen, en: Then do}
    do:
      - {table: metingen, columns: [height, mass, breaking_load], min_rows: 2}
      - {task: eisen, goal: requirements_met}
`;

async function openLooks(bench, options = {}) {
    const made = await open(bench, { ...options });
    await made.page.locator("#file").setInputFiles({ name: "kijk.lab.yaml", mimeType: "text/yaml", buffer: Buffer.from(looks) });
    await eventually(() => title(made.page), "Eerst denken", "the lesson");
    return made;
}

// A step that hides the lab hides all of it: nothing to press that belongs to what is not there.
async function alone(bench) {
    const { page, trouble, close } = await openLooks(bench);
    for (const part of ["#scene", "#transport", ".outputs", "#params", "#graph", "#runs"])
        same(await page.locator(part).isVisible(), false, `${part} in a step without the lab`);
    await page.locator("#file").setInputFiles({ name: "kijk.lab.yaml", mimeType: "text/yaml", buffer: Buffer.from("lab: 1\nid: [") });
    await eventually(() => page.locator("#notice").isVisible(), true, "an error is told there too");
    await page.locator("#lesson-next").click();
    await eventually(() => title(page), "Dan doen", "the next step");
    for (const part of ["#scene", "#transport", ".outputs", "#params"])
        same(await page.locator(part).isVisible(), true, `${part} in a step with the lab`);
    same(trouble, [], "trouble");
    await close();
}

// Sign, word and place of what was found; the same key that fills a number in checks it.
async function verdicts(bench) {
    const { page, close } = await openLooks(bench);
    const helft = item(page, "helft");
    await helft.locator("input").fill("5 N");
    await page.keyboard.press("Enter");
    await eventually(() => helft.getAttribute("data-state"), "notYet", "checked by Enter");
    same(await helft.locator(".feedback .verdict").innerText(), "nog niet", "in a word");
    same(await helft.locator(".unit").innerText(), "", "no second unit beside a typed one");
    await helft.locator('[data-id="item.helft.hint"]').click();
    await eventually(() => helft.locator(".before-words:visible").last().innerText(), "Hint 1", "a hint is called one");
    await page.locator("#lesson-next").click();
    await eventually(() => title(page), "Dan doen", "the next step");
    const [whole, table] = await Promise.all([item(page, "metingen"), item(page, "metingen").locator(".tables")].map((one) => one.boundingBox()));
    assert(table.width > whole.width - 40, `the table is ${table.width} px wide in ${whole.width}`);
    await item(page, "metingen").locator('[data-id="item.metingen.table/add"]').click();
    await eventually(() => item(page, "metingen").locator("tbody th").allInnerTexts(), ["1"], "rows are numbered");
    same(await page.evaluate(() => document.activeElement.dataset.id), "item.metingen.table/add", "the button keeps the focus");
    const met = (id) => page.locator(`[data-id="requirement.${id}"]`).getAttribute("data-met");
    same([await met("licht"), await met("lichter")], ["no", "unknown"], "a wish that is not met is no mistake");
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
    { name: "lesson: a step without the lab", run: alone },
    { name: "lesson: verdicts, hints, rows and wishes show what they are", run: verdicts },
    { name: "lesson: fits a phone", run: narrow },
];
