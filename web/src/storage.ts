// What stays on this device. A browser may refuse every one of these calls (private windows,
// frames of another site, a full disk); then the page works without.

export interface Preferences {
    language?: string;
    theme?: string;
    sections?: Readonly<Record<string, boolean>>; // open or closed, by the id of the section
}

const prefix = "proeftuin.";

function read(key: string): string | null {
    try {
        return localStorage.getItem(prefix + key);
    } catch {
        return null;
    }
}

function write(key: string, value: string): boolean {
    try {
        localStorage.setItem(prefix + key, value);
        return true;
    } catch {
        return false;
    }
}

function remove(key: string): void {
    try {
        localStorage.removeItem(prefix + key);
    } catch {
        // Nothing was kept, so nothing is left.
    }
}

export function preferences(): Preferences {
    try {
        const value: unknown = JSON.parse(read("preferences") ?? "{}");
        return typeof value === "object" && value !== null ? (value as Preferences) : {};
    } catch {
        return {};
    }
}

export function keepPreferences(value: Preferences): void {
    write("preferences", JSON.stringify({ ...preferences(), ...value }));
}

// What a person did with a section; undefined: nothing yet.
export function wasOpen(section: string): boolean | undefined {
    const open: unknown = preferences().sections?.[section];
    return typeof open === "boolean" ? open : undefined;
}

export function keepOpen(section: string, open: boolean): void {
    keepPreferences({ sections: { ...preferences().sections, [section]: open } });
}

// One autosave a scenario; false: it could not be kept.
export function keepWork(scenario: string, save: Uint8Array): boolean {
    return write(`work.${scenario}`, new TextDecoder().decode(save));
}

export function work(scenario: string): string | null {
    return read(`work.${scenario}`);
}

export function forgetWork(scenario: string): void {
    remove(`work.${scenario}`);
}

export function download(name: string, type: string, content: string | Uint8Array): void {
    const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
