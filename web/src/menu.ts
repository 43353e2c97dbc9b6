// The menu: what a person takes away or brings along.
import { byId } from "./dom";
import { Kind, type Engine } from "./engine";
import { language, t } from "./i18n";
import type { Notice } from "./notice";
import { download } from "./storage";

export interface MenuEvents {
    opened(): void; // other work is on the table now
    fresh(): void;
}

const biggestFile = 16 * 1024 * 1024;

export class Menu {
    private readonly details = byId<HTMLDetailsElement>("menu");
    private readonly file = byId<HTMLInputElement>("file");

    constructor(private readonly engine: Engine, private readonly notice: Notice,
                private readonly scenario: () => string, private readonly events: MenuEvents) {
        for (const button of this.details.querySelectorAll<HTMLButtonElement>("[data-do]")) {
            button.disabled = false;
            button.addEventListener("click", () => this.run(button.dataset["do"] ?? ""));
        }
        this.file.addEventListener("change", () => void this.open());
        this.details.addEventListener("keydown", (event) => {
            if (event.key !== "Escape") return;
            this.close();
            this.details.querySelector("summary")?.focus();
        });
        document.addEventListener("pointerdown", (event) => {
            if (!this.details.contains(event.target as Node)) this.close();
        });
        this.details.addEventListener("focusout", (event) => {
            const to = event.relatedTarget;
            if (to instanceof Node && !this.details.contains(to)) this.close();
        });
    }

    private close(): void {
        this.details.open = false;
    }

    private run(what: string): void {
        const name = this.scenario() || "proeftuin";
        const dutch = language() === "nl";
        if (what === "save") download(`${name}.proeftuin`, "application/json", this.engine.save());
        if (what === "runs") download(`${name}-${t("web.file_runs")}.csv`, "text/csv", this.engine.runsCsv(dutch));
        if (what === "recording") download(`${name}.csv`, "text/csv", this.engine.recordingCsv(dutch));
        if (what === "result") download(`${name}.json`, "application/json", this.engine.result());
        if (what === "drawing") download(`${name}.svg`, "image/svg+xml", this.engine.drawing());
        if (what === "open") this.file.click();
        if (what === "fresh") this.events.fresh();
        this.close();
    }

    private async open(): Promise<void> {
        const file = this.file.files?.[0];
        this.file.value = ""; // the same file may be opened twice
        if (!file) return;
        if (file.size > biggestFile) return this.notice.show(t("web.too_big"), { error: true });
        const isScenario = /\.ya?ml$/i.test(file.name);
        const problems = isScenario
            ? this.engine.open(Kind.scenario, `${file.name}\n${await file.text()}`)
            : this.engine.open(Kind.save, new Uint8Array(await file.arrayBuffer()));
        if (problems.length > 0) return this.notice.show(problems.join("\n"), { error: true });
        this.events.opened();
        this.notice.show(t("web.opened", { name: file.name }));
    }
}
