// Small helpers to make elements.

type Attributes = Readonly<Record<string, string | boolean>>;

export function el<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    attributes: Attributes = {},
    ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
        if (value !== false) element.setAttribute(name, value === true ? "" : value);
    element.append(...children);
    return element;
}

// The element with this id; the page is ours, so a missing one is a bug.
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
    const element = document.getElementById(id);
    if (!element) throw new Error(`#${id}`);
    return element as T;
}

export function setText(element: Element, text: string): void {
    if (element.textContent !== text) element.textContent = text;
}

export function setAttribute(element: Element, name: string, value: string | null): void {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

// SVG text from the engine as an element. The page's policy allows no style attributes, and the
// page's own style says the same.
export function drawing(svg: string): SVGElement | null {
    const plain = svg.replace(/ style="[^"]*"/, "");
    const root = new DOMParser().parseFromString(plain, "image/svg+xml").documentElement;
    return root.nodeName === "svg" ? (document.importNode(root, true) as Element as SVGElement) : null;
}

// 24-unit line drawings.
const icons = {
    play: "M7 4.5v15l12-7.5z",
    pause: "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z",
    step: "M5 5v14l9-7zM16 5h3v14h-3z",
    back: "M19 5v14l-9-7zM5 5h3v14H5z",
    rewind: "M12.5 5v14L4 12zM21 5v14l-8.5-7zM3 5h2v14H3z",
    slower: "M12 5v14l-9-7zM21 5v14l-9-7z",
    faster: "M3 5v14l9-7zM12 5v14l9-7z",
    undo: "M8 4 3 9l5 5v-3.5h5.5a3.75 3.75 0 0 1 0 7.5H8V20h5.5a5.75 5.75 0 0 0 0-11.5H8z",
    redo: "m16 4 5 5-5 5v-3.5h-5.5a3.75 3.75 0 0 0 0 7.5H16V20h-5.5a5.75 5.75 0 0 1 0-11.5H16z",
    reset: "M12 5V2L7 6l5 4V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-7z",
    menu: "M4 6h16v2H4zM4 11h16v2H4zM4 16h16v2H4z",
    select: "M5 3v16l4.2-4 2.7 6 2.6-1.2-2.7-5.8H18z",
    band: "M3 5h6v2H5v4H3zM12 5h4v2h-4zM19 5h2v6h-2zM3 14h2v5H3zM8 17h4v2H8zM15 17h4v-3h2v5h-6z",
    node: "M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14zm0 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
    member: "M6 14a4 4 0 0 1 2.1.6l6.5-6.5a4 4 0 1 1 1.3 1.3l-6.5 6.5A4 4 0 1 1 6 14z",
    support: "M12 4 4 17h16zM3 19h18v2H3z",
    load: "M10.5 3h3v11H18l-6 7-6-7h4.5z",
    plus: "M10.5 4h3v6.5H20v3h-6.5V20h-3v-6.5H4v-3h6.5z",
    minus: "M4 10.5h16v3H4z",
    fit: "M3 3h7v2.5H5.5V10H3zM14 3h7v7h-2.500V5.500H14zM3 14h2.500v4.500H10V21H3zM18.500 14H21v7h-7v-2.500h4.500z",
    done: "M9.500 18.500 3 12l2-2 4.500 4.500L19 5l2 2z",
    open: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13z",
    lock: "M7 10V7a5 5 0 0 1 10 0v3h2v11H5V10zm2.500 0h5V7a2.500 2.500 0 0 0-5 0z",
    up: "m12 6 8 9-2 2-6-6.500L6 17l-2-2z",
    down: "m12 18-8-9 2-2 6 6.500L18 7l2 2z",
    told: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm-1.200 8v6h2.400v-6zm0-3.700v2.400h2.400V7.300z",
    eye: "M12 5c5 0 8.500 4 10 7-1.500 3-5 7-10 7s-8.500-4-10-7c1.500-3 5-7 10-7zm0 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zm0 2.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
    warning: "M12 3 1.5 21h21zM11 10h2v5h-2zm0 6.5h2v2h-2z",
} as const;

export type Icon = keyof typeof icons;

export function isIcon(name: string): name is Icon {
    return name in icons;
}

export function icon(name: Icon): SVGSVGElement {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", "icon");
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", icons[name]);
    path.setAttribute("fill-rule", "evenodd");
    svg.append(path);
    return svg;
}
