// Tables: columns sort, a row shows its thing on the stage, and what may be changed is changed in
// place. Of the lab's own tables one lies open.
import type { Act } from "./controls";
import { el, setAttribute } from "./dom";
import { findGroup } from "./dom_renderer";
import type { UiCell, UiColumn, UiNode, UiRow } from "./engine";
import { t } from "./i18n";

// By which a button is known again when the table is drawn anew.
function nameOf(button: HTMLElement): string {
    return button.dataset["id"] ?? button.getAttribute("aria-label") ?? button.textContent ?? "";
}

export class TableView {
    private sort = { column: -1, descending: false };
    private shown = "";

    constructor(private readonly body: HTMLElement, private readonly act: Act,
                private readonly changed: () => void) {}

    // Another table comes in its place.
    fresh(): void {
        this.sort = { column: -1, descending: false };
        this.shown = "";
    }

    show(table: UiNode, selected: ReadonlySet<string>): void {
        const text = JSON.stringify([table, this.sort, [...selected]]);
        const focused = this.body.contains(document.activeElement) ? document.activeElement as HTMLElement : null;
        // What is being typed is not taken away.
        if (text === this.shown || focused?.matches("input, select, textarea")) return;
        this.shown = text;
        this.body.replaceChildren(this.grid(table, selected), ...this.tools(table));
        if (!focused) return;
        const same = [...this.body.querySelectorAll("button")].find((button) => nameOf(button) === nameOf(focused));
        same?.focus({ preventScroll: true });
    }

    private grid(table: UiNode, selected: ReadonlySet<string>): HTMLElement {
        const columns = table.columns ?? [];
        const removes = table.children?.some((child) => child.id === `${table.id}/remove`) ?? false;
        const numbered = table.id.startsWith("item.");
        const head = el("tr", {}, ...(numbered ? [el("th", { scope: "col" }, el("span", { class: "hidden" }, t("web.row")))] : []),
            ...columns.map((column, index) => this.heading(column, index)),
            ...(removes ? [el("th", {}, el("span", { class: "hidden" }, t("web.remove")))] : []));
        const rows = this.sorted(table).map((row) => this.row(table, columns, row, removes, selected));
        if (rows.length === 0) return el("p", { class: "empty" }, table.help || t("web.table_empty"));
        return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": table.label },
            el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows)));
    }

    private heading(column: UiColumn, index: number): HTMLElement {
        const on = this.sort.column === index;
        const text = column.unit ? `${column.label} (${column.unit})` : column.label;
        const button = el("button", { type: "button", class: "sort", "data-id": `sort/${column.key}` }, text,
            el("span", { "aria-hidden": "true" }, on ? (this.sort.descending ? " ↓" : " ↑") : ""));
        button.addEventListener("click", () => {
            this.sort = { column: index, descending: on && !this.sort.descending };
            button.blur();
            this.changed();
        });
        const order = on ? (this.sort.descending ? "descending" : "ascending") : "none";
        return el("th", { scope: "col", "aria-sort": order }, button);
    }

    private sorted(table: UiNode): UiRow[] {
        const { column, descending } = this.sort;
        const rows = [...(table.rows ?? [])];
        if (column < 0) return rows;
        const order = new Intl.Collator(undefined, { numeric: true });
        const compare = (a: UiCell | undefined, b: UiCell | undefined) =>
            a?.value !== undefined && b?.value !== undefined
                ? a.value - b.value
                : order.compare(a?.text ?? "", b?.text ?? "");
        return rows.sort((a, b) => compare(a.cells[column], b.cells[column]) * (descending ? -1 : 1));
    }

    private row(table: UiNode, columns: readonly UiColumn[], row: UiRow, removes: boolean,
                selected: ReadonlySet<string>): HTMLElement {
        const line = el("tr", { class: row.item && selected.has(row.item) ? "selected" : "" });
        // Rows of a lesson go by their number; "!" where something is wrong with one.
        if (table.id.startsWith("item.")) {
            const wrong = table.items?.includes(row.id) ?? false;
            line.append(el("th", { scope: "row", class: wrong ? "wrong" : "" }, wrong ? `${row.id} !` : row.id));
        }
        columns.forEach((column, index) => line.append(this.cell(table, column, row, index)));
        if (removes) {
            const remove = el("button", { type: "button", class: "quiet", "aria-label": `${t("web.remove")} ${row.id}` }, "×");
            remove.addEventListener("click", () => this.deed(`${table.id}/${row.id}/remove`, ""));
            line.append(el("td", {}, remove));
        }
        return line;
    }

    private cell(table: UiNode, column: UiColumn, row: UiRow, index: number): HTMLElement {
        const cell = row.cells[index] ?? { text: "" };
        if (column.editable) return el("td", {}, this.entry(`${table.id}/${row.id}/${column.key}`, column, cell));
        if (index > 0 || !row.item) return el("td", {}, cell.text);
        const button = el("button", { type: "button", class: "quiet" }, cell.text);
        button.addEventListener("click", () => {
            button.blur();
            this.deed(`show:${row.item}`, "");
        });
        return el("th", { scope: "row" }, button);
    }

    private entry(id: string, column: UiColumn, cell: UiCell): HTMLElement {
        const name = column.unit ? `${column.label} (${column.unit})` : column.label;
        const options = column.options ?? [];
        const made = options.length > 0
            ? el("select", { "aria-label": name, "data-id": id },
                ...options.map((option) => el("option", { value: option.id }, option.label)))
            : el("input", { type: "text", class: "number", "aria-label": name, "data-id": id, autocomplete: "off" });
        made.value = options.length > 0 ? (cell.selected ?? "") : cell.text;
        made.addEventListener("change", () => {
            const refused = this.deed(id, made.value);
            setAttribute(made, "aria-invalid", refused ? "true" : null);
        });
        return made;
    }

    private tools(table: UiNode): HTMLElement[] {
        const child = (name: string) => table.children?.find((node) => node.id === `${table.id}/${name}`);
        const made: HTMLElement[] = [];
        const add = child("add");
        if (add) {
            const button = el("button", { type: "button", class: "plain-button", "data-id": add.id }, add.label);
            button.addEventListener("click", () => this.deed(add.id, ""));
            made.push(button);
        }
        const paste = child("paste");
        if (paste) {
            const text = el("textarea", { rows: "4", "aria-label": paste.label, "data-id": paste.id });
            const button = el("button", { type: "button", class: "plain-button" }, paste.label);
            button.addEventListener("click", () => {
                if (text.value.trim() && !this.deed(paste.id, text.value)) text.value = "";
            });
            made.push(el("details", { class: "paste" }, el("summary", {}, paste.label),
                el("p", { class: "help" }, paste.help ?? ""), text, button));
        }
        return made.length > 0 ? [el("div", { class: "table-tools" }, ...made)] : [];
    }

    private deed(id: string, value: string): string {
        this.shown = "";
        return this.act(id, value, 0);
    }
}

// The lab's tables under the stage.
export class Tables {
    private readonly tabs: HTMLElement;
    private readonly view: TableView;
    private chosen = "";
    private nodes: readonly UiNode[] = [];

    constructor(private readonly container: HTMLElement, act: Act, private readonly changed: () => void) {
        this.tabs = container.querySelector<HTMLElement>(".tabs")!;
        this.view = new TableView(container.querySelector<HTMLElement>(".table")!, act, changed);
    }

    // What the engine has to spell out.
    open(): string[] {
        return this.chosen ? [this.chosen] : [];
    }

    show(ui: UiNode, selected: ReadonlySet<string>): void {
        this.nodes = findGroup(ui, "tables")?.children ?? [];
        this.container.hidden = this.nodes.length === 0;
        if (this.nodes.length === 0) return;
        const table = this.nodes.find((node) => node.id === this.chosen);
        if (!table) return this.choose(this.nodes[0]?.id ?? "");
        this.showTabs();
        this.view.show(table, selected);
    }

    private choose(id: string): void {
        this.chosen = id;
        this.view.fresh();
        this.changed();
    }

    private showTabs(): void {
        const text = this.nodes.map((node) => node.id + node.label).join("\n");
        if (this.tabs.dataset["shown"] !== text) {
            this.tabs.dataset["shown"] = text;
            this.tabs.replaceChildren(...this.nodes.map((node) => {
                const tab = el("button", { type: "button", class: "tab", value: node.id }, node.label);
                tab.addEventListener("click", () => this.choose(node.id));
                return tab;
            }));
        }
        for (const tab of this.tabs.querySelectorAll("button"))
            setAttribute(tab, "aria-pressed", String(tab.value === this.chosen));
    }
}
