// Brings the wasm in, with progress, from the one file that the build made.
import start from "lab-glue";

import { Engine, type Glue, type GlueOptions } from "./engine";

// A share of the way, 0..1, as bytes arrive.
export type Progress = (share: number) => void;

async function count(response: Response, progress: Progress): Promise<void> {
    const reader = response.body?.getReader();
    if (!reader) return;
    let bytes = 0;
    for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        bytes += value.length;
        progress(Math.min(1, bytes / WASM_BYTES));
    }
}

// Compiles while the bytes arrive; a server that sends a wrong MIME type costs a little time only.
async function instantiate(imports: WebAssembly.Imports, progress: Progress) {
    const response = await fetch(WASM_URL, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`${response.status}`);
    const copy = response.clone();
    const counting = count(response.clone(), progress).catch(() => undefined);
    try {
        return await WebAssembly.instantiateStreaming(response, imports);
    } catch {
        return await WebAssembly.instantiate(await copy.arrayBuffer(), imports);
    } finally {
        await counting;
    }
}

export function load(progress: Progress, onAbort: (reason: unknown) => void): Promise<Engine> {
    return new Promise((resolve, reject) => {
        const options: GlueOptions = {
            instantiateWasm(imports, ready) {
                instantiate(imports, progress).then((made) => ready(made.instance), reject);
                return {};
            },
            onAbort,
        };
        start(options).then((glue) => resolve(new Engine(glue as Glue)), reject);
    });
}
