// The words of the page around the lab. Those of the lab itself come from the engine.
import * as tables from "page-strings";

import { languages, type Language } from "./engine";

let current: Language = "nl";

export function isLanguage(code: string | null): code is Language {
    return (languages as readonly (string | null)[]).includes(code);
}

export function language(): Language {
    return current;
}

export function t(key: string, args: Readonly<Record<string, string>> = {}): string {
    const text = tables[current][key];
    if (text === undefined) return `‹${key}›`;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
}

// Numbers for text fields: as the language writes them, without thousands marks.
export function editable(value: number): string {
    const format = new Intl.NumberFormat(current, { maximumSignificantDigits: 6, useGrouping: false });
    return format.format(value);
}

// Elements say what they show: data-t for their text, data-t-label for their accessible name.
export function translatePage(to: Language, root: ParentNode = document): void {
    current = to;
    document.documentElement.lang = to;
    for (const element of root.querySelectorAll<HTMLElement>("[data-t]"))
        element.textContent = t(element.dataset["t"] ?? "");
    for (const element of root.querySelectorAll<HTMLElement>("[data-t-label]"))
        element.setAttribute("aria-label", t(element.dataset["tLabel"] ?? ""));
}
