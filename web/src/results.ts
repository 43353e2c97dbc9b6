// The graph and the table of runs.
import { drawing, el, setText } from "./dom";
import type { Engine, PageState, RunsTable, UiOption } from "./engine";

export class Graph {
    private readonly box: HTMLElement;
    private readonly selects: { x: HTMLSelectElement; y: HTMLSelectElement };
    private shown = "";

    constructor(container: HTMLElement, private readonly engine: Engine) {
        this.box = container.querySelector<HTMLElement>(".plot")!;
        this.selects = {
            x: container.querySelector<HTMLSelectElement>("#plot-x")!,
            y: container.querySelector<HTMLSelectElement>("#plot-y")!,
        };
        for (const select of [this.selects.x, this.selects.y])
            select.addEventListener("change", () => this.draw());
        new ResizeObserver(() => this.draw()).observe(this.box);
    }

    show(page: PageState): void {
        const [time, ...numbers] = page.axes;
        if (!time || !numbers[0]) return;
        fill(this.selects.x, page.axes, time.id);
        fill(this.selects.y, numbers, numbers[0].id);
        this.draw();
    }

    private draw(): void {
        const { width, height } = this.box.getBoundingClientRect();
        if (width < 1 || height < 1 || !this.selects.y.value) return;
        const request = { x: this.selects.x.value, y: this.selects.y.value, width, height };
        const text = this.engine.plot(request);
        if (text === this.shown) return;
        this.shown = text;
        const svg = drawing(text);
        if (svg) this.box.replaceChildren(svg);
    }
}

function fill(select: HTMLSelectElement, options: readonly UiOption[], first: string): void {
    const text = options.map((option) => option.label).join("\n");
    if (select.dataset["shown"] === text) return;
    const value = options.some((option) => option.id === select.value) ? select.value : first;
    select.replaceChildren(...options.map((o) => el("option", { value: o.id }, capital(o.label))));
    select.value = value;
    select.dataset["shown"] = text;
}

function capital(text: string): string {
    return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

// The newest run on top.
export function showRuns(container: HTMLElement, runs: RunsTable): void {
    const text = JSON.stringify(runs);
    if (container.dataset["shown"] === text) return;
    container.dataset["shown"] = text;
    const scroll = container.querySelector<HTMLElement>(".scroll")!;
    const empty = container.querySelector<HTMLElement>(".empty")!;
    empty.hidden = runs.rows.length > 0;
    scroll.hidden = runs.rows.length === 0;
    const head = container.querySelector("thead")!;
    const body = container.querySelector("tbody")!;
    head.replaceChildren(el("tr", {}, ...runs.columns.map((name) => el("th", { scope: "col" }, name))));
    body.replaceChildren(...[...runs.rows].reverse().map((row) => {
        const line = el("tr");
        row.forEach((cell, column) =>
            line.append(column === 0 ? el("th", { scope: "row" }, cell) : el("td", {}, cell)));
        return line;
    }));
    const count = container.querySelector(".count");
    if (count) setText(count, String(runs.rows.length));
}
