// What build.mjs puts into the bundle.
declare module "lab-glue" {
    const start: (options: unknown) => Promise<unknown>; // GlueOptions, Glue
    export default start;
}

declare module "page-strings" {
    export const nl: Readonly<Record<string, string>>;
    export const en: Readonly<Record<string, string>>;
}

declare const WASM_URL: string;
declare const WASM_BYTES: number; // decoded size, for the progress bar
// What is fetched when it is needed: URLs by path among the engine's assets.
declare const FILES: Readonly<Record<string, string>>;
