// The lesson beside the lab: one step at a time, what there is to do in it, and the way on.
import type { Act } from "./controls";
import { byId, el, icon, setAttribute, setText } from "./dom";
import { findGroup, GroupView } from "./dom_renderer";
import type { UiNode } from "./engine";
import { t } from "./i18n";

const marks = { done: "done", locked: "lock" } as const;

export class Lesson {
    private readonly section = byId("lesson");
    private readonly steps = byId("lesson-steps");
    private readonly page = byId("lesson-page");
    private readonly body: GroupView;
    private readonly who: GroupView;
    private readonly teacher: GroupView;
    private readonly ways = [byId<HTMLButtonElement>("lesson-back"), byId<HTMLButtonElement>("lesson-next")];
    private shownSteps = "";
    private step = "";

    constructor(private readonly act: Act) {
        this.body = new GroupView(byId("lesson-body"), act);
        this.who = new GroupView(byId("lesson-who"), act);
        this.teacher = new GroupView(byId("lesson-teacher"), act);
        for (const button of this.ways)
            button.addEventListener("click", () => act(button.value, "", 0));
    }

    show(ui: UiNode): void {
        const lesson = findGroup(ui, "lesson");
        const nodes = lesson?.children ?? [];
        this.section.hidden = nodes.length === 0;
        byId("lab").classList.toggle("taught", nodes.length > 0);
        byId("lab").classList.toggle("alone", lesson?.selected === "hide");
        if (nodes.length === 0) return;
        const find = (id: string) => nodes.find((node) => node.id === id);
        this.showSteps(find("lesson.step"));
        this.body.show(nodes.filter((node) =>
            /^(lesson\.(text|said\.|requirements)|item\.|requirement\.)/.test(node.id)));
        this.who.show(nodes.filter((node) => /^lesson\.(level|pupil|summary)$/.test(node.id)));
        this.teacher.show(nodes.filter((node) => /^lesson\.(teacher$|console\.)/.test(node.id)));
        const teacher = find("lesson.teacher");
        const place = [find("lesson.progress")?.label, teacher?.selected === "on" ? teacher.label : ""];
        setText(byId("lesson-progress"), place.filter(Boolean).join(" · "));
        this.showExpects(find("lesson.expects"), find("lesson.next"));
        this.showWay(this.ways[0]!, find("lesson.back"));
        this.showWay(this.ways[1]!, find("lesson.next"));
    }

    // What is left to do; once that is nothing, what the next step still waits for.
    private showExpects(expects: UiNode | undefined, next: UiNode | undefined): void {
        const line = byId("lesson-expects");
        line.hidden = !expects;
        const done = expects?.selected === "done";
        const waits = done ? next?.help : "";
        setText(line, waits || (expects?.label ?? ""));
        line.dataset["state"] = done && !waits ? "done" : "left";
    }

    private showSteps(steps: UiNode | undefined): void {
        this.steps.hidden = !steps;
        const text = JSON.stringify(steps);
        if (!steps || text === this.shownSteps) return;
        this.shownSteps = text;
        const all = steps.children ?? [];
        const now = all.find((step) => step.selected === "now");
        setText(byId("lesson-title"), now?.label ?? steps.label);
        setAttribute(this.steps, "aria-label", steps.label);
        this.steps.replaceChildren(...all.map((step, at) => this.mark(steps, step, at + 1)));
        if (this.step && now && this.step !== now.id) this.toTop();
        this.step = now?.id ?? "";
    }

    // Another step begins at its first line, also where the whole page scrolls.
    private toTop(): void {
        this.page.scrollTo({ top: 0 });
        const { top } = this.section.getBoundingClientRect();
        if (top < 0 || top > window.innerHeight) this.section.scrollIntoView({ block: "start" });
    }

    private mark(steps: UiNode, step: UiNode, number: number): HTMLElement {
        const state = (step.selected ?? "open") as "done" | "locked" | "now" | "open";
        const id = step.id.slice("step.".length);
        const name = `${number} ${step.label}: ${t(`web.step_${state}`)}`;
        const button = el("button", { type: "button", class: "step-mark", "data-id": step.id, "data-state": state,
            "aria-label": name, title: step.help || step.label },
            state === "done" || state === "locked" ? icon(marks[state]) : String(number));
        setAttribute(button, "aria-current", state === "now" ? "step" : null);
        button.addEventListener("click", () => this.act(steps.id, id, 0));
        return el("li", {}, button);
    }

    private showWay(button: HTMLButtonElement, node: UiNode | undefined): void {
        button.hidden = !node;
        if (!node) return;
        button.value = node.id;
        setText(button, node.label);
        setAttribute(button, "title", node.help || null);
        button.disabled = node.enabled === false;
        button.classList.toggle("primary", node.primary === true);
    }
}
