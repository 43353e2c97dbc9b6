// What comes apart from the wasm, when it is needed: the words of a language, a scenario.
import { Kind, type Engine, type Language } from "./engine";

export class Files {
    private readonly known = new Map<string, Promise<void>>();

    // Files are fetched while the engine is still on its way.
    constructor(private readonly engine: Promise<Engine>) {}

    words(language: Language): Promise<void> {
        return this.need(`strings/${language}.txt`);
    }

    // One that does not exist is the engine's to refuse: the name may be that of a bare lab.
    async scenario(id: string): Promise<void> {
        const path = Object.keys(FILES).find((path) => path.endsWith(`/scenarios/${id}.lab.yaml`));
        if (path) await this.need(path);
    }

    async scenarios(): Promise<void> {
        const all = Object.keys(FILES).filter((path) => path.includes("/scenarios/"));
        await Promise.all(all.map((path) => this.need(path)));
    }

    // Once; what failed is tried again the next time.
    private need(path: string): Promise<void> {
        const before = this.known.get(path);
        if (before) return before;
        const coming = this.bring(path);
        this.known.set(path, coming);
        coming.catch(() => this.known.delete(path));
        return coming;
    }

    private async bring(path: string): Promise<void> {
        const response = await fetch(FILES[path] ?? "", { credentials: "same-origin" });
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        const bytes = await new Blob([`${path}\n`, await response.blob()]).arrayBuffer();
        (await this.engine).open(Kind.file, new Uint8Array(bytes));
    }
}
