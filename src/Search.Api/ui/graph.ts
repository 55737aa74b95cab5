/**
 * A timeline whose works and links are one stop of the Tab key: arrows left and right go from work to work by date, up and down through
 * the links of the work. What joins to the work in focus, or under the pointer, stands out.
 */
class TimelineGraph extends HTMLElement {
  private nodes: SVGAElement[] = [];
  private links: SVGAElement[] = [];
  private current: SVGAElement | null = null;
  private at: SVGAElement | null = null;

  connectedCallback(): void {
    this.nodes = [...this.querySelectorAll<SVGAElement>("a.node")];
    this.links = [...this.querySelectorAll<SVGAElement>("a.link")];
    for (const each of [...this.nodes, ...this.links]) each.setAttribute("tabindex", "-1");
    const centre = this.querySelector<SVGAElement>("a.centre") ?? this.nodes[0] ?? null;
    this.at = centre;
    this.stop(centre);
    const hint = this.getAttribute("hint");
    if (hint) {
      const text = document.createElement("p");
      text.className = "muted hint";
      text.textContent = hint;
      this.before(text);
    }
    this.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("focusin", (event) => this.show(this.linkIn(event.target)));
    this.addEventListener("focusout", () => this.show(null));
    this.addEventListener("pointerover", (event) => this.show(this.linkIn(event.target)));
    this.addEventListener("pointerleave", () => this.show(null));
  }

  private linkIn(target: EventTarget | null): SVGAElement | null {
    return target instanceof Element ? target.closest<SVGAElement>("a.node, a.link") : null;
  }

  private stop(element: SVGAElement | null): void {
    this.current?.setAttribute("tabindex", "-1");
    element?.setAttribute("tabindex", "0");
    this.current = element;
  }

  private of(node: SVGAElement): SVGAElement[] {
    const id = node.dataset["id"];
    return this.links.filter((l) => l.dataset["from"] === id || l.dataset["to"] === id);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.at) return;
    const here = this.nodes.indexOf(this.at);
    let to: SVGAElement | undefined;
    switch (event.key) {
      case "ArrowLeft": to = this.nodes[Math.max(0, here - 1)]; break;
      case "ArrowRight": to = this.nodes[Math.min(this.nodes.length - 1, here + 1)]; break;
      case "Home": to = this.nodes[0]; break;
      case "End": to = this.nodes[this.nodes.length - 1]; break;
      case "ArrowUp":
      case "ArrowDown": {
        // The work itself, then its links, in a ring.
        const ring = [this.at, ...this.of(this.at)];
        const now = this.current ? Math.max(0, ring.indexOf(this.current)) : 0;
        to = ring[(now + (event.key === "ArrowDown" ? 1 : ring.length - 1)) % ring.length];
        break;
      }
      case "Escape": to = this.at; break;
      default: return;
    }
    if (!to) return;
    event.preventDefault();
    if (to.classList.contains("node")) this.at = to;
    this.stop(to);
    to.focus();
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private show(element: SVGAElement | null): void {
    for (const old of this.querySelectorAll(".near")) old.classList.remove("near");
    this.classList.toggle("focused", element !== null);
    if (!element) return;
    element.classList.add("near");
    if (!element.querySelector("title")) {
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = element.getAttribute("aria-label");
      element.prepend(title);
    }
    if (!element.classList.contains("node")) {
      for (const node of this.nodes)
        if (node.dataset["id"] === element.dataset["from"] || node.dataset["id"] === element.dataset["to"]) node.classList.add("near");
      return;
    }
    const ids = new Set<string | undefined>();
    for (const link of this.of(element)) {
      link.classList.add("near");
      ids.add(link.dataset["from"]).add(link.dataset["to"]);
    }
    for (const node of this.nodes) if (ids.has(node.dataset["id"])) node.classList.add("near");
  }
}

customElements.define("timeline-graph", TimelineGraph);

/** The number beside a slider follows it. */
for (const range of document.querySelectorAll<HTMLInputElement>("input[type=range]")) {
  const output = range.nextElementSibling;
  if (output instanceof HTMLOutputElement) range.addEventListener("input", () => { output.value = range.value; });
}
