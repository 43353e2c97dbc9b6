// Shows a group of LabUi nodes in a container: makes what is new, updates what stays, removes
// what is gone, keeps the order.
import { makeControl, type Act, type Control } from "./controls";
import type { UiNode } from "./engine";

export class GroupView {
    private readonly controls = new Map<string, Control & { shape: string }>();

    constructor(private readonly container: HTMLElement, private readonly act: Act,
                private readonly make: typeof makeControl = makeControl) {}

    show(nodes: readonly UiNode[]): void {
        const wanted = new Set(nodes.map((node) => node.id));
        for (const [id, control] of this.controls)
            if (!wanted.has(id)) this.drop(id, control);
        let after: Element | null = null;
        for (const node of nodes) {
            const element = this.ensure(node);
            if (!element) continue;
            const place: Element | null = after ? after.nextElementSibling : this.container.firstElementChild;
            if (place !== element) this.container.insertBefore(element, place);
            after = element;
        }
    }

    private ensure(node: UiNode): HTMLElement | null {
        const shape = `${node.role} ${(node.options ?? []).map((option) => option.id).join()} ${!!node.help}`;
        const present = this.controls.get(node.id);
        if (present?.shape === shape) {
            present.update(node);
            return present.element;
        }
        if (present) this.drop(node.id, present);
        const made = this.make(node, this.act, this.controls.size === 0);
        if (!made) return null;
        this.controls.set(node.id, { ...made, shape });
        return made.element;
    }

    private drop(id: string, control: Control): void {
        control.element.remove();
        this.controls.delete(id);
    }
}

export function findGroup(root: UiNode, id: string): UiNode | undefined {
    return root.children?.find((node) => node.id === id);
}
