// The menu: what a person takes away or brings along.
import { byId, el, setAttribute } from "./dom";
import { Kind, type Engine, type UiNode } from "./engine";
import type { Files } from "./files";
import { language, t } from "./i18n";
import type { Notice } from "./notice";
import { download } from "./storage";

export interface MenuEvents {
    opened(): void; // other work is on the table now
    fresh(): void;
}

const types: Readonly<Record<string, string>> = {
    pdf: "application/pdf", svg: "image/svg+xml", csv: "text/csv", json: "application/json",
};
const own = ["proeftuin", "yaml", "yml", "zip"];
const megabyte = 1024 * 1024;
const biggestFile = 40 * megabyte; // saved work that holds the largest zipped lesson

export class Menu {
    private readonly details = byId<HTMLDetailsElement>("menu");
    private shown = "";
    private imports: readonly string[] = [];
    private readonly file = byId<HTMLInputElement>("file");

    constructor(private readonly engine: Engine, private readonly files: Files,
                private readonly notice: Notice, private readonly scenario: () => string,
                private readonly events: MenuEvents) {
        for (const button of this.details.querySelectorAll<HTMLButtonElement>("[data-do]")) {
            button.disabled = false;
            button.addEventListener("click", () => this.run(button.dataset["do"] ?? ""));
        }
        this.details.addEventListener("toggle", () => this.details.open && void this.list());
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

    // The other experiments, as links: the work that is left here is kept.
    private async list(): Promise<void> {
        await this.files.scenarios().catch(() => this.notice.show(t("web.not_fetched"), { error: true }));
        const here = new URLSearchParams(location.search);
        byId("scenarios").replaceChildren(...this.engine.scenarios().map(({ id, label }) => {
            const query = new URLSearchParams({ scenario: id, lang: language() });
            const link = el("a", { href: `?${query.toString()}` }, label);
            if (id === (here.get("scenario") ?? "spaghettibrug")) link.setAttribute("aria-current", "page");
            return link;
        }));
    }

    // What the lab itself hands out.
    show(exports: readonly UiNode[], imports: readonly string[]): void {
        this.imports = imports;
        setAttribute(this.file, "accept", [...own, ...imports].map((ending) => `.${ending}`).join());
        const text = exports.map((node) => node.label).join("\n");
        if (this.shown === text) return;
        this.shown = text;
        byId("exports").replaceChildren(...exports.map((node) => {
            const button = el("button", { type: "button", title: node.help ?? "", "data-id": node.id }, node.label);
            button.addEventListener("click", () => this.hand(node.id.replace(/^export\./, "")));
            return button;
        }));
    }

    private hand(key: string): void {
        const { name, refused, bytes } = this.engine.exported(key);
        if (refused) this.notice.show(refused, { error: true });
        else download(name, types[name.split(".").pop() ?? ""] ?? "text/plain", bytes);
        this.close();
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

    // A scenario, saved work, or something for the lab that lies open, by its ending.
    private async take(file: File): Promise<string[]> {
        const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? "";
        if (["yaml", "yml", "zip"].includes(ending)) {
            const bytes = await new Blob([`${file.name}\n`, file]).arrayBuffer();
            return this.engine.open(Kind.scenario, new Uint8Array(bytes));
        }
        if (this.imports.includes(ending))
            return this.engine.open(Kind.import, `${ending}\n${await file.text()}`);
        return this.engine.open(Kind.save, new Uint8Array(await file.arrayBuffer()));
    }

    private async open(): Promise<void> {
        const file = this.file.files?.[0];
        this.file.value = ""; // the same file may be opened twice
        if (!file) return;
        if (file.size > biggestFile) {
            const sizes = { size: String(Math.round(file.size / megabyte)), limit: String(biggestFile / megabyte) };
            return this.notice.show(t("web.too_big", sizes), { error: true });
        }
        const problems = await this.take(file);
        if (problems.length > 0) return this.notice.show(problems.join("\n"), { error: true });
        this.events.opened();
        this.notice.show(t("web.opened", { name: file.name }), { brief: true });
    }
}
