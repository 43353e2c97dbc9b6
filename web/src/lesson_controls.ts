// The controls of a lesson: texts, long answers, orders, sketches, and items with what was found of
// the answer next to them.
import { list, makeControl, type Act, type Control } from "./controls";
import { el, icon, setAttribute, setText } from "./dom";
import { GroupView } from "./dom_renderer";
import type { TextBlock, TextSpan, UiNode, UiOption } from "./engine";
import { t } from "./i18n";
import { lessonFiles } from "./lesson_files";
import { TableView } from "./tables";

const tags = { bold: "strong", italic: "em", superscript: "sup", subscript: "sub" } as const;

function span(part: TextSpan): Node {
    if (part.style === "link")
        return el("a", { href: part.url ?? "", target: "_blank", rel: "noopener noreferrer" }, part.text);
    const tag = part.style && tags[part.style];
    return tag ? el(tag, {}, part.text) : document.createTextNode(part.text);
}

// Lines of a list that follow each other become one list.
function blocksOf(blocks: readonly TextBlock[]): HTMLElement[] {
    const made: HTMLElement[] = [];
    for (const block of blocks) {
        const words = (block.spans ?? []).map(span);
        if (!block.kind || block.kind === "paragraph") {
            made.push(el("p", {}, ...words));
            continue;
        }
        const tag = block.kind === "bullet" ? "ul" : "ol";
        const last = made[made.length - 1];
        if (last?.localName === tag) last.append(el("li", {}, ...words));
        else made.push(el(tag, {}, el("li", {}, ...words)));
    }
    return made;
}

function showBlocks(container: HTMLElement, node: UiNode): void {
    const text = JSON.stringify([node.label, node.blocks]);
    if (container.dataset["shown"] === text) return;
    container.dataset["shown"] = text;
    container.replaceChildren(...(node.blocks?.length ? blocksOf(node.blocks) : [el("p", {}, node.label)]));
}

// "3" before a question, "Hint 1" before a hint.
export function prose(node: UiNode): Control {
    const heading = el("p", { class: "help" });
    const before = el("span", { class: "before-words" });
    const body = el("div");
    const element = el("div", { class: "prose", "data-id": node.id }, heading, before, body);
    const update = (next: UiNode) => {
        setText(heading, next.help ?? "");
        heading.hidden = !next.help;
        setText(before, next.valueText ?? "");
        before.hidden = !next.valueText;
        showBlocks(body, next);
    };
    update(node);
    return { element, update };
}

// Radio buttons, or boxes when several answers may be right.
export function options(node: UiNode, act: Act): Control {
    const many = node.many === true;
    // The question stands above it; the words of a tool's part do not.
    const legend = el("legend", { class: node.id.endsWith(".value") ? "hidden" : "" });
    const help = el("p", { class: "help" });
    const list = el("div", { class: "answers" });
    const element = el("fieldset", { class: "choice", "data-id": node.id }, legend, help, list);
    const inputs = new Map<string, { input: HTMLInputElement; text: HTMLElement; line: HTMLElement }>();
    const chosen = () => [...inputs].filter(([, made]) => made.input.checked).map(([id]) => id).join(" ");
    for (const option of node.options ?? []) {
        const input = el("input", { type: many ? "checkbox" : "radio", name: node.id, value: option.id });
        const text = el("span");
        const line = el("label", { class: "answer" }, input, text);
        input.addEventListener("change", () => act(node.id, chosen(), 0));
        inputs.set(option.id, { input, text, line });
        list.append(line);
    }
    const update = (next: UiNode) => {
        setText(legend, next.label);
        setText(help, next.help ?? "");
        help.hidden = !next.help;
        element.disabled = next.enabled === false;
        const on = (next.selected ?? "").split(" ");
        for (const option of next.options ?? []) {
            const made = inputs.get(option.id);
            if (!made) continue;
            setText(made.text, option.label);
            made.input.checked = on.includes(option.id);
            made.line.classList.toggle("pointed", next.items?.includes(option.id) ?? false);
        }
    };
    update(node);
    return { element, update };
}

// Each line goes up or down by a button, so that a finger and a keyboard do it alike.
export function order(node: UiNode, act: Act): Control {
    const help = el("p", { class: "help" });
    const list = el("ol", { class: "order" });
    const element = el("div", { "data-id": node.id, role: "group" }, help, list);
    let shown = "";
    const move = (all: readonly UiOption[], from: number, to: number, way: "up" | "down") => {
        const ids = all.map((option) => option.id);
        const moved = ids.splice(from, 1);
        ids.splice(to, 0, ...moved);
        act(node.id, ids.join(" "), 0);
        list.children[to]?.querySelector<HTMLElement>(`[data-way="${way}"]`)?.focus();
    };
    const arrow = (all: readonly UiOption[], at: number, way: "up" | "down", enabled: boolean) => {
        const to = way === "up" ? at - 1 : at + 1;
        const label = t(way === "up" ? "web.move_up" : "web.move_down", { what: all[at]?.label ?? "" });
        const button = el("button", { type: "button", class: "tool", "data-way": way, "aria-label": label },
            icon(way));
        button.disabled = !enabled || to < 0 || to >= all.length;
        button.addEventListener("click", () => move(all, at, to, way));
        return button;
    };
    const update = (next: UiNode) => {
        setAttribute(element, "aria-label", next.label);
        setText(help, next.help ?? "");
        const text = JSON.stringify([next.options, next.items, next.enabled]);
        if (text === shown) return;
        shown = text;
        const all = next.options ?? [];
        const enabled = next.enabled !== false;
        list.replaceChildren(...all.map((option, at) =>
            el("li", { class: next.items?.includes(option.id) ? "pointed" : "" }, el("span", {}, option.label),
                arrow(all, at, "up", enabled), arrow(all, at, "down", enabled))));
    };
    update(node);
    return { element, update };
}

export function area(node: UiNode, act: Act): Control {
    const id = `ui-${node.id}`;
    const label = el("label", { for: id });
    const help = el("p", { class: "help", id: `${id}-help` });
    const input = el("textarea", { id, rows: "3", class: "text-field", "data-id": node.id, "aria-describedby": help.id });
    const problem = el("p", { class: "problem", role: "alert" });
    const element = el("div", { class: "field" }, label, help, input, problem);
    let shown = node;
    input.addEventListener("change", () => setText(problem, act(shown.id, input.value, 0)));
    const update = (next: UiNode) => {
        shown = next;
        setText(label, next.label);
        setText(help, next.help ?? "");
        help.hidden = !next.help;
        input.disabled = next.enabled === false;
        if (document.activeElement !== input) input.value = next.valueText ?? "";
    };
    update(node);
    return { element, update };
}

// A curve through a few points, each a slider that stands upright.
export function sketch(node: UiNode, act: Act): Control {
    const help = el("p", { class: "help" });
    const upward = el("p", { class: "help" });
    const line = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const curve = line.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "polyline"));
    const bars = el("div", { class: "sketch" }, line);
    const axis = el("p", { class: "help along" });
    const element = el("div", { "data-id": node.id, role: "group" }, help, upward, bars, axis);
    const inputs: HTMLInputElement[] = [];
    line.setAttribute("viewBox", "0 0 100 100");
    line.setAttribute("preserveAspectRatio", "none");
    line.setAttribute("aria-hidden", "true");
    const send = () => act(node.id, inputs.map((input) => input.value).join(" "), 0);
    const draw = () => setAttribute(curve, "points", inputs.map((input, at) =>
        `${(100 * at) / (inputs.length - 1)},${100 - 100 * input.valueAsNumber}`).join(" "));
    for (const _ of node.curve ?? []) {
        const input = el("input", { type: "range", class: "upright", min: "0", max: "1", step: "0.05" });
        input.addEventListener("input", draw);
        input.addEventListener("change", send);
        inputs.push(input);
        bars.append(input);
    }
    const update = (next: UiNode) => {
        const [x, y] = next.columns ?? [];
        setAttribute(element, "aria-label", next.label);
        setText(help, next.help ?? "");
        const title = (column: typeof x) => (column ? column.label + (column.unit ? ` (${column.unit})` : "") : "");
        setText(upward, `↑ ${title(y)}`);
        setText(axis, `${title(x)} →`);
        bars.classList.toggle("drawn", next.selected === "drawn");
        inputs.forEach((input, at) => {
            const point = next.curve?.[at];
            if (!point) return;
            const place = Number(point.x.toPrecision(3));
            setAttribute(input, "aria-label", `${y?.label ?? ""}, ${x?.label ?? ""} ${place} ${x?.unit ?? ""}`);
            input.disabled = next.enabled === false;
            if (document.activeElement !== input) input.value = String(point.y);
        });
        draw();
    };
    update(node);
    return { element, update };
}

// "Als … groter wordt, dan …": words and choices on one line.
export function sentence(node: UiNode, act: Act): Control {
    const element = el("div", { class: "sentence", "data-id": node.id, role: "group" });
    const view = new GroupView(element, act, (part) => (part.role === "choice" ? list(part, act) : makeControl(part, act)));
    const update = (next: UiNode) => {
        setAttribute(element, "aria-label", next.label);
        view.show(next.children ?? []);
    };
    update(node);
    return { element, update };
}

export function picture(node: UiNode): Control {
    const image = el("img", { alt: "" });
    const caption = el("figcaption", { class: "help" });
    const element = el("figure", { class: "photo", "data-id": node.id }, image, caption);
    let file = "";
    const update = (next: UiNode) => {
        setAttribute(image, "alt", next.label);
        setText(caption, next.help ?? "");
        if (file === next.selected) return;
        file = next.selected ?? "";
        const address = lessonFiles.address(file);
        image.hidden = address === "";
        // Without the picture its description says what there was to see.
        if (address) image.src = address;
        else setText(caption, next.label);
    };
    update(node);
    return { element, update };
}

export function plot(node: UiNode): Control {
    const element = el("div", { class: "picture", "data-id": node.id });
    let shown = "";
    let latest = node;
    const draw = () => {
        const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink");
        const text = JSON.stringify([latest.columns, latest.rows, latest.curve, ink, element.clientWidth]);
        if (text === shown || element.clientWidth === 0) return;
        shown = text;
        const drawn = lessonFiles.plot(latest.id, element.clientWidth);
        element.replaceChildren(...(drawn ? [drawn] : []));
    };
    new ResizeObserver(draw).observe(element);
    const update = (next: UiNode) => {
        latest = next;
        draw();
    };
    return { element, update };
}

export function lessonTable(node: UiNode, act: Act): Control {
    const count = el("p", { class: "help" });
    const body = el("div");
    const element = el("div", { class: "tables inline", "data-id": node.id }, body, count);
    let shown = node;
    const show = () => {
        setText(count, shown.valueText ?? "");
        view.show(shown, new Set());
    };
    const view: TableView = new TableView(body, act, show);
    const update = (next: UiNode) => {
        shown = next;
        show();
    };
    update(node);
    return { element, update };
}

// What was found of an answer, next to it.
export function feedback(node: UiNode): Control {
    const body = el("div");
    const word = el("p", { class: "verdict" });
    const signs = { ok: icon("done"), notYet: icon("warning"), open: icon("told"), answer: icon("eye") };
    const element = el("div", { class: "feedback", "data-id": node.id, role: "status" },
        ...Object.values(signs), el("div", {}, word, body));
    const update = (next: UiNode) => {
        element.dataset["state"] = next.selected ?? "open";
        setText(word, next.valueText ?? "");
        word.hidden = !next.valueText;
        body.hidden = !next.label;
        showBlocks(body, next);
    };
    update(node);
    return { element, update };
}

// What there is to read and fill in, and below it what can be asked: what do you think of it, a hint.
export function item(node: UiNode, act: Act): Control {
    const list = el("div", { class: "item-parts" });
    const buttons = el("div", { class: "item-buttons" });
    const tries = el("p", { class: "help" });
    const element = el("section", { class: "item", "data-id": node.id, "data-kind": node.icon ?? "" }, list, buttons, tries);
    const parts = new GroupView(list, act);
    const ways = new GroupView(buttons, act);
    const isButton = (child: UiNode) => child.role === "button";
    let shown = node;
    // Enter in a number fills it in and has it checked.
    list.addEventListener("keydown", (event) => {
        const field = event.target as HTMLInputElement;
        if (event.key !== "Enter" || shown.icon !== "number" || !field.value) return;
        event.preventDefault();
        field.dispatchEvent(new Event("change"));
        if (shown.children?.some((child) => child.id === `${shown.id}.check`)) act(`${shown.id}.check`, "", 0);
    });
    const update = (next: UiNode) => {
        shown = next;
        const children = next.children ?? [];
        const asked = children.filter(isButton);
        const check = asked.find((child) => child.id === `${next.id}.check`);
        element.dataset["state"] = next.selected ?? "none";
        setAttribute(element, "aria-label", next.detail || next.label);
        parts.show(children.filter((child) => !isButton(child)));
        ways.show(check ? [check, ...asked.filter((child) => child !== check)] : asked);
        setText(tries, check?.help ?? "");
        tries.hidden = !check?.help;
    };
    update(node);
    return { element, update };
}
