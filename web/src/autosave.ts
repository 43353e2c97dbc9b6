// Keeps the work on this device: a second after a change, and at once when the page goes away.
import type { Engine } from "./engine";
import { keepWork } from "./storage";

const pause = 1000; // ms

export class Autosave {
    private timer = 0;
    private kept = "";
    private told = false;

    constructor(private readonly engine: Engine, private readonly scenario: () => string,
                private readonly refused: () => void) {
        addEventListener("pagehide", () => this.flush());
        document.addEventListener("visibilitychange", () => {
            if (document.visibilityState === "hidden") this.flush();
        });
    }

    // Something changed by a person's hand.
    soon(): void {
        if (!this.timer) this.timer = window.setTimeout(() => this.flush(), pause);
    }

    // Before other work takes its place.
    now(): void {
        this.soon();
        this.flush();
    }

    cancel(): void {
        clearTimeout(this.timer);
        this.timer = 0;
    }

    private flush(): void {
        if (!this.timer) return;
        this.cancel();
        const hash = this.engine.hash();
        if (hash === this.kept) return;
        this.kept = hash;
        if (keepWork(this.scenario(), this.engine.save()) || this.told) return;
        this.told = true; // once is enough
        this.refused();
    }
}
