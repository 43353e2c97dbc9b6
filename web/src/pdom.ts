// The things on the stage as buttons over the canvas, for keyboards and screen readers. One tab
// stop for all of them; the arrows go from one to the next. Enter holds a thing that can be
// moved, then the arrows move it; Escape lets go.
import { el, setAttribute, setText } from "./dom";
import { Deed, type Engine, type StageItem } from "./engine";

const moves: Readonly<Record<string, number>> = {
    ArrowLeft: Deed.left, ArrowRight: Deed.right, ArrowUp: Deed.up, ArrowDown: Deed.down,
};

export class StageItems {
    private readonly buttons = new Map<string, HTMLButtonElement>();
    private order: StageItem[] = [];
    private current = "";
    private held = "";

    // `refused` gets the sentence when a move is not possible; `touched` follows every deed.
    constructor(private readonly container: HTMLElement, private readonly engine: Engine,
                private readonly touched: () => void, private readonly refused: (why: string) => void) {
        container.addEventListener("keydown", (event) => this.key(event));
        container.addEventListener("focusin", (event) => this.focused(event.target));
        container.addEventListener("focusout", () => this.left());
        container.addEventListener("click", (event) => this.pressed(event.target));
    }

    show(items: StageItem[]): void {
        this.order = items;
        if (!items.some((item) => item.id === this.current)) this.current = items[0]?.id ?? "";
        const wanted = new Set(items.map((item) => item.id));
        for (const [id, button] of this.buttons)
            if (!wanted.has(id)) {
                button.remove();
                this.buttons.delete(id);
            }
        for (const item of items) this.update(item);
    }

    private update(item: StageItem): void {
        let button = this.buttons.get(item.id);
        if (!button) {
            button = el("button", { type: "button", class: "thing", "data-item": item.id }, el("span"));
            this.buttons.set(item.id, button);
            this.container.append(button);
        }
        const text = [item.name, ...item.lines].join(". ");
        if (button.firstElementChild) setText(button.firstElementChild, text);
        button.style.transform = `translate(${Math.round(item.x)}px, ${Math.round(item.y)}px)`;
        button.classList.toggle("handle", item.draggable);
        setAttribute(button, "tabindex", item.id === this.current ? "0" : "-1");
        setAttribute(button, "aria-pressed", String(item.draggable ? this.held === item.id : item.selected));
    }

    private key(event: KeyboardEvent): void {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const move = moves[event.key];
        if (event.key === "Escape") this.release();
        else if (move !== undefined && this.held) this.deed(this.held, move);
        else if (move !== undefined) this.go(move === Deed.left || move === Deed.up ? -1 : 1);
        else if (event.key === "Home") this.go(-this.order.length);
        else if (event.key === "End") this.go(this.order.length);
        else return;
        event.preventDefault();
    }

    private go(by: number): void {
        const at = this.order.findIndex((item) => item.id === this.current);
        const next = this.order[Math.max(0, Math.min(this.order.length - 1, at + by))];
        if (next) this.buttons.get(next.id)?.focus({ preventScroll: true });
    }

    private focused(target: EventTarget | null): void {
        const id = target instanceof HTMLElement ? target.dataset["item"] : undefined;
        if (id === undefined) return;
        this.buttons.get(this.current)?.setAttribute("tabindex", "-1");
        this.current = id;
        this.buttons.get(id)?.setAttribute("tabindex", "0");
        this.deed(id, Deed.focus);
    }

    private left(): void {
        this.held = "";
        this.deed(this.current, Deed.leave);
    }

    private pressed(target: EventTarget | null): void {
        const button = target instanceof Element ? target.closest<HTMLElement>("[data-item]") : null;
        const item = this.order.find((one) => one.id === button?.dataset["item"]);
        if (!item) return;
        if (item.draggable) this.held = this.held === item.id ? "" : item.id;
        this.deed(item.id, Deed.select);
    }

    private release(): void {
        if (this.held) this.held = "";
        else this.engine.item("", Deed.select);
        this.touched();
    }

    private deed(id: string, deed: number): void {
        this.refused(this.engine.item(id, deed));
        this.touched();
    }
}
