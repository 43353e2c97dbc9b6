// The things on the stage as buttons over the canvas, for keyboards and screen readers. One tab
// stop for all of them; the arrows go from one to the next. Enter chooses a thing; what can be
// edited follows the arrows then, until Escape lets go. Other keys go to the stage's own tools.
import { el, setAttribute, setText } from "./dom";
import { Deed, type Engine, type StageItem } from "./engine";

const arrows: Readonly<Record<string, string>> = {
    ArrowLeft: "Left", ArrowRight: "Right", ArrowUp: "Up", ArrowDown: "Down",
};

function nameOf(event: KeyboardEvent): string {
    const name = event.key.length === 1 ? event.key : (arrows[event.key] ?? event.key);
    return event.ctrlKey || event.metaKey ? `Ctrl+${name.toUpperCase()}` : name;
}

export class StageItems {
    private readonly buttons = new Map<string, HTMLButtonElement>();
    private order: StageItem[] = [];
    private current = "";
    private held = "";
    editable = false; // things can be moved

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
        setAttribute(button, "tabindex", item.id === this.current ? "0" : "-1");
        setAttribute(button, "aria-pressed", String(item.selected));
    }

    private key(event: KeyboardEvent): void {
        if (event.altKey) return;
        const arrow = arrows[event.key];
        if (arrow !== undefined && !this.held) this.go(arrow === "Left" || arrow === "Up" ? -1 : 1);
        else if (event.key === "Home") this.go(-this.order.length);
        else if (event.key === "End") this.go(this.order.length);
        else if (event.key === "Escape") this.release();
        else if (event.key === "Tab" || event.key === " " || !this.send(event)) return;
        event.preventDefault();
    }

    private send(event: KeyboardEvent): boolean {
        const refusal = this.engine.key(nameOf(event), event.shiftKey);
        if (refusal === null) return false;
        this.refused(refusal);
        this.touched();
        return true;
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
        this.deed(item.id, Deed.select);
        this.held = this.editable && !item.selected ? item.id : "";
    }

    private release(): void {
        this.held = "";
        this.engine.key("Escape", false);
        this.engine.item("", Deed.select);
        this.touched();
    }

    private deed(id: string, deed: number): void {
        this.refused(this.engine.item(id, deed));
        this.touched();
    }
}
