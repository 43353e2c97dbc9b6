// The wasm side of the page: engine/web/abi.h in TypeScript. Text goes through one shared buffer,
// which moves when it grows; no view of it is kept between calls.

export interface Glue {
    HEAPU8: Uint8Array;
    _pt_buffer(bytes: number): number;
    _pt_open(kind: number, bytes: number): number;
    _pt_read(what: number, bytes: number): number;
    _pt_act(bytes: number, gesture: number): number;
    _pt_item(bytes: number, deed: number): number;
    _pt_pointer(kind: number, x: number, y: number, reach: number): number;
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

// A node of LabUi (engine/ui/lab_ui.h).
export interface UiNode {
    id: string;
    role: "group" | "slider" | "choice" | "button" | "toggle" | "readout" | "message";
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
    ui: UiNode;
    runs: RunsTable;
}

export interface StageItem {
    id: string;
    name: string;
    lines: string[];
    x: number; // CSS px from the stage's top left
    y: number;
    draggable: boolean;
    selected: boolean;
}

export interface PlotRequest {
    x: string;
    y: string;
    width: number;
    height: number;
}

export const Kind = { builtin: 0, scenario: 1, save: 2 } as const;
export const Deed = { focus: 0, leave: 1, select: 2, left: 3, right: 4, up: 5, down: 6 } as const;
export const Pointer = { move: 0, down: 1, up: 2, leave: 3 } as const;
export const Frame = { again: 1, changed: 2 } as const;
const What = {
    page: 0, items: 1, result: 2, plot: 3, drawing: 4, runsCsv: 5, recordingCsv: 6, save: 7, hash: 8,
} as const;
export const languages = ["nl", "en"] as const;
export const themes = ["light", "dark", "contrast"] as const;
export type Language = (typeof languages)[number];
export type Theme = (typeof themes)[number];

export class Engine {
    private readonly encoder = new TextEncoder();
    private readonly decoder = new TextDecoder();

    constructor(private readonly glue: Glue) {}

    // Sentences about what went wrong, or none.
    open(kind: number, content: string | Uint8Array): string[] {
        const length = this.glue._pt_open(kind, this.send(content));
        return JSON.parse(this.text(length)) as string[];
    }

    page(): PageState {
        return JSON.parse(this.read(What.page)) as PageState;
    }
    items(): StageItem[] {
        return JSON.parse(this.read(What.items)) as StageItem[];
    }
    result(): string {
        return this.read(What.result);
    }
    hash(): string {
        return this.read(What.hash);
    }
    plot(request: PlotRequest): string {
        return this.read(What.plot, request);
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
    // The cursor for that place.
    pointer(kind: number, x: number, y: number, reach: number): "default" | "pointer" | "grab" {
        const cursor = this.glue._pt_pointer(kind, x, y, reach);
        return cursor === 2 ? "grab" : cursor === 1 ? "pointer" : "default";
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
