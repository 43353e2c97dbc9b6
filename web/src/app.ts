// The page once the engine runs: every part shows what the engine says and hands it what a
// person does.
import { calm, onDeviceChange, paint, resolve, type ThemeChoice } from "./appearance";
import { Autosave } from "./autosave";
import { Changes } from "./changes";
import { Designs } from "./designs";
import { byId, icon, setText } from "./dom";
import { findGroup, GroupView } from "./dom_renderer";
import { Deed, Kind, type Engine, type Language, type PageState, type UiNode } from "./engine";
import type { Files } from "./files";
import { language, t, translatePage } from "./i18n";
import { Lesson } from "./lesson";
import { lessonFiles } from "./lesson_files";
import { Menu } from "./menu";
import type { Notice } from "./notice";
import { StageItems } from "./pdom";
import { Graph, showRuns } from "./results";
import { Stage } from "./stage";
import { StageTabs } from "./stage_tabs";
import { StageTools } from "./stage_tools";
import { forgetWork, keepPreferences } from "./storage";
import { Tables } from "./tables";
import { Transport } from "./transport";

const zooms = [["zoom-in", 1.25, "plus"], ["zoom-out", 0.8, "minus"], ["zoom-fit", 0, "fit"]] as const;
const readoutInterval = 100; // ms between two updates of the numbers while it plays
const inSight = 8; // numbers that are always there; the lab gives the most wanted first
const slowInterval = 250; // the graph, and what screen readers hear of the stage

export class App {
    private page: PageState;
    private started = false;
    private shownAt = 0;
    private slowAt = 0;
    private readonly autosave: Autosave;
    private readonly stage: Stage;
    private readonly items: StageItems;
    private readonly transport: Transport;
    private readonly params: GroupView;
    private readonly fixed: GroupView;
    private readonly outputs: GroupView;
    private readonly moreOutputs: GroupView;
    private readonly messages: GroupView;
    private readonly checks: GroupView;
    private readonly jobs: GroupView;
    private readonly handovers: GroupView;
    private readonly tools: StageTools;
    private readonly tabs: StageTabs;
    private readonly lesson: Lesson;
    private readonly changes = new Changes(byId("changes"));
    private readonly tables: Tables;
    private readonly designs: Designs;
    private readonly menu: Menu;
    private readonly graph: Graph;

    constructor(private readonly engine: Engine, private readonly files: Files,
                private readonly notice: Notice, private readonly builtin: string,
                private theme: ThemeChoice) {
        engine.show(language(), resolve(theme), calm());
        this.page = engine.page();
        const act = (id: string, value: string, gesture: number) => this.act(id, value, gesture);
        const scenario = () => this.page.scenario || this.builtin;
        this.autosave = new Autosave(engine, scenario, () => notice.show(t("web.not_kept")));
        this.transport = new Transport(byId("transport"), act);
        this.params = new GroupView(byId("param-list"), act);
        this.fixed = new GroupView(byId("fixed-list"), act);
        this.outputs = new GroupView(byId("outputs"), act);
        this.moreOutputs = new GroupView(byId("more-outputs"), act);
        this.messages = new GroupView(byId("messages"), act);
        this.checks = new GroupView(byId("check-list"), act);
        this.jobs = new GroupView(byId("jobs"), act);
        this.handovers = new GroupView(byId("handovers"), (id) => {
            void this.handOver(id);
            return "";
        });
        this.tools = new StageTools(byId("palette"), byId("actions"), byId("looks"), act);
        this.tabs = new StageTabs(byId("stage-tabs"), byId("scene"), act);
        this.lesson = new Lesson(act);
        lessonFiles.begin(engine);
        this.tables = new Tables(byId("tables"), act, () => this.refresh());
        this.designs = new Designs(byId("designs"), engine, act, () => this.refresh());
        this.graph = new Graph(byId("graph"), engine);
        const refused = (why: string) => (why ? notice.show(why, { error: true }) : undefined);
        this.items = new StageItems(byId("things"), engine, () => this.touched(), refused);
        this.stage = new Stage(byId("scene"), engine, {
            changed: (more) => this.changed(more),
            touched: () => this.autosave.soon(),
            refused,
            lost: () => notice.show(t("web.gl_lost")),
            back: () => notice.clear(),
        });
        this.menu = new Menu(engine, files, notice, scenario, {
            opened: () => this.opened(), fresh: () => this.fresh(),
        });
        for (const [id, factor, name] of zooms) {
            const button = byId<HTMLButtonElement>(id);
            button.append(icon(name));
            button.addEventListener("click", () => this.stage.zoom(factor));
        }
        if (!this.stage.hasGl) notice.show(t("web.no_gl"));
        document.addEventListener("visibilitychange", () => this.pauseWhenHidden());
        onDeviceChange(() => this.show(language(), this.theme));
    }

    // The stage has drawn; now everything around it.
    start(): void {
        this.started = true;
        this.refresh();
    }

    show(to: Language, theme: ThemeChoice): void {
        this.theme = theme;
        keepPreferences({ language: to, theme });
        translatePage(to);
        paint(theme);
        this.engine.show(to, resolve(theme), calm());
        this.refresh();
    }

    private act(id: string, value: string, gesture: number): string {
        // A row or a rule points at its thing on the stage.
        const shown = /^show:(.+)$/.exec(id)?.[1];
        const refusal = shown ? this.engine.item(shown, Deed.select) : this.engine.act(id, value, gesture);
        // A control with a text field shows its own refusal.
        if (refusal && !/^(param\.|item\.|run\.\d+\.real\.|job\.\w+\.)/.test(id)) this.notice.show(refusal, { error: true });
        this.touched();
        return refusal;
    }

    // Another scenario takes over; the work that is left here is kept first.
    private async handOver(id: string): Promise<void> {
        try {
            await this.files.scenarios();
        } catch {
            return this.notice.show(t("web.not_fetched"), { error: true });
        }
        this.autosave.now();
        const refusal = this.engine.act(id, "", 0);
        if (refusal) this.notice.show(refusal, { error: true });
        this.opened();
    }

    private touched(): void {
        this.autosave.soon();
        this.stage.request();
    }

    // `more`: another frame follows, so this one may be skipped.
    private changed(more: boolean): void {
        if (!this.started) return;
        if (this.page.playing) this.autosave.soon();
        const now = performance.now();
        if (more && now - this.shownAt < readoutInterval) return;
        this.update(now, more);
    }

    // Other work is on the table: what was open in the old one is not.
    private opened(): void {
        lessonFiles.begin(this.engine);
        this.autosave.soon();
        this.refresh();
    }

    private refresh(): void {
        this.stage.request();
        this.update(performance.now(), false);
    }

    private update(now: number, more: boolean): void {
        this.shownAt = now;
        const page = (this.page = this.engine.page([...this.tables.open(), ...this.designs.open()]));
        const group = (id: string) => findGroup(page.ui, id);
        document.title = t("web.page_title", { lab: page.title });
        setText(byId("title"), page.title);
        setText(byId("params-title"), group("params")?.label ?? "");
        setText(byId("outputs-title"), group("outputs")?.label ?? "");
        this.transport.show(page);
        const settings = group("params")?.children ?? [];
        const readouts = group("outputs")?.children ?? [];
        const isSetting = (node: UiNode) => node.id.startsWith("param.");
        this.params.show(settings.filter(changeable).map(onlyChangeable));
        this.showChecks(group("checks")?.children ?? []);
        this.jobs.show(group("jobs")?.children ?? []);
        this.handovers.show(group("handovers")?.children ?? []);
        this.lesson.show(page.ui);
        this.tabs.show(page.ui);
        this.tools.show(page.ui);
        this.items.editable = group("tools") !== undefined;
        byId("scene").classList.toggle("edits", this.items.editable);
        this.menu.show(group("exports")?.children ?? [], page.imports);
        const numbers = changedFirst(readouts.filter((node) => !isSetting(node)));
        this.outputs.show(numbers.slice(0, inSight));
        this.changes.show(numbers);
        this.moreOutputs.show(numbers.slice(inSight));
        byId("more").hidden = numbers.length <= inSight;
        this.showFixed([...readouts.filter(isSetting), ...settings.flatMap(fixedIn)]);
        const messages = shortened(group("messages")?.children ?? []);
        byId("hint").hidden = messages.length > 0;
        this.messages.show(messages);
        showRuns(byId("runs"), page.runs);
        if (more && now - this.slowAt < slowInterval) return;
        this.slowAt = now;
        this.graph.show(page);
        const things = this.engine.items();
        this.items.show(things);
        this.tables.show(page.ui, new Set(things.filter((item) => item.selected).map((item) => item.id)));
        this.designs.show(page.ui);
    }

    private showChecks(checks: readonly UiNode[]): void {
        byId("checks").hidden = checks.length === 0;
        const met = checks.filter((check) => check.selected === "yes").length;
        setText(byId("checks-count"), t("web.checks_met", { met: String(met), all: String(checks.length) }));
        this.checks.show(checks);
    }

    // What the scenario holds fast.
    private showFixed(nodes: readonly UiNode[]): void {
        byId("fixed").hidden = nodes.length === 0;
        this.fixed.show(nodes.map((node) => ({ ...node, role: "readout", enabled: true })));
    }

    // Starting over can be taken back: the work is only gone when something new is made.
    private fresh(): void {
        const before = this.engine.save();
        const problems = this.engine.open(Kind.builtin, this.builtin);
        if (problems.length > 0) return this.notice.show(problems.join("\n"), { error: true });
        this.autosave.cancel();
        forgetWork(this.page.scenario || this.builtin);
        this.refresh();
        const bringBack = () => {
            this.engine.open(Kind.save, before);
            this.touched();
            this.refresh();
        };
        this.notice.show(t("web.fresh_done"), { action: { label: t("web.bring_back"), run: bringBack } });
    }

    private pauseWhenHidden(): void {
        if (document.visibilityState === "hidden" && this.page.playing) this.act("run.play", "", 0);
    }
}

// How it began and how it ended; what lies between can be played back.
function shortened(messages: readonly UiNode[]): readonly UiNode[] {
    const [first, last] = [messages[0], messages[messages.length - 1]];
    return first && last && messages.length > 2 ? [first, last] : messages;
}

// A few figures that the last edit changed come before the other numbers.
function changedFirst(nodes: readonly UiNode[]): readonly UiNode[] {
    const changed = nodes.filter((node) => node.before).slice(0, 3);
    return [...changed, ...nodes.filter((node) => !changed.includes(node))];
}

function fixedIn(node: UiNode): readonly UiNode[] {
    if (node.role === "group") return (node.children ?? []).flatMap(fixedIn);
    return node.enabled ? [] : [node];
}

function changeable(node: UiNode): boolean {
    return node.role === "group" ? (node.children ?? []).some(changeable) : node.enabled === true;
}

function onlyChangeable(node: UiNode): UiNode {
    return node.role === "group" ? { ...node, children: (node.children ?? []).filter(changeable) } : node;
}
