// Starts the page: words and theme at once, the engine as soon as it is there.
import { App } from "./app";
import { isThemeChoice, paint, type ThemeChoice } from "./appearance";
import { byId } from "./dom";
import { Kind, type Engine, type Language } from "./engine";
import { Files } from "./files";
import { isLanguage, language, t, translatePage } from "./i18n";
import { load } from "./loader";
import { Notice } from "./notice";
import { keepPreferences, keepWork, preferences, work } from "./storage";

const query = new URLSearchParams(location.search);
const usual = "spaghettibrug";
const scenario = (query.get("scenario") ?? usual).replace(/[^\w-]/g, "");
const seed = /^\d{1,15}$/.test(query.get("seed") ?? "") ? ` ${query.get("seed")}` : "";

function first<T>(fits: (value: string | null) => value is T & string, ...values: (string | null)[]): T | null {
    return values.find(fits) ?? null;
}

function chosenLanguage(): Language {
    const device = navigator.language.slice(0, 2);
    return first<Language>(isLanguage, query.get("lang"), preferences().language ?? null, device) ?? "nl";
}

function chosenTheme(): ThemeChoice {
    return first<ThemeChoice>(isThemeChoice, query.get("theme"), preferences().theme ?? null) ?? "auto";
}

function radios(name: string): HTMLInputElement[] {
    return [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
}

function check(name: string, value: string): void {
    for (const input of radios(name)) input.checked = input.value === value;
}

function fail(key: string): void {
    const poster = byId("poster");
    poster.hidden = false;
    poster.classList.add("failed");
    byId("progress").hidden = true;
    byId("loading-text").dataset["t"] = key;
    byId("loading-text").textContent = t(key);
    const retry = byId<HTMLButtonElement>("retry");
    retry.hidden = false;
    retry.onclick = () => location.reload();
    byId("lab").removeAttribute("aria-busy");
}

// The work of last time, or the scenario as it is; sentences about what was wrong.
async function openFirst(engine: Engine, files: Files, notice: Notice): Promise<boolean> {
    const kept = seed ? null : work(scenario);
    if (kept !== null) {
        const problems = engine.open(Kind.save, kept);
        if (problems.length === 0) {
            notice.show(t("web.restored"), { brief: true });
            return true;
        }
        keepWork(`${scenario}.damaged`, new TextEncoder().encode(kept));
        notice.show(problems.join("\n"), { error: true });
    }
    const problems = engine.open(Kind.builtin, scenario + seed);
    if (problems.length === 0) return true;
    notice.show(problems.join("\n"), { error: true });
    await files.scenario(usual);
    return engine.open(Kind.builtin, usual).length === 0;
}

async function begin(): Promise<void> {
    let theme = chosenTheme();
    let wanted = chosenLanguage();
    let app: App | null = null;
    let files: Files | null = null;
    const notice = new Notice();
    const progress = byId<HTMLProgressElement>("progress");
    paint(theme);
    translatePage(wanted);
    check("language", language());
    check("theme", theme);
    const show = async (to: Language, look: ThemeChoice) => {
        wanted = to;
        theme = look;
        if (!app) {
            keepPreferences({ language: to, theme: look });
            translatePage(to);
            return paint(look);
        }
        try {
            await files?.words(to);
        } catch {
            wanted = language();
            check("language", wanted);
            return notice.show(t("web.not_fetched"), { error: true });
        }
        if (to === wanted) app.show(to, theme);
    };
    for (const input of radios("language"))
        input.addEventListener("change", () => isLanguage(input.value) && void show(input.value, theme));
    for (const input of radios("theme"))
        input.addEventListener("change", () => isThemeChoice(input.value) && void show(wanted, input.value));

    if (typeof WebAssembly !== "object") return fail("web.too_old");
    const loading = load((share) => (progress.value = share), () => fail("web.crashed"));
    files = new Files(loading);
    let engine: Engine;
    try {
        [engine] = await Promise.all([loading, files.words(language()), files.scenario(scenario)]);
        await files.words(language()); // another one may have been chosen meanwhile
    } catch {
        return fail("web.loading_failed");
    }
    engine.show(language(), "light", false); // errors of opening in the right language
    if (!(await openFirst(engine, files, notice))) return fail("web.loading_failed");
    const made = (app = new App(engine, files, notice, scenario, theme));
    byId("poster").hidden = true;
    // What lies around the stage comes a frame later: seeing it first is what a slow device needs.
    requestAnimationFrame(() => {
        performance.mark("lab-first-frame");
        setTimeout(() => {
            made.start();
            byId("lab").classList.remove("loading");
            byId("lab").removeAttribute("aria-busy");
            performance.mark("lab-ready");
        });
    });
}

addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) fail("web.crashed");
});
begin().catch(() => fail("web.crashed"));
