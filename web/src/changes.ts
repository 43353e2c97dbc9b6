// Says what the last edit made of the figures, once they are found and the hand rests.
import { setText } from "./dom";
import type { UiNode } from "./engine";
import { t } from "./i18n";

const rest = 700; // ms
const most = 2; // figures; the others can be read

export class Changes {
    private timer = 0;
    private told = "";

    constructor(private readonly place: HTMLElement) {}

    show(readouts: readonly UiNode[]): void {
        const changed = readouts.filter((node) => node.before && node.enabled);
        const text = changed.slice(0, most).map(sentence).join(" ");
        if (text === this.told) return;
        this.told = text;
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => setText(this.place, text), rest);
    }
}

function sentence(node: UiNode): string {
    const args = { label: node.label, before: node.before ?? "", after: node.valueText ?? "" };
    return t("web.changed", args) + (node.trendText ? ` ${t("web.changed_trend", { trend: node.trendText })}` : "");
}
