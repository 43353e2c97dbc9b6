// The wasm side of the page: engine/web/abi.h in TypeScript. Text goes through one shared buffer,
// which moves when it grows; no view of it is kept between calls.

export interface Glue {
    HEAPU8: Uint8Array;
    _pt_buffer(bytes: number): number;
    _pt_open(kind: number, bytes: number): number;
    _pt_read(what: number, bytes: number): number;
    _pt_act(bytes: number, gesture: number): number;
    _pt_item(bytes: number, deed: number): number;
    _pt_pointer(kind: number, x: number, y: number, reach: number, flags: number): number;
    _pt_key(bytes: number, fine: number): number;
    _pt_zoom(factor: number, x: number, y: number): void;
    _pt_pan(x: number, y: number): void;
    _pt_frame(milliseconds: number): number;
    _pt_resize(width: number, height: number, ratio: number): void;
    _pt_gl(alive: number): number;
    _pt_show(language: number, theme: number, calm: number): void;
}

export interface GlueOptions {
    instantiateWasm(
        imports: WebAssembly.Imports,
        ready: (instance: WebAssembly.Instance) => void,
    ): Record<string, never>;
    onAbort(reason: unknown): void;
}

export interface UiOption {
    id: string;
    label: string;
}

export interface UiColumn {
    key: string;
    label: string;
    unit?: string;
    isText?: boolean;
    editable?: boolean;
    options?: UiOption[];
}

export interface UiCell {
    text: string;
    value?: number;
    selected?: string;
}

export interface UiRow {
    id: string;
    item?: string; // on the stage
    cells: UiCell[];
}

export interface TextSpan {
    text: string;
    style?: "bold" | "italic" | "superscript" | "subscript" | "link"; // else plain
    url?: string;
}

export interface TextBlock {
    kind?: "bullet" | "numbered" | "paragraph";
    spans?: TextSpan[];
}

// A node of LabUi (engine/ui/lab_ui.h).
export interface UiNode {
    id: string;
    role: "group" | "slider" | "choice" | "button" | "toggle" | "readout" | "message" | "field"
        | "requirement" | "progress" | "table" | "chart" | "prose" | "options" | "order" | "area" | "sketch"
        | "sentence" | "picture" | "plot";
    label: string;
    help?: string;
    unit?: string;
    min?: number;
    max?: number;
    step?: number;
    value?: number;
    valueText?: string;
    options?: UiOption[];
    selected?: string;
    enabled?: boolean;
    primary?: boolean;
    live?: boolean;
    error?: boolean;
    busy?: boolean; // a value that is being found
    before?: string; // what a figure was before the last edit
    trend?: "better" | "worse";
    trendText?: string;
    detail?: string; // of a requirement: its value beside its limit
    share?: number; // of that limit
    icon?: string;
    shortcut?: string;
    items?: string[];
    blocks?: TextBlock[]; // prose
    curve?: { x: number; y: number }[];
    many?: boolean; // of options: several may be chosen
    columns?: UiColumn[];
    rows?: UiRow[];
    children?: UiNode[];
}

export interface RunsTable {
    columns: string[];
    rows: string[][];
}

export interface PageState {
    title: string;
    scenario: string;
    playing: boolean;
    finished: boolean;
    step: number;
    reached: number;
    timeText: string;
    axes: UiOption[]; // what a plot can show
    imports: string[]; // endings of files that the lab takes in
    ui: UiNode;
    runs: RunsTable;
}

export interface StageItem {
    id: string;
    name: string;
    lines: string[];
    x: number; // CSS px from the stage's top left
    y: number;
    selected: boolean;
}

export interface PlotRequest {
    x: string;
    y: string;
    width: number;
    height: number;
}

export const Kind = { builtin: 0, scenario: 1, save: 2, import: 3, file: 4 } as const;
export const Deed = { focus: 0, leave: 1, select: 2 } as const;
export const Pointer = { move: 0, down: 1, up: 2, leave: 3 } as const;
export const Held = { adds: 1, free: 2 } as const; // with Shift, with Alt
export const Frame = { again: 1, changed: 2 } as const;
const What = {
    page: 0, items: 1, result: 2, plot: 3, drawing: 4, runsCsv: 5, recordingCsv: 6, save: 7, hash: 8,
    chart: 9, design: 10, exported: 11, exportName: 12,
    scenarios: 13, lessonFile: 14,
} as const;
export const languages = ["nl", "en"] as const;
export const themes = ["light", "dark", "contrast"] as const;
export type Language = (typeof languages)[number];
export type Theme = (typeof themes)[number];

// By Cursor of engine/web/page.h; the last one: a drag or a half-drawn thing.
const cursors = ["default", "pointer", "crosshair", "grabbing"] as const;
export interface Pointed {
    cursor: (typeof cursors)[number];
    refused: string;
}

export class Engine {
    private readonly encoder = new TextEncoder();
    private readonly decoder = new TextDecoder();

    constructor(private readonly glue: Glue) {}

    // Sentences about what went wrong, or none.
    open(kind: number, content: string | Uint8Array): string[] {
        const length = this.glue._pt_open(kind, this.send(content));
        return JSON.parse(this.text(length)) as string[];
    }

    // `open`: tables and tested designs that are shown in full.
    page(open: readonly string[] = []): PageState {
        return JSON.parse(this.read(What.page, { open })) as PageState;
    }
    items(): StageItem[] {
        return JSON.parse(this.read(What.items)) as StageItem[];
    }
    result(): string {
        return this.read(What.result);
    }
    // What else there is to do: built-in scenarios.
    scenarios(): UiOption[] {
        return JSON.parse(this.read(What.scenarios)) as UiOption[];
    }
    hash(): string {
        return this.read(What.hash);
    }
    plot(request: PlotRequest): string {
        return this.read(What.plot, request);
    }
    chart(request: { key: string; width: number; height: number }): string {
        return this.read(What.chart, request);
    }
    // A picture of a tested design; "" when it cannot be made any more.
    design(request: { run: number; width: number; height: number }): string {
        return this.read(What.design, request);
    }
    // A file of the lab; `refused` tells why there is none.
    exported(key: string): { name: string; refused: string; bytes: Uint8Array } {
        const request = this.send(JSON.stringify({ key }));
        const bytes = this.bytes(this.glue._pt_read(What.exported, request));
        const told = JSON.parse(this.read(What.exportName, { key })) as { name: string; refused: string };
        return { ...told, bytes };
    }
    // A picture of the lesson; empty when it has none of that name.
    lessonFile(path: string): Uint8Array {
        return this.bytes(this.glue._pt_read(What.lessonFile, this.send(JSON.stringify({ path }))));
    }
    drawing(size?: { width: number; height: number }): string {
        return this.read(What.drawing, size);
    }
    runsCsv(dutch: boolean): string {
        return this.read(What.runsCsv, { dutch });
    }
    recordingCsv(dutch: boolean): string {
        return this.read(What.recordingCsv, { dutch });
    }
    save(): Uint8Array {
        return this.bytes(this.glue._pt_read(What.save, this.send("{}")));
    }

    // A sentence about why not, or "".
    act(id: string, value: string, gesture = 0): string {
        return this.text(this.glue._pt_act(this.send(`${id}\0${value}`), gesture));
    }
    item(id: string, deed: number): string {
        return this.text(this.glue._pt_item(this.send(id), deed));
    }
    // The cursor for that place, and why something was refused, or "".
    pointer(kind: number, x: number, y: number, reach: number, flags: number): Pointed {
        const answer = this.glue._pt_pointer(kind, x, y, reach, flags);
        return { cursor: cursors[answer & 255] ?? "default", refused: this.text(answer >> 8) };
    }
    // null: not a key of the stage; else a sentence about why not, or "".
    key(name: string, fine: boolean): string | null {
        const answer = this.glue._pt_key(this.send(name), fine ? 1 : 0);
        return answer < 0 ? null : this.text(answer);
    }
    // A factor of 0 fits the drawing again.
    zoom(factor: number, x = 0, y = 0): void {
        this.glue._pt_zoom(factor, x, y);
    }
    pan(x: number, y: number): void {
        this.glue._pt_pan(x, y);
    }

    frame(milliseconds: number): number {
        return this.glue._pt_frame(milliseconds);
    }
    resize(width: number, height: number, ratio: number): void {
        this.glue._pt_resize(width, height, ratio);
    }
    // false: no WebGL2 here.
    gl(alive: boolean): boolean {
        return this.glue._pt_gl(alive ? 1 : 0) === 1;
    }
    show(language: Language, theme: Theme, calm: boolean): void {
        this.glue._pt_show(languages.indexOf(language), themes.indexOf(theme), calm ? 1 : 0);
    }

    private read(what: number, request: unknown = {}): string {
        return this.text(this.glue._pt_read(what, this.send(JSON.stringify(request))));
    }
    private send(content: string | Uint8Array): number {
        const bytes = typeof content === "string" ? this.encoder.encode(content) : content;
        const at = this.glue._pt_buffer(bytes.length);
        this.glue.HEAPU8.set(bytes, at);
        return bytes.length;
    }
    private bytes(length: number): Uint8Array {
        const at = this.glue._pt_buffer(0);
        return this.glue.HEAPU8.slice(at, at + length);
    }
    private text(length: number): string {
        return length === 0 ? "" : this.decoder.decode(this.bytes(length));
    }
}
