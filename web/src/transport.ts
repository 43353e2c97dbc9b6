// Play, step, rewind, speed, undo, and the time line, from the "run" group of LabUi.
import { makeControl, type Act, type Control } from "./controls";
import { el, setAttribute, setText } from "./dom";
import type { PageState, UiNode } from "./engine";
import { findGroup } from "./dom_renderer";

// What stands together, in reading order. On a phone the first row stays in view.
const rows: readonly (readonly (readonly string[])[])[] = [
    [["run.play"], ["edit.undo", "edit.redo", "edit.reset"]],
    [["run.rewind", "run.back", "run.step"], ["run.slower", "run.speed", "run.faster"]],
];
const clusters = rows.flat();

export class Transport {
    private readonly controls = new Map<string, Control>();
    private readonly time = el("input", { type: "range", class: "time", "data-id": "run.time" });
    private readonly clock = el("output", { class: "clock", "aria-live": "off" });

    constructor(private readonly container: HTMLElement, private readonly act: Act) {
        this.time.addEventListener("input", () => act("run.time", this.time.value, 0));
        const [main, more] = rows.map((row) => el("div", { class: "buttons" },
            ...row.map((ids) => el("div", { class: "cluster", "data-cluster": ids[0] ?? "" }))));
        main?.classList.add("main");
        more?.append(el("div", { class: "timeline" }, this.time, this.clock));
        container.append(...(main ? [main] : []), ...(more ? [more] : []));
    }

    show(page: PageState): void {
        const nodes = new Map((findGroup(page.ui, "run")?.children ?? []).map((node) => [node.id, node]));
        this.container.classList.toggle("playing", page.playing);
        for (const ids of clusters)
            for (const id of ids) this.showOne(ids[0] ?? "", nodes.get(id));
        this.showTime(nodes.get("run.time"));
    }

    private showOne(cluster: string, node: UiNode | undefined): void {
        if (!node) return;
        const present = this.controls.get(node.id);
        if (present) return present.update(node);
        const made = node.role === "readout" ? speed(node) : makeControl(node, this.act);
        if (!made) return;
        this.controls.set(node.id, made);
        this.container.querySelector(`[data-cluster="${cluster}"]`)?.append(made.element);
    }

    private showTime(node: UiNode | undefined): void {
        if (!node) return;
        setAttribute(this.time, "aria-label", node.label);
        setAttribute(this.time, "max", String(node.max ?? 0));
        // Whole steps would round the end away; the engine takes the nearest one.
        setAttribute(this.time, "step", "any");
        setAttribute(this.time, "aria-valuetext", node.valueText ?? "");
        const { max = 0, value = 0 } = node;
        if (this.time.valueAsNumber !== value) this.time.value = String(value);
        this.time.style.setProperty("--share", String(max > 0 ? value / max : 0));
        this.time.disabled = node.enabled === false;
        setText(this.clock, node.valueText ?? "");
    }
}

function speed(node: UiNode): Control {
    const value = el("span", { class: "speed" });
    const update = (next: UiNode) => {
        setText(value, next.valueText ?? "");
        setAttribute(value, "title", next.label);
    };
    update(node);
    return { element: value, update };
}
