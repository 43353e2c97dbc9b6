// What lies around the drawing: tools to draw with, what can be done to what is chosen, and ways
// of looking.
import type { Act } from "./controls";
import { el, icon, isIcon, setAttribute, setText } from "./dom";
import { findGroup, GroupView } from "./dom_renderer";
import type { UiNode } from "./engine";

export class StageTools {
    private readonly actions: GroupView;
    private readonly looks: GroupView;
    private shown = "";

    constructor(private readonly palette: HTMLElement, private readonly actionBar: HTMLElement,
                private readonly lookBar: HTMLElement, private readonly act: Act) {
        this.actions = new GroupView(actionBar, act);
        this.looks = new GroupView(lookBar, act);
    }

    show(ui: UiNode): void {
        const tool = findGroup(ui, "tools")?.children?.[0];
        this.palette.hidden = !tool;
        if (tool) this.showPalette(tool);
        const actions = findGroup(ui, "actions")?.children ?? [];
        this.actionBar.hidden = actions.length === 0;
        this.actions.show(actions);
        const looks = findGroup(ui, "looks")?.children ?? [];
        this.lookBar.hidden = looks.length === 0;
        this.looks.show(looks);
    }

    private showPalette(tool: UiNode): void {
        const text = JSON.stringify([tool.label, tool.options]);
        if (text !== this.shown) {
            this.shown = text;
            setAttribute(this.palette, "aria-label", tool.label);
            this.palette.replaceChildren(...(tool.options ?? []).map((option) => this.button(tool, option.id)));
        }
        for (const button of this.palette.querySelectorAll<HTMLButtonElement>("button"))
            setAttribute(button, "aria-pressed", String(button.value === tool.selected));
    }

    private button(tool: UiNode, id: string): HTMLButtonElement {
        const label = tool.options?.find((option) => option.id === id)?.label ?? id;
        const details = tool.children?.find((child) => child.id === `tool.${id}`);
        const name = details?.icon ?? "";
        const title = details?.shortcut ? `${label} (${details.shortcut.toUpperCase()})` : label;
        const words = el("span", { class: "text" });
        setText(words, label);
        const button = el("button", { type: "button", class: "tool", value: id, title, "data-id": `stage.tool.${id}` },
            ...(isIcon(name) ? [icon(name)] : []), words);
        button.addEventListener("click", () => this.act("stage.tool", id, 0));
        return button;
    }
}
