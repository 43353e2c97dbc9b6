// One HTML control for each kind of LabUi node. A control is made once and then kept up to date.
import { el, icon, isIcon, setAttribute, setText } from "./dom";
import { GroupView } from "./dom_renderer";
import type { UiNode } from "./engine";
import { editable, t } from "./i18n";
import { area, feedback, item, lessonTable, options, order, picture, plot, prose, sentence, sketch }
    from "./lesson_controls";
import { keepOpen, wasOpen } from "./storage";

// Sends a change to the engine; a refusal comes back as a sentence, "" when it was taken.
export type Act = (id: string, value: string, gesture: number) => string;

export interface Control {
    element: HTMLElement;
    update(node: UiNode): void;
}

let gestures = 0;

function helpLine(node: UiNode, id: string): HTMLElement | null {
    return node.help ? el("p", { class: "help", id: `${id}-help` }, node.help) : null;
}

// A range for the hand, a text field for the exact number; both set the same value.
function slider(node: UiNode, act: Act): Control {
    const id = `ui-${node.id}`;
    const label = el("label", { for: id });
    const field = el("input", {
        type: "text", inputmode: "decimal", autocomplete: "off", id, class: "number",
        "data-id": node.id,
    });
    const unit = el("span", { class: "unit", "aria-hidden": "true" });
    const range = el("input", { type: "range", "data-range": node.id });
    const help = helpLine(node, id);
    const problem = el("p", { class: "problem", id: `${id}-problem`, role: "alert" });
    const described = `${help ? `${help.id} ` : ""}${problem.id}`;
    field.setAttribute("aria-describedby", described);
    const element = el("div", { class: "slider" },
        el("div", { class: "slider-head" }, label, el("span", { class: "entry" }, field, unit)),
        range, ...(help ? [help] : []), problem);

    let shown = node;
    let gesture = 0;
    const refuse = (sentence: string) => {
        setText(problem, sentence);
        setAttribute(field, "aria-invalid", sentence ? "true" : null);
    };
    const commit = () => {
        if (field.value.trim() === editable(shown.value ?? 0)) return refuse("");
        const sentence = act(shown.id, field.value.trim(), ++gestures);
        refuse(sentence);
        if (!sentence) field.value = editable(shown.value ?? 0);
    };
    field.addEventListener("change", commit);
    field.addEventListener("keydown", (event) => {
        if (event.key === "Enter") commit();
        if (event.key !== "Escape") return;
        field.value = editable(shown.value ?? 0);
        refuse("");
    });
    field.addEventListener("focus", () => field.select());
    range.addEventListener("input", () => {
        if (!gesture) gesture = ++gestures;
        refuse(act(shown.id, range.value, gesture));
    });
    range.addEventListener("change", () => (gesture = 0));

    const update = (next: UiNode) => {
        shown = next;
        const { min = 0, max = 1, step = 0, value = 0, enabled = true } = next;
        setText(label, next.label);
        setText(unit, next.unit ?? "");
        if (help) setText(help, next.help ?? "");
        setAttribute(range, "min", String(min));
        setAttribute(range, "max", String(max));
        setAttribute(range, "step", step > 0 ? String(step) : String((max - min) / 200));
        setAttribute(range, "aria-label", next.unit ? `${next.label} (${next.unit})` : next.label);
        setAttribute(range, "aria-valuetext", next.valueText ?? editable(value));
        if (range.valueAsNumber !== value) range.value = String(value);
        range.style.setProperty("--share", String(max > min ? (value - min) / (max - min) : 0));
        range.disabled = field.disabled = !enabled;
        const typing = document.activeElement === field || field.hasAttribute("aria-invalid");
        if (!typing) field.value = editable(value);
    };
    update(node);
    return { element, update };
}

// Up to four options lie open; more go in a list, and in a lesson's column long ones as well.
function choice(node: UiNode, act: Act): Control {
    const options = node.options ?? [];
    const signs = options.reduce((sum, option) => sum + option.label.length, 0);
    const open = options.length <= 4 && (!node.id.startsWith("item.") || signs <= 24);
    return open ? radios(node, act) : list(node, act);
}

function radios(node: UiNode, act: Act): Control {
    const legend = el("legend");
    const group = el("div", { class: "segments" });
    const help = helpLine(node, `ui-${node.id}`);
    const element = el("fieldset", { class: "choice", "data-id": node.id }, legend, group,
        ...(help ? [help] : []));
    const inputs = new Map<string, { input: HTMLInputElement; text: HTMLElement }>();
    for (const option of node.options ?? []) {
        const input = el("input", { type: "radio", name: node.id, value: option.id });
        const text = el("span");
        input.addEventListener("change", () => act(node.id, option.id, ++gestures));
        inputs.set(option.id, { input, text });
        group.append(el("label", {}, input, text));
    }
    const update = (next: UiNode) => {
        setText(legend, next.label);
        if (help) setText(help, next.help ?? "");
        setAttribute(element, "title", next.help || null);
        element.disabled = next.enabled === false;
        element.classList.toggle("pointed", (next.items ?? []).length > 0);
        for (const option of next.options ?? []) {
            const made = inputs.get(option.id);
            if (!made) continue;
            setText(made.text, option.label);
            made.input.checked = option.id === next.selected;
        }
    };
    update(node);
    return { element, update };
}

export function list(node: UiNode, act: Act): Control {
    const id = `ui-${node.id}`;
    const label = el("label", { for: id });
    const select = el("select", { id, "data-id": node.id });
    const element = el("div", { class: "choice" }, label, select);
    select.addEventListener("change", () => act(node.id, select.value, ++gestures));
    const update = (next: UiNode) => {
        setText(label, next.label);
        const chosen = next.options?.some((option) => option.id === next.selected);
        const none = chosen ? [] : [{ id: next.selected ?? "", label: t("web.choose") }];
        const options = [...none, ...(next.options ?? [])];
        const made = [...select.options].map((option) => option.value + option.text).join();
        if (made !== options.map((option) => option.id + option.label).join())
            select.replaceChildren(...options.map((o) => el("option", { value: o.id }, o.label)));
        select.value = next.selected ?? "";
        element.classList.toggle("pointed", (next.items ?? []).length > 0);
        select.disabled = next.enabled === false;
    };
    update(node);
    return { element, update };
}

function button(node: UiNode, act: Act): Control {
    const name = node.id.split(".").pop() ?? "";
    const text = el("span", { class: "text" });
    const element = el("button", { type: "button", class: "tool", "data-id": node.id },
        ...(isIcon(name) ? [icon(name)] : []), ...(name === "play" ? [icon("pause")] : []), text);
    element.addEventListener("click", () => act(node.id, "", 0));
    const update = (next: UiNode) => {
        setText(text, next.label);
        setAttribute(element, "title", next.help || (isIcon(name) ? next.label : null));
        element.disabled = next.enabled === false;
        element.classList.toggle("primary", next.primary === true);
    };
    update(node);
    return { element, update };
}

function toggle(node: UiNode, act: Act): Control {
    const input = el("input", { type: "checkbox", "data-id": node.id });
    const text = el("span");
    const element = el("label", { class: "toggle" }, input, text);
    input.addEventListener("change", () => act(node.id, input.checked ? "on" : "off", 0));
    const update = (next: UiNode) => {
        setText(text, next.label);
        input.checked = next.selected === "on";
        input.disabled = next.enabled === false;
    };
    update(node);
    return { element, update };
}

function readout(node: UiNode): Control {
    const term = el("dt");
    const before = el("span", { class: "before" });
    const now = el("span", { class: "now" });
    const trend = el("span", { class: "trend" });
    const value = el("dd", { "data-id": node.id }, before, now, trend);
    const element = el("div", { class: "readout" }, term, value);
    const update = (next: UiNode) => {
        setText(term, next.label);
        setText(before, next.before ? `${next.before} → ` : "");
        setText(now, next.valueText || "–");
        setText(trend, next.trendText ?? "");
        trend.dataset["trend"] = next.trend ?? "";
        setAttribute(value, "aria-busy", next.busy ? "true" : null);
        element.classList.toggle("empty", next.enabled === false);
        setAttribute(element, "title", next.help || null);
    };
    update(node);
    return { element, update };
}

function message(node: UiNode): Control {
    const text = el("span");
    const element = el("p", { class: "message", "data-id": node.id }, icon("warning"), text);
    const update = (next: UiNode) => {
        setText(text, next.label);
        element.classList.toggle("error", next.error === true);
    };
    update(node);
    return { element, update };
}

// Settings that belong together. A section stays as it was left; at first only the first lies open.
function section(node: UiNode, act: Act, first: boolean): Control {
    const title = el("summary");
    const list = el("div", { class: "section-list" });
    const open = wasOpen(node.id) ?? first;
    const element = el("details", { class: "section", "data-id": node.id, open }, title, list);
    title.addEventListener("click", () => keepOpen(node.id, !element.open));
    const view = new GroupView(list, act);
    const update = (next: UiNode) => {
        setText(title, next.label);
        view.show(next.children ?? []);
    };
    update(node);
    return { element, update };
}

// What a rule asks, and whether the design has it; pressing it shows where on the stage.
function requirement(node: UiNode, act: Act): Control {
    const text = el("span", { class: "rule" });
    const detail = el("span", { class: "detail" });
    const gauge = el("span", { class: "gauge" }); // what the detail says, for the eye
    const said = node.icon !== undefined; // in a lesson a word stands beside the sign
    const verdict = el("span", { class: said ? "verdict" : "hidden" });
    const signs = { yes: icon("done"), no: icon("warning"), unknown: icon("open") };
    const element = el("button", { type: "button", class: "requirement", "data-id": node.id },
        ...Object.values(signs), el("span", { class: "words" }, text, ...(said ? [] : [verdict]), detail, gauge),
        ...(said ? [verdict] : []));
    let shown = node;
    element.addEventListener("click", () => act(`show:${shown.items?.[0] ?? ""}`, "", 0));
    const update = (next: UiNode) => {
        shown = next;
        setText(text, next.label);
        setText(verdict, said ? (next.valueText ?? "") : next.valueText ? ` (${next.valueText})` : "");
        setText(detail, next.detail ?? "");
        gauge.hidden = next.share === undefined;
        gauge.style.setProperty("--share", String(Math.min((next.share ?? 0) / 1.5, 1)));
        // A wish that is not met is no mistake.
        const wish = next.icon === "wish";
        element.dataset["met"] = wish && next.selected === "no" ? "unknown" : (next.selected ?? "unknown");
        element.disabled = (next.items ?? []).length === 0;
    };
    update(node);
    return { element, update };
}

function progress(node: UiNode): Control {
    const bar = el("progress", { max: "1", "data-id": node.id });
    const text = el("span");
    const element = el("label", { class: "progress" }, text, bar);
    const update = (next: UiNode) => {
        setText(text, next.label);
        bar.value = next.value ?? 0;
    };
    update(node);
    return { element, update };
}

function field(node: UiNode, act: Act): Control {
    const id = `ui-${node.id}`;
    const label = el("label", { for: id });
    const input = el("input", { type: "text", id, class: "text-field", autocomplete: "off", "data-id": node.id });
    const unit = el("span", { class: "unit", "aria-hidden": "true" });
    const problem = el("p", { class: "problem", id: `${id}-problem`, role: "alert" });
    input.setAttribute("aria-describedby", problem.id);
    const help = el("p", { class: "help" });
    const element = el("div", { class: "field" }, label, el("span", { class: "entry" }, input, unit), help, problem);
    let shown = node;
    const commit = () => {
        if (input.value.trim() === (shown.valueText ?? "")) return;
        const sentence = act(shown.id, input.value.trim(), ++gestures);
        setText(problem, sentence);
        setAttribute(input, "aria-invalid", sentence ? "true" : null);
    };
    input.addEventListener("change", commit);
    const update = (next: UiNode) => {
        shown = next;
        setText(label, next.label);
        setText(help, next.help ?? "");
        help.hidden = !next.help;
        // Who types the unit needs no second one.
        setText(unit, /[^\d\s.,]$/.test(next.valueText ?? "") ? "" : (next.unit ?? ""));
        input.disabled = next.enabled === false;
        const typing = document.activeElement === input || input.hasAttribute("aria-invalid");
        if (!typing) input.value = next.valueText ?? "";
    };
    update(node);
    return { element, update };
}

// `first`: nothing stands before it in its group.
export function makeControl(node: UiNode, act: Act, first = false): Control | null {
    switch (node.role) {
        case "slider": return slider(node, act);
        case "choice": return choice(node, act);
        case "button": return button(node, act);
        case "toggle": return toggle(node, act);
        case "readout": return readout(node);
        case "message": return node.id.startsWith("item.") ? feedback(node) : message(node);
        case "group": return node.id.startsWith("item.") ? item(node, act) : section(node, act, first);
        case "requirement": return requirement(node, act);
        case "progress": return progress(node);
        case "field": return field(node, act);
        case "prose": return prose(node);
        case "options": return options(node, act);
        case "order": return order(node, act);
        case "area": return area(node, act);
        case "sketch": return sketch(node, act);
        case "sentence": return sentence(node, act);
        case "picture": return picture(node);
        case "plot": return plot(node);
        case "table": return node.id.startsWith("item.") ? lessonTable(node, act) : null; // tables.ts
        case "chart": return null; // results.ts
    }
}
