// Which of the lab's stages is shown: a row of tabs above it. Arrow keys go from one to the next, and
// the digits open them from anywhere but a text field.
import type { Act } from "./controls";
import { el, setAttribute, setText } from "./dom";
import { findGroup } from "./dom_renderer";
import type { UiNode } from "./engine";

const ways: Readonly<Record<string, (at: number, last: number) => number>> = {
    ArrowLeft: (at, last) => (at > 0 ? at - 1 : last),
    ArrowRight: (at, last) => (at < last ? at + 1 : 0),
    Home: () => 0,
    End: (_, last) => last,
};

export class StageTabs {
    private shown: UiNode | undefined;
    private made = "";

    constructor(private readonly row: HTMLElement, private readonly panel: HTMLElement,
                private readonly act: Act) {
        row.addEventListener("keydown", (event) => this.step(event));
        document.addEventListener("keydown", (event) => this.digit(event));
    }

    show(ui: UiNode): void {
        const node = (this.shown = findGroup(ui, "tabs")?.children?.[0]);
        this.row.hidden = !node;
        this.row.parentElement?.classList.toggle("tabbed", !!node);
        setAttribute(this.panel, "role", node ? "tabpanel" : null);
        setAttribute(this.panel, "aria-labelledby", node ? `tab-${node.selected}` : null);
        if (!node) return;
        setAttribute(this.row, "aria-label", node.label);
        const ids = (node.options ?? []).map((option) => option.id).join();
        if (ids !== this.made) this.make(node);
        this.made = ids;
        for (const [i, button] of this.tabs().entries()) {
            const option = node.options?.[i];
            const open = option?.id === node.selected;
            setText(button, option?.label ?? "");
            setAttribute(button, "aria-selected", String(open));
            setAttribute(button, "tabindex", open ? "0" : "-1");
        }
    }

    private make(node: UiNode): void {
        this.row.replaceChildren(...(node.options ?? []).map((option, i) => {
            const button = el("button", { type: "button", role: "tab", class: "stage-tab", id: `tab-${option.id}`,
                "aria-controls": this.panel.id, "aria-keyshortcuts": String(i + 1), "data-id": `${node.id}.${option.id}` });
            button.addEventListener("click", () => this.open(i));
            return button;
        }));
    }

    private tabs(): HTMLButtonElement[] {
        return [...this.row.querySelectorAll<HTMLButtonElement>("button")];
    }

    private open(index: number): void {
        const option = this.shown?.options?.[index];
        if (this.shown && option) this.act(this.shown.id, option.id, 0);
    }

    private step(event: KeyboardEvent): void {
        const tabs = this.tabs();
        const to = ways[event.key]?.(tabs.findIndex((tab) => tab === event.target), tabs.length - 1);
        if (to === undefined) return;
        event.preventDefault();
        this.open(to);
        tabs[to]?.focus();
    }

    private digit(event: KeyboardEvent): void {
        if (!this.shown || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
        if (event.target instanceof Element && event.target.closest("input, textarea, select")) return;
        const index = Number(event.key) - 1;
        if (event.key.length !== 1 || !(index >= 0) || index >= (this.shown.options?.length ?? 0)) return;
        event.preventDefault();
        this.open(index);
    }
}
