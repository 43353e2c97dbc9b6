// The canvas: its size, its pointer, its frames, and what happens when the GPU goes away.
import { Frame, Held, Pointer, type Engine } from "./engine";
import { drawing } from "./dom";

export interface StageEvents {
    changed(more: boolean): void; // what the page shows is different; more frames follow or not
    touched(): void; // a hand did something on it
    refused(why: string): void;
    lost(): void; // the drawing is gone for a while
    back(): void;
}

const fingerReach = 22; // CSS px: half of a 44 px target
const mouseReach = 8;
const slack = 4; // CSS px that a click may move
const fallbackInterval = 200; // ms between two plain drawings while it plays

interface Place {
    x: number; // CSS px from the stage's top left
    y: number;
}

// Draws only when asked; while a run plays, each frame asks for the next.
export class Stage {
    private readonly canvas: HTMLCanvasElement;
    private readonly plain: HTMLElement;
    private requested = 0;
    private lastPlain = 0;
    private width = 1;
    private height = 1;
    private ratio = 1;
    private readonly fingers = new Map<number, Place>();
    private pressedAt: Place = { x: 0, y: 0 };
    private pans = false; // the pointer moves the paper
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

    // One finger or the mouse works on the drawing; where it finds nothing to hold it moves the
    // paper. Two fingers zoom.
    private listenForPointer(): void {
        this.box.addEventListener("pointermove", (event) => this.move(event));
        this.box.addEventListener("pointerdown", (event) => this.down(event));
        this.box.addEventListener("pointerup", (event) => this.up(event, Pointer.up));
        this.box.addEventListener("pointercancel", (event) => this.up(event, Pointer.leave));
        this.box.addEventListener("pointerleave", (event) => {
            if (!this.fingers.has(event.pointerId)) this.send(Pointer.leave, event);
        });
        this.box.addEventListener("dblclick", () => this.zoom(0));
        this.box.addEventListener("wheel", (event) => {
            if (!event.ctrlKey) return; // the page scrolls
            event.preventDefault();
            const at = this.place(event);
            this.engine.zoom(Math.exp(-event.deltaY / 300), at.x, at.y);
            this.moved(true);
        }, { passive: false });
    }

    // Around the middle; a factor of 0 fits the drawing again.
    zoom(factor: number): void {
        this.engine.zoom(factor, this.width / 2, this.height / 2);
        this.moved(factor > 0);
    }

    // The drawing no longer fits by itself: where there is little room only then does the way back
    // lie over it.
    private moved(on: boolean): void {
        this.box.classList.toggle("moved", on);
        this.request();
    }

    private place(event: MouseEvent): Place {
        const box = this.box.getBoundingClientRect();
        return { x: event.clientX - box.left, y: event.clientY - box.top };
    }

    private send(kind: number, event: PointerEvent): string {
        const at = this.place(event);
        const reach = event.pointerType === "mouse" ? mouseReach : fingerReach;
        const flags = (event.shiftKey ? Held.adds : 0) | (event.altKey ? Held.free : 0);
        const { cursor, refused } = this.engine.pointer(kind, at.x, at.y, reach, flags);
        this.box.style.cursor = cursor;
        if (refused) this.events.refused(refused);
        this.request();
        return cursor;
    }

    private down(event: PointerEvent): void {
        const onStage = event.target instanceof Element && !event.target.closest(".poster, .zoom");
        if (event.button !== 0 || !onStage) return;
        this.box.setPointerCapture(event.pointerId); // a drag goes on outside an embedding frame
        this.fingers.set(event.pointerId, this.place(event));
        if (this.fingers.size === 2) return void this.send(Pointer.leave, event);
        this.pans = this.send(Pointer.down, event) !== "grabbing";
        this.pressedAt = this.place(event);
    }

    private move(event: PointerEvent): void {
        const before = this.fingers.get(event.pointerId);
        const at = this.place(event);
        if (before) this.fingers.set(event.pointerId, at);
        if (this.fingers.size === 2 && before) return this.pinch(event.pointerId, before, at);
        const far = Math.hypot(at.x - this.pressedAt.x, at.y - this.pressedAt.y) > slack;
        if (!before || !this.pans || !far) {
            if (this.send(Pointer.move, event) === "grabbing") this.pans = false;
            return;
        }
        this.send(Pointer.leave, event);
        this.engine.pan(at.x - before.x, at.y - before.y);
        this.moved(true);
    }

    private pinch(moving: number, before: Place, at: Place): void {
        const other = [...this.fingers].find(([id]) => id !== moving)?.[1];
        if (!other) return;
        const apart = (place: Place) => Math.max(1, Math.hypot(place.x - other.x, place.y - other.y));
        this.engine.zoom(apart(at) / apart(before), (at.x + other.x) / 2, (at.y + other.y) / 2);
        this.moved(true);
    }

    private up(event: PointerEvent, kind: number): void {
        if (!this.fingers.delete(event.pointerId)) return;
        this.send(this.fingers.size === 0 ? kind : Pointer.leave, event);
        this.pans = false;
        this.events.touched();
    }
}
