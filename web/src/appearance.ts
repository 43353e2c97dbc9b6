// The theme: what the device asks for, or what the person chose.
import { themes, type Theme } from "./engine";

export type ThemeChoice = Theme | "auto";

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");
const motion = matchMedia("(prefers-reduced-motion: reduce)");

export function isThemeChoice(code: string | null): code is ThemeChoice {
    return code === "auto" || (themes as readonly (string | null)[]).includes(code);
}

export function resolve(choice: ThemeChoice): Theme {
    if (choice !== "auto") return choice;
    return contrast.matches ? "contrast" : dark.matches ? "dark" : "light";
}

export function calm(): boolean {
    return motion.matches;
}

export function paint(choice: ThemeChoice): void {
    if (choice === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = choice;
}

export function onDeviceChange(then: () => void): void {
    for (const query of [dark, contrast, motion]) query.addEventListener("change", then);
}
