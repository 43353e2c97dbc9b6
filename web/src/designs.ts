// Every tested design with its picture: go back to one, compare two, write down what the real
// thing did.
import type { Act } from "./controls";
import { drawing, el, setAttribute, setText } from "./dom";
import { findGroup, GroupView } from "./dom_renderer";
import type { Engine, UiNode } from "./engine";
import { t } from "./i18n";

const picture = { width: 480, height: 300 }; // shown at about half that size

export class Designs {
    private readonly list: HTMLElement;
    private readonly comparison: HTMLElement;
    private readonly cards = new Map<string, Card>();
    private readonly chosen: string[] = []; // to compare, the newest last

    constructor(private readonly container: HTMLElement, private readonly engine: Engine,
                private readonly act: Act, private readonly changed: () => void) {
        this.list = container.querySelector<HTMLElement>(".cards")!;
        this.comparison = container.querySelector<HTMLElement>(".comparison")!;
    }

    // What the engine has to spell out.
    open(): string[] {
        const opened = [...this.cards].filter(([, card]) => card.details.open).map(([id]) => id);
        return [...new Set([...opened, ...this.chosen])];
    }

    show(ui: UiNode): void {
        const nodes = findGroup(ui, "designs")?.children ?? [];
        this.container.hidden = nodes.length === 0;
        const wanted = new Set(nodes.map((node) => node.id));
        for (const [id, card] of this.cards)
            if (!wanted.has(id)) {
                card.element.remove();
                this.cards.delete(id);
            }
        for (const node of nodes) this.showOne(node);
        this.compare(nodes.filter((node) => this.chosen.includes(node.id)));
    }

    private showOne(node: UiNode): void {
        let card = this.cards.get(node.id);
        if (!card) {
            card = new Card(node, this.engine, this.act, this.changed, (on) => this.choose(node.id, on));
            this.cards.set(node.id, card);
            this.list.prepend(card.element);
        }
        card.update(node, this.chosen.includes(node.id));
    }

    private choose(id: string, on: boolean): void {
        const at = this.chosen.indexOf(id);
        if (at >= 0) this.chosen.splice(at, 1);
        if (on) this.chosen.push(id);
        if (this.chosen.length > 2) this.chosen.shift();
        this.changed();
    }

    private compare(nodes: readonly UiNode[]): void {
        const [one, other] = nodes;
        this.comparison.hidden = !one || !other;
        if (!one || !other) return;
        const numbers = (node: UiNode) => (node.children ?? []).filter((child) => child.role === "readout");
        const rows = numbers(one).map((child, index) => {
            const beside = numbers(other)[index];
            const differs = child.valueText !== beside?.valueText;
            return el("tr", { class: differs ? "differs" : "" }, el("th", { scope: "row" }, child.label),
                el("td", {}, child.valueText ?? "–"), el("td", {}, beside?.valueText ?? "–"));
        });
        const pictures = [one, other].map((node) => el("td", {}, this.cards.get(node.id)?.copy() ?? ""));
        this.comparison.replaceChildren(el("table", {},
            el("thead", {}, el("tr", {}, el("td"), ...[one, other].map((node) => el("th", { scope: "col" }, node.label)))),
            el("tbody", {}, el("tr", {}, el("td"), ...pictures), ...rows)));
    }
}

class Card {
    readonly element: HTMLElement;
    readonly details = el("details", { class: "found" });
    private readonly box = el("div", { class: "picture" });
    private readonly title = el("h3");
    private readonly origin = el("p", { class: "help" });
    private readonly choice = el("input", { type: "checkbox" });
    private readonly view: GroupView;
    private readonly back: HTMLElement;
    private readonly compare = el("span");
    private readonly found = el("summary");
    private drawn = "";

    constructor(node: UiNode, private readonly engine: Engine, private readonly act: Act,
                changed: () => void, choose: (on: boolean) => void) {
        this.back = el("button", { type: "button", class: "plain-button", "data-id": `${node.id}.recall` });
        this.back.addEventListener("click", () => this.act(`${node.id}.recall`, "", 0));
        this.choice.addEventListener("change", () => choose(this.choice.checked));
        const list = el("div", { class: "section-list" });
        this.details.append(this.found, list);
        this.details.addEventListener("toggle", changed);
        this.view = new GroupView(list, act);
        this.element = el("article", { class: "card", "data-id": node.id }, this.box, this.title, this.origin,
            el("div", { class: "card-tools" }, this.back, el("label", { class: "toggle" }, this.choice, this.compare)),
            this.details);
    }

    update(node: UiNode, chosen: boolean): void {
        setText(this.back, t("web.recall"));
        setText(this.compare, t("web.compare"));
        setText(this.found, t("web.found"));
        this.title.textContent = node.valueText ? `${node.label}: ${node.valueText}` : node.label;
        const parent = /^run\.(\d+)$/.exec(node.selected ?? "")?.[1];
        this.origin.textContent = parent ? t("web.made_from", { run: parent }) : "";
        this.choice.checked = chosen;
        setAttribute(this.element, "aria-label", node.label);
        const shown = this.details.open ? (node.children ?? []) : [];
        this.view.show(shown.filter((child) => child.role === "readout" || child.role === "field"));
        if (!this.drawn) this.draw(Number(node.id.split(".")[1]));
    }

    copy(): Node | undefined {
        return this.box.firstElementChild?.cloneNode(true);
    }

    private draw(run: number): void {
        this.drawn = this.engine.design({ run, ...picture });
        const svg = this.drawn ? drawing(this.drawn) : null;
        if (svg) this.box.replaceChildren(svg);
    }
}
