// The controls of a lesson: texts, long answers, orders, sketches, and items with what was found of
// the answer next to them.
import type { Act, Control } from "./controls";
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

export function prose(node: UiNode): Control {
    const heading = el("p", { class: "help" });
    const body = el("div");
    const element = el("div", { class: "prose", "data-id": node.id }, heading, body);
    const update = (next: UiNode) => {
        setText(heading, next.help ?? "");
        heading.hidden = !next.help;
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
    const bars = el("div", { class: "sketch" });
    const axis = el("p", { class: "help" });
    const element = el("div", { "data-id": node.id, role: "group" }, help, bars, axis);
    const inputs: HTMLInputElement[] = [];
    const send = () => act(node.id, inputs.map((input) => input.value).join(" "), 0);
    for (const _ of node.curve ?? []) {
        const input = el("input", { type: "range", class: "upright", min: "0", max: "1", step: "0.05" });
        input.addEventListener("change", send);
        inputs.push(input);
        bars.append(input);
    }
    const update = (next: UiNode) => {
        const [x, y] = next.columns ?? [];
        setAttribute(element, "aria-label", next.label);
        setText(help, next.help ?? "");
        setText(axis, x ? `${x.label}${x.unit ? ` (${x.unit})` : ""} →` : "");
        inputs.forEach((input, at) => {
            const point = next.curve?.[at];
            if (!point) return;
            const place = Number(point.x.toPrecision(3));
            setAttribute(input, "aria-label", `${y?.label ?? ""}, ${x?.label ?? ""} ${place} ${x?.unit ?? ""}`);
            input.disabled = next.enabled === false;
            if (document.activeElement !== input) input.value = String(point.y);
        });
    };
    update(node);
    return { element, update };
}

// "Als … groter wordt, dan …": words and choices on one line.
export function sentence(node: UiNode, act: Act): Control {
    const element = el("div", { class: "sentence", "data-id": node.id, role: "group" });
    const view = new GroupView(element, act);
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
    const update = (next: UiNode) => {
        const text = JSON.stringify([next.columns, next.rows, next.curve]);
        if (text === shown) return;
        shown = text;
        const drawn = lessonFiles.plot(next.id);
        element.replaceChildren(...(drawn ? [drawn] : []));
    };
    update(node);
    return { element, update };
}

export function lessonTable(node: UiNode, act: Act): Control {
    const count = el("p", { class: "help" });
    const body = el("div");
    const element = el("div", { class: "tables inline", "data-id": node.id }, count, body);
    let shown = node;
    const show = () => {
        setText(count, shown.valueText ?? "");
        view.show(shown, new Set(shown.items));
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
    const signs = { ok: icon("done"), notYet: icon("warning"), open: icon("open"), answer: icon("done") };
    const element = el("div", { class: "feedback", "data-id": node.id, role: "status" },
        ...Object.values(signs), body);
    const update = (next: UiNode) => {
        element.dataset["state"] = next.selected ?? "open";
        showBlocks(body, next);
    };
    update(node);
    return { element, update };
}

export function item(node: UiNode, act: Act): Control {
    const list = el("div", { class: "item-parts" });
    const state = el("span", { class: "hidden" });
    const element = el("section", { class: "item", "data-id": node.id }, state, list);
    const view = new GroupView(list, act);
    const update = (next: UiNode) => {
        element.dataset["state"] = next.selected ?? "none";
        setAttribute(element, "aria-label", next.detail || next.label);
        setText(state, next.valueText ?? "");
        view.show(next.children ?? []);
    };
    update(node);
    return { element, update };
}
