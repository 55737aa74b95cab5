interface Suggested {
  readonly works: readonly { readonly id: string; readonly title: string; readonly canonical: string }[];
  readonly documents: readonly { readonly id: string; readonly title: string | null; readonly symbol: string | null }[];
  readonly words: readonly string[];
}

interface Choice {
  readonly text: string;
  readonly more: string;
  /** Where it leads; null for words, which go into the box. */
  readonly href: string | null;
}

/** Turns the input inside it into a combobox after the WAI-ARIA pattern: nothing is chosen until an arrow key is pressed. */
class SuggestBox extends HTMLElement {
  private static count = 0;
  private readonly options: { element: HTMLElement; choice: Choice }[] = [];
  private input!: HTMLInputElement;
  private list!: HTMLElement;
  private status!: HTMLElement;
  private active = -1;
  private typed = "";
  private timer = 0;
  private asked: AbortController | null = null;

  connectedCallback(): void {
    const input = this.querySelector("input");
    if (!input || this.list) return;
    this.input = input;
    const id = `suggestions-${++SuggestBox.count}`;
    this.list = document.createElement("div");
    this.list.id = id;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.getAttribute("works") ?? "");
    this.list.hidden = true;
    this.status = document.createElement("div");
    this.status.className = "unseen";
    this.status.setAttribute("role", "status");
    this.append(this.list, this.status);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", id], ["aria-haspopup", "listbox"]] as const)
      input.setAttribute(name, value);
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 120));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), 120);
  }

  /** The path that the site is served at: the form leads to its first page. */
  private get base(): string {
    return this.closest("form")!.getAttribute("action")!.replace(/\/$/, "");
  }

  private async ask(): Promise<void> {
    this.asked?.abort();
    const text = this.input.value.trim();
    if (text.length < 2) {
      this.close();
      return;
    }
    this.asked = new AbortController();
    try {
      const answer = await fetch(`${this.base}/v1/suggest?limit=5&q=${encodeURIComponent(text.slice(0, 200))}`, { signal: this.asked.signal });
      if (answer.ok && this.input.value.trim() === text) this.show(text, (await answer.json()) as Suggested);
    } catch {
      this.close();
    }
  }

  private show(text: string, found: Suggested): void {
    const language = this.getAttribute("lang-query");
    const tail = language ? `?lang=${language}` : "";
    this.list.replaceChildren();
    this.options.length = 0;
    this.active = -1;
    this.typed = this.input.value;
    this.input.removeAttribute("aria-activedescendant");
    this.group("works", found.works.map((w) => ({ text: w.title, more: w.canonical.includes("/") ? w.canonical : "", href: `${this.base}/works/${encodeURIComponent(w.id)}${tail}` })));
    const works = new Set(found.works.map((w) => w.id));
    this.group("documents", found.documents.filter((d) => !works.has(d.id)).map((d) => ({ text: d.title ?? d.id, more: d.symbol ?? "", href: `${this.base}/documents/${encodeURIComponent(d.id)}${tail}` })));
    this.group("words", found.words.filter((w) => w !== text).map((w) => ({ text: w, more: "", href: null })));
    const open = this.options.length > 0;
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.status.textContent = open ? (this.getAttribute("found") ?? "{0}").replace("{0}", String(this.options.length)) : this.getAttribute("none");
  }

  private group(name: string, choices: readonly Choice[]): void {
    if (choices.length === 0) return;
    const group = document.createElement("div");
    group.setAttribute("role", "group");
    const heading = document.createElement("div");
    heading.className = "heading";
    heading.id = `${this.list.id}-${name}`;
    heading.setAttribute("role", "presentation");
    heading.textContent = this.getAttribute(name);
    group.setAttribute("aria-labelledby", heading.id);
    group.append(heading);
    for (const choice of choices) {
      const option = document.createElement("div");
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.id = `${this.list.id}-${this.options.length}`;
      const main = document.createElement("bdi");
      main.textContent = choice.text;
      option.append(main);
      if (choice.more) {
        const more = document.createElement("span");
        more.textContent = choice.more;
        option.append(" ", more);
      }
      const at = this.options.length;
      option.addEventListener("click", () => this.choose(at));
      this.options.push({ element: option, choice });
      group.append(option);
    }
    this.list.append(group);
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        event.preventDefault();
        if (!open) {
          void this.ask();
          return;
        }
        this.move(event.key === "ArrowDown" ? 1 : -1);
        break;
      case "Enter":
        if (open && this.active >= 0) {
          event.preventDefault();
          this.choose(this.active);
        }
        break;
      case "Escape":
        if (open) {
          event.preventDefault();
          this.input.value = this.typed;
          this.close();
        }
        break;
      case "Tab":
        this.close();
        break;
    }
  }

  private move(step: number): void {
    const count = this.options.length;
    const from = this.active;
    // One place more than there are options: the text as it was typed.
    const to = ((from + 1 + step + count + 1) % (count + 1)) - 1;
    if (from >= 0) this.options[from]!.element.setAttribute("aria-selected", "false");
    this.active = to;
    if (to < 0) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    const { element } = this.options[to]!;
    element.setAttribute("aria-selected", "true");
    element.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", element.id);
  }

  private choose(at: number): void {
    const { choice } = this.options[at]!;
    this.close();
    if (choice.href) {
      location.assign(choice.href);
      return;
    }
    this.input.value = choice.text;
    this.input.form?.requestSubmit();
  }

  private close(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = "";
  }
}

customElements.define("suggest-box", SuggestBox);
