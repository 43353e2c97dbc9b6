// One message of the page itself at a time, with at most one thing to do about it.
import { byId } from "./dom";

interface Options {
    error?: boolean;
    action?: { label: string; run(): void };
}

export class Notice {
    private readonly box = byId("notice");
    private readonly text = byId("notice-text");
    private readonly action = byId<HTMLButtonElement>("notice-action");

    constructor() {
        byId("notice-close").addEventListener("click", () => this.clear());
        this.box.addEventListener("keydown", (event) => {
            if (event.key === "Escape") this.clear();
        });
    }

    show(text: string, { error = false, action }: Options = {}): void {
        this.box.hidden = false;
        this.box.classList.toggle("error", error);
        this.text.textContent = text;
        this.action.hidden = !action;
        this.action.textContent = action?.label ?? "";
        this.action.onclick = () => {
            this.clear();
            action?.run();
        };
    }

    clear(): void {
        this.box.hidden = true;
        this.text.textContent = "";
    }
}
