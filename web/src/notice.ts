// One message of the page itself at a time, with at most one thing to do about it.
import { byId } from "./dom";

const shownFor = 8000; // ms that a brief one stays

interface Options {
    error?: boolean;
    brief?: boolean; // it leaves by itself
    action?: { label: string; run(): void };
}

export class Notice {
    private readonly box = byId("notice");
    private readonly text = byId("notice-text");
    private readonly action = byId<HTMLButtonElement>("notice-action");
    private timer = 0;

    constructor() {
        byId("notice-close").addEventListener("click", () => this.clear());
        this.box.addEventListener("keydown", (event) => {
            if (event.key === "Escape") this.clear();
        });
    }

    show(text: string, { error = false, brief = false, action }: Options = {}): void {
        this.box.hidden = false;
        this.box.classList.toggle("error", error);
        this.text.textContent = text;
        this.action.hidden = !action;
        this.action.textContent = action?.label ?? "";
        this.action.onclick = () => {
            this.clear();
            action?.run();
        };
        clearTimeout(this.timer);
        if (brief) this.timer = window.setTimeout(() => this.clear(), shownFor);
    }

    clear(): void {
        clearTimeout(this.timer);
        this.box.hidden = true;
        this.text.textContent = "";
    }
}
