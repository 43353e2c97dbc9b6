// Drawing on the stage, tables, requirements.
import { assert, eventually, open, same } from "../browser.mjs";

const bridge = (scenario, more = "") => ({ query: `lang=nl&scenario=${scenario}${more}` });

function count(page, kind) {
    return page.locator(`.thing[data-item^="${kind}."]`).count();
}

// Where a thing stands on the screen.
async function placeOf(page, item) {
    const box = await page.locator(`.thing[data-item="${item}"]`).boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function names(page, kind) {
    return page.locator(`.thing[data-item^="${kind}."]`).evaluateAll((all) => all.map((one) => one.dataset.item));
}

async function tool(page, id) {
    await page.locator(`[data-id="stage.tool.${id}"]`).click();
    await eventually(() => page.locator(`[data-id="stage.tool.${id}"]`).getAttribute("aria-pressed"), "true", `tool ${id}`);
}

// An empty place on the paper, between the supports and below the bridge.
async function emptyPlace(page) {
    const scene = await page.locator("#scene").boundingBox();
    return { x: scene.x + scene.width * 0.4, y: scene.y + scene.height * 0.72 };
}

async function drawByMouse(bench) {
    const { page, trouble, close } = await open(bench, bridge("eigen_brug"));
    const [nodes, members] = [await count(page, "node"), await count(page, "member")];
    const before = await names(page, "node");
    await tool(page, "node");
    const place = await emptyPlace(page);
    await page.mouse.move(place.x, place.y);
    await page.mouse.down();
    await page.mouse.up();
    await eventually(() => count(page, "node"), nodes + 1, "nodes after a click with the node tool");
    const made = (await names(page, "node")).find((name) => !before.includes(name));
    await tool(page, "member");
    const [from, to] = [await placeOf(page, made), await placeOf(page, before[0])];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    await eventually(() => count(page, "member"), members + 1, "members after a drag with the member tool");
    await page.locator('[data-id="edit.undo"]').click();
    await page.locator('[data-id="edit.undo"]').click();
    await eventually(() => count(page, "node"), nodes, "nodes after undo");
    same(await count(page, "member"), members, "members after undo");
    same(trouble, [], "trouble");
    await close();
}

async function drawByTouch(bench) {
    const finger = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const { page, trouble, close } = await open(bench, { ...bridge("eigen_brug"), ...finger });
    const nodes = await count(page, "node");
    const palette = await page.locator("#palette").boundingBox();
    const scene = await page.locator("#scene").boundingBox();
    assert(palette.y >= scene.y + scene.height, "the palette lies over the drawing");
    await tool(page, "node");
    const place = await emptyPlace(page);
    await page.touchscreen.tap(place.x, place.y);
    await eventually(() => count(page, "node"), nodes + 1, "nodes after a tap");
    same(trouble, [], "trouble");
    await close();
}

async function tables(bench) {
    const { page, trouble, close } = await open(bench, bridge("eigen_brug"));
    const column = (index) => page.locator(`#tables tbody tr > :nth-child(${index})`).allInnerTexts();
    const heading = page.locator("#tables thead th").nth(1);
    await heading.locator("button").click();
    same(await heading.getAttribute("aria-sort"), "ascending", "aria-sort");
    const lengths = (await column(2)).map((text) => Number(text.replace(",", ".")));
    assert(lengths.length > 3, `${lengths.length} rows`);
    same(lengths, [...lengths].sort((a, b) => a - b), "lengths, sorted");
    await page.locator("#tables tbody tr th button").first().click();
    await eventually(() => page.locator('.thing[aria-pressed="true"]').count(), 1, "chosen on the stage");
    const chosen = await page.locator('.thing[aria-pressed="true"]').getAttribute("data-item");
    same(chosen, `member.${(await column(1))[0]}`, "the chosen member");
    await eventually(() => page.locator("#tables tr.selected").count(), 1, "marked rows");

    const mass = page.locator('[data-id="output.mass"] .now');
    const before = await mass.innerText();
    const cell = page.locator("#tables tbody input").first();
    await cell.fill("5");
    await page.keyboard.press("Enter");
    await eventually(async () => (await mass.innerText()) !== before, true, "the mass follows the cell");
    await page.locator('[data-id="edit.undo"]').click();
    await eventually(() => mass.innerText(), before, "mass after undo");
    same(trouble, [], "trouble");
    await close();
}

async function requirements(bench) {
    const { page, close } = await open(bench, bridge("wedstrijd_reccs"));
    const list = page.locator("#check-list .requirement");
    assert((await list.count()) >= 6, `${await list.count()} requirements`);
    const told = await list.evaluateAll((all) => all.map((one) => one.dataset.met));
    assert(told.every((met) => ["yes", "no", "unknown"].includes(met)), told.join());
    same(await page.locator("#checks .requirement .icon:visible").count(), told.length, "signs");
    const words = await page.locator("#checks-count").innerText();
    assert(words.startsWith(`${told.filter((met) => met === "yes").length} `), `"${words}" for ${told.join()}`);
    await close();
}

export const tests = [
    { name: "design: a joint and a member by mouse, and back", run: drawByMouse },
    { name: "design: a joint by touch on a phone, the palette beside the drawing", run: drawByTouch },
    { name: "design: a table sorts, shows on the stage, and changes", run: tables },
    { name: "design: the requirements of a contest", run: requirements },
];
