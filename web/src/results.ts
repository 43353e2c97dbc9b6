// The graph, of the recording or one of the lab's own, and the table of runs.
import { drawing, el, setText } from "./dom";
import { findGroup } from "./dom_renderer";
import type { Engine, PageState, RunsTable, UiOption } from "./engine";
import { t } from "./i18n";

export class Graph {
    private readonly box: HTMLElement;
    private readonly selects: { what: HTMLSelectElement; x: HTMLSelectElement; y: HTMLSelectElement };
    private readonly axes: HTMLElement[];
    private shown = "";

    constructor(container: HTMLElement, private readonly engine: Engine) {
        this.box = container.querySelector<HTMLElement>(".plot")!;
        this.selects = {
            what: container.querySelector<HTMLSelectElement>("#plot-what")!,
            x: container.querySelector<HTMLSelectElement>("#plot-x")!,
            y: container.querySelector<HTMLSelectElement>("#plot-y")!,
        };
        this.axes = [this.selects.x, this.selects.y].map((select) => select.parentElement!);
        for (const select of Object.values(this.selects))
            select.addEventListener("change", () => this.draw());
        new ResizeObserver(() => this.draw()).observe(this.box);
    }

    show(page: PageState): void {
        const [time, ...numbers] = page.axes;
        if (!time || !numbers[0]) return;
        const charts = findGroup(page.ui, "charts")?.children ?? [];
        const recorded = { id: "", label: t("web.plot_recorded") };
        fill(this.selects.what, [recorded, ...charts.map(({ id, label }) => ({ id, label }))], "");
        this.selects.what.parentElement!.hidden = charts.length === 0;
        fill(this.selects.x, page.axes, time.id);
        fill(this.selects.y, numbers, numbers[0].id);
        this.draw();
    }

    private draw(): void {
        const { width, height } = this.box.getBoundingClientRect();
        if (width < 1 || height < 1 || !this.selects.y.value) return;
        const chart = this.selects.what.value.replace(/^chart\./, "");
        for (const axis of this.axes) axis.hidden = chart !== "";
        const request = { x: this.selects.x.value, y: this.selects.y.value, width, height };
        const text = chart ? this.engine.chart({ key: chart, width, height }) : this.engine.plot(request);
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
