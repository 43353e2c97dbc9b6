// The canvas: its size, its pointer, its frames, and what happens when the GPU goes away.
import { Frame, Pointer, type Engine } from "./engine";
import { drawing } from "./dom";

export interface StageEvents {
    changed(more: boolean): void; // what the page shows is different; more frames follow or not
    touched(): void; // a hand did something on it
    lost(): void; // the drawing is gone for a while
    back(): void;
}

const fingerReach = 22; // CSS px: half of a 44 px target
const mouseReach = 8;
const fallbackInterval = 200; // ms between two plain drawings while it plays

// Draws only when asked; while a run plays, each frame asks for the next.
export class Stage {
    private readonly canvas: HTMLCanvasElement;
    private readonly plain: HTMLElement;
    private requested = 0;
    private lastPlain = 0;
    private width = 1;
    private height = 1;
    private ratio = 1;
    readonly hasGl: boolean;

    constructor(private readonly box: HTMLElement, private readonly engine: Engine,
                private readonly events: StageEvents) {
        this.canvas = box.querySelector("canvas")!;
        this.plain = box.querySelector<HTMLElement>(".plain")!;
        this.hasGl = engine.gl(true);
        this.canvas.hidden = !this.hasGl;
        this.plain.hidden = this.hasGl;
        if (this.hasGl) this.listenForLoss();
        this.listenForPointer();
        new ResizeObserver(() => this.fit()).observe(box);
        this.watchPixelRatio();
        this.fit();
    }

    request(): void {
        if (!this.requested) this.requested = requestAnimationFrame((now) => this.frame(now));
    }

    private frame(now: number): void {
        this.requested = 0;
        const flags = this.engine.frame(now);
        if (!this.hasGl) this.drawPlain(now, (flags & Frame.again) !== 0);
        const more = (flags & Frame.again) !== 0;
        if (flags & Frame.changed) this.events.changed(more);
        if (more) this.request();
    }

    private drawPlain(now: number, playing: boolean): void {
        if (playing && now - this.lastPlain < fallbackInterval) return;
        this.lastPlain = now;
        const svg = drawing(this.engine.drawing({ width: this.width, height: this.height }));
        if (svg) this.plain.replaceChildren(svg);
    }

    private fit(): void {
        const { width, height } = this.box.getBoundingClientRect();
        if (width < 1 || height < 1) return;
        const ratio = Math.min(devicePixelRatio || 1, 2);
        if (width === this.width && height === this.height && ratio === this.ratio) return;
        this.width = width;
        this.height = height;
        this.ratio = ratio;
        this.canvas.width = Math.round(width * ratio);
        this.canvas.height = Math.round(height * ratio);
        this.engine.resize(width, height, ratio);
        // Setting the size cleared the canvas; wait no frame to fill it.
        cancelAnimationFrame(this.requested);
        this.frame(performance.now());
    }

    private watchPixelRatio(): void {
        const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
        query.addEventListener("change", () => {
            this.fit();
            this.watchPixelRatio();
        }, { once: true });
    }

    private listenForLoss(): void {
        this.canvas.addEventListener("webglcontextlost", (event) => {
            event.preventDefault(); // or it would never come back
            this.engine.gl(false);
            this.events.lost();
        });
        this.canvas.addEventListener("webglcontextrestored", () => {
            this.engine.gl(true);
            this.request();
            this.events.back();
        });
    }

    private listenForPointer(): void {
        const send = (kind: number, event: PointerEvent) => {
            const box = this.box.getBoundingClientRect();
            const reach = event.pointerType === "mouse" ? mouseReach : fingerReach;
            const cursor = this.engine.pointer(kind, event.clientX - box.left, event.clientY - box.top, reach);
            this.box.style.cursor = cursor;
            this.request();
        };
        this.box.addEventListener("pointermove", (event) => send(Pointer.move, event));
        this.box.addEventListener("pointerdown", (event) => {
            const onStage = event.target instanceof Element && !event.target.closest(".poster");
            if (event.button !== 0 || !onStage) return;
            this.box.setPointerCapture(event.pointerId); // a drag goes on outside an embedding frame
            send(Pointer.down, event);
        });
        this.box.addEventListener("pointerup", (event) => {
            send(Pointer.up, event);
            this.events.touched();
        });
        this.box.addEventListener("pointercancel", (event) => send(Pointer.leave, event));
        this.box.addEventListener("pointerleave", (event) => send(Pointer.leave, event));
    }
}
