// Pictures and plots of the lesson that is open, as the engine gives them.
import { drawing } from "./dom";
import type { Engine } from "./engine";

const plotHeight = 200;

class LessonFiles {
    private engine: Engine | undefined;
    private addresses = new Map<string, string>();

    begin(engine: Engine): void {
        this.engine = engine;
        for (const address of this.addresses.values()) URL.revokeObjectURL(address);
        this.addresses.clear();
    }

    // "" when the lesson does not hold the file.
    address(file: string): string {
        const known = this.addresses.get(file);
        if (known !== undefined) return known;
        const bytes = this.engine?.lessonFile(file);
        const type = file.toLowerCase().endsWith(".png") ? "image/png" : "image/jpeg";
        const made = bytes && bytes.length > 0 ? URL.createObjectURL(new Blob([bytes.slice()], { type })) : "";
        this.addresses.set(file, made);
        return made;
    }

    plot(id: string, width: number): SVGElement | null {
        return this.engine ? drawing(this.engine.chart({ key: id, width, height: plotHeight })) : null;
    }
}

export const lessonFiles = new LessonFiles();
