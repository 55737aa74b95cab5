/**
 * <clause-search api="https://host"> searches clauses of resolutions from any page.
 *   api="…"      address of a Clausegraph server; default: where this script came from
 *   static="…"   address of an exported folder: searches without a server
 *   modal        a button that opens the search; without it the search box stands in the page
 *   hotkeys="none"  no Ctrl/Cmd-K and no "/"; "all": both, even where the page has a search of its own, which otherwise keeps them.
 *                Of several elements on a page the first one has the keys
 *   theme="…"    light or dark; default: the page's color-scheme
 *   recent       keeps the last searches in this browser and offers them in the empty box
 *   lang="…"     en fr es ru ar zh; default: the page's language
 *   limit="…"    clauses shown, 1 to 20
 *   label="…"    what the box is called, where "Search resolutions" is not it
 * Content inside the element (a plain form, say) is the fallback without JavaScript.
 */
export interface Hit {
  readonly symbol: string | null;
  readonly title: string;
  readonly label: string;
  readonly text: string;
  readonly date: string | null;
  readonly marks: readonly (readonly [number, number])[];
  /** The page of the document, and the clause's place on it. */
  readonly page: string;
  readonly anchor: string;
}

/** A work that the query names. */
export interface Named {
  readonly title: string;
  readonly citedBy: number;
  readonly href: string;
}

/** What the list offers: a work, a clause, or a query. */
type Choice = Hit | Named | Asked;

interface Asked {
  readonly query: string;
  readonly text: string;
}

export interface Found {
  readonly works: readonly Named[];
  readonly hits: readonly Hit[];
  readonly total: number;
  /** Whether there may be more than the total. */
  readonly cut?: boolean;
}

export type Search = (query: string, limit: number, signal: AbortSignal) => Promise<Found>;

// Placeholder, button, nothing found, failed, close, how many, no connection, too many, show all, searching, cited by.
const words: Record<string, readonly string[]> = {
  en: ["Search resolutions", "Search", "No clause matches", "The search failed. Try again.", "Close", "Clauses found: {n}", "No connection. Try again later.", "Too many searches at once. Try again in {n} s.", "Show all ({n})", "Searching…", "Cited by {n}"],
  fr: ["Rechercher dans les résolutions", "Rechercher", "Aucun paragraphe ne correspond", "La recherche a échoué. Réessayez.", "Fermer", "Paragraphes trouvés : {n}", "Pas de connexion. Réessayez plus tard.", "Trop de recherches à la fois. Réessayez dans {n} s.", "Tout afficher ({n})", "Recherche…", "Citations : {n}"],
  es: ["Buscar en las resoluciones", "Buscar", "Ningún párrafo coincide", "La búsqueda falló. Inténtelo de nuevo.", "Cerrar", "Párrafos encontrados: {n}", "Sin conexión. Inténtelo más tarde.", "Demasiadas búsquedas a la vez. Inténtelo dentro de {n} s.", "Mostrar todos ({n})", "Buscando…", "Citado por {n}"],
  ru: ["Поиск по резолюциям", "Поиск", "Ничего не найдено", "Поиск не удался. Повторите попытку.", "Закрыть", "Пунктов: {n}", "Нет связи. Повторите позже.", "Слишком много запросов. Повторите через {n} с.", "Показать все ({n})", "Идёт поиск…", "Ссылок: {n}"],
  ar: ["ابحث في القرارات", "بحث", "لا توجد فقرة مطابقة", "تعذر البحث. حاول مرة أخرى.", "إغلاق", "عدد الفقرات: {n}", "لا اتصال. حاول لاحقا.", "عمليات بحث كثيرة. حاول بعد {n} ث.", "عرض الكل ({n})", "جار البحث…", "الاستشهادات: {n}"],
  zh: ["搜索决议", "搜索", "没有匹配的段落", "搜索失败，请重试。", "关闭", "{n} 个段落", "无法连接，请稍后再试。", "搜索过于频繁，请在 {n} 秒后重试。", "显示全部（{n}）", "正在搜索…", "被引用 {n} 次"],
};

const style = new CSSStyleSheet();
style.replaceSync(`
:host{--cg-bg:light-dark(#fff,#171b20);--cg-text:light-dark(#1b1f24,#e8ecf0);--cg-muted:light-dark(#555e68,#a7b0ba);--cg-line:light-dark(#c4cad1,#454d56);--cg-accent:light-dark(#0b57a4,#8ec1f7);--cg-active:light-dark(#e8f0f9,#24303d);--cg-mark:light-dark(#fdf0b3,#5b4a00);--cg-marked:light-dark(#1b1f24,#fff);--cg-radius:8px;--cg-font:inherit;--cg-size:1rem;--cg-width:40rem;--cg-list:24rem;--cg-gap:.6rem;--cg-shadow:0 8px 30px #0003;--cg-backdrop:#0006;display:block;font-family:var(--cg-font);font-size:var(--cg-size);color:var(--cg-text);line-height:1.5}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark}
*{box-sizing:border-box;font:inherit}
input,button{color:inherit;background:var(--cg-bg);border:1px solid var(--cg-line);border-radius:var(--cg-radius);padding:var(--cg-gap);min-height:44px}
input{width:100%}
:focus-visible{outline:3px solid var(--cg-accent);outline-offset:1px}
form{position:relative;max-width:var(--cg-width)}
.row{display:flex;gap:var(--cg-gap)}
.list{list-style:none;margin:4px 0 0;padding:0;max-height:var(--cg-list);overflow:auto;background:var(--cg-bg);border:1px solid var(--cg-line);border-radius:var(--cg-radius)}
form>.list{position:absolute;z-index:10;inset-inline:0;box-shadow:var(--cg-shadow)}
dialog form>.list{position:static;box-shadow:none}
button{flex:none;white-space:nowrap}
.list[hidden]{display:none}
.option{padding:var(--cg-gap);cursor:pointer;border-block-end:1px solid var(--cg-line)}
.option[aria-selected=true],.option:hover{background:var(--cg-active)}
.head,.title{display:block}
.head{color:var(--cg-accent);font-weight:600}
.title{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.meta,.status{color:var(--cg-muted);font-size:.875em}
.status{min-height:1.5em;margin:.3em 0 0}
.option:last-child{border:0}
.all{color:var(--cg-accent)}
mark{background:var(--cg-mark);color:var(--cg-marked)}
dialog{width:min(var(--cg-width),calc(100vw - 2rem));margin:10vh auto auto;padding:1rem;color:inherit;background:var(--cg-bg);border:1px solid var(--cg-line);border-radius:var(--cg-radius);box-shadow:var(--cg-shadow)}
dialog::backdrop{background:var(--cg-backdrop)}`);

const make = (tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/** A stretch of text around the first mark, with its marks as elements: never as markup. */
const snippet = (text: string, marks: Hit["marks"]): (Node | string)[] => {
  const before = Math.max(0, (marks[0]?.[0] ?? 0) - 60);
  const from = before && Math.min(text.indexOf(" ", before) + 1, marks[0]![0]);
  const to = Math.min(text.length, from + 220);
  const out: (Node | string)[] = from > 0 ? ["…"] : [];
  let at = from;
  for (const [start, end] of marks) {
    if (start < at || end > to) continue;
    out.push(text.slice(at, start), make("mark", { part: "mark" }, text.slice(start, end)));
    at = end;
  }
  out.push(text.slice(at, to), to < text.length ? "…" : "");
  return out;
};

/** Leads to the clause, with its first words marked by browsers that can. */
const addressOf = (choice: Hit | Named): string => "href" in choice ? choice.href
  : `${choice.page}#${encodeURIComponent(choice.anchor)}:~:text=${encodeURIComponent(choice.text.split(/\s+/).slice(0, 6).join(" ")).replace(/-/g, "%2D")}`;

const overHttp = (base: string): Search => async (query, limit, signal) => {
  const answer = await fetch(`${base}/v1/search?limit=${limit}&q=${encodeURIComponent(query)}`, { signal, credentials: "omit" });
  if (!answer.ok) throw answer;
  const found = await answer.json();
  return {
    total: found.total.value,
    works: found.works.map((w: { id: string; title: string; citedBy: number }): Named => ({ title: w.title, citedBy: w.citedBy, href: `${base}/works/${encodeURIComponent(w.id)}` })),
    hits: found.hits.map((h: { id: string; document: string; symbol: string | null; title: string; label: string; text: string; date: string | null; highlights: { start: number; end: number }[] }): Hit => ({
      symbol: h.symbol, title: h.title, label: h.label, text: h.text, date: h.date, marks: h.highlights.map((m) => [m.start, m.end] as const),
      page: `${base}/documents/${encodeURIComponent(h.document)}`, anchor: h.id.slice(h.document.length + 1),
    })),
  };
};

/** Searches files; the script that can is loaded only where it is needed. */
const overFiles = (base: string): Search => {
  let search: Promise<Search> | undefined;
  return async (query, limit, signal) => {
    search ??= import(new URL("clause-files.js", import.meta.url).href).then((files) => files.overFiles(base));
    search.catch(() => { search = undefined; });
    return (await search)(query, limit, signal);
  };
};

/** A search of the page's own, which keeps its keys. */
const ownSearch = ":is([role=search],search,input[type=search],.DocSearch,.VPNavBarSearch button,[data-md-component=search],#docsearch):not(clause-search *)";

class ClauseSearch extends HTMLElement {
  private readonly root = this.attachShadow({ mode: "open" });
  private words = words["en"]!;
  private input!: HTMLInputElement;
  private list!: HTMLElement;
  private status!: HTMLElement;
  private dialog: HTMLDialogElement | null = null;
  private search!: Search;
  private site = "";
  private choices: readonly Choice[] = [];
  private active = -1;
  private timer = 0;
  private language = "en";
  private asked = new AbortController();

  connectedCallback(): void {
    if (this.getAttribute("hotkeys") !== "none") document.addEventListener("keydown", this.hotkey);
    if (this.input) return;
    this.root.adoptedStyleSheets = [style];
    this.language = (this.lang || document.documentElement.lang || "en").slice(0, 2);
    this.words = words[this.language] ?? words["en"]!;
    this.dir = this.language === "ar" ? "rtl" : this.dir || "auto";
    const folder = this.getAttribute("static");
    const files = folder === null ? undefined : new URL(folder, document.baseURI).href.replace(/\/$/, "");
    this.site = (this.getAttribute("api") ?? new URL("..", import.meta.url).href).replace(/\/$/, "");
    this.search = files !== undefined ? overFiles(files) : overHttp(this.site);

    const [searching, button, , , close] = this.words as [string, string, string, string, string];
    const placeholder = this.getAttribute("label") ?? searching;
    this.input = make("input", { type: "search", name: "q", role: "combobox", part: "input", autocomplete: "off", spellcheck: "false", placeholder, "aria-label": placeholder, "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "l", maxlength: "500" }) as HTMLInputElement;
    this.list = make("ul", { id: "l", class: "list", part: "list", role: "listbox", "aria-label": placeholder, hidden: "" });
    this.status = make("p", { class: "status", part: "status", role: "status" });
    const form = make("form", { role: "search", "aria-label": placeholder, part: "form", action: `${this.site}/`, method: "get" }, this.input, this.list) as HTMLFormElement;
    form.addEventListener("submit", (event) => {
      event.preventDefault(); // a page's form-action need not name the server
      const query = this.input.value.trim();
      if (files !== undefined) void this.ask();
      else if (query) this.leave(`${this.site}/?q=${encodeURIComponent(query)}`);
    });
    if (this.hasAttribute("modal")) {
      const trigger = make("button", { type: "button", part: "trigger", "aria-haspopup": "dialog" }, button);
      const shut = make("button", { type: "button", part: "close" }, close);
      form.prepend(make("div", { class: "row" }, this.input, shut));
      this.dialog = make("dialog", { part: "dialog", "aria-label": placeholder }, form, this.status) as HTMLDialogElement;
      trigger.addEventListener("click", () => this.open());
      shut.addEventListener("click", () => this.dialog!.close());
      this.dialog.addEventListener("click", (event) => { if (event.target === this.dialog) this.dialog!.close(); });
      this.root.append(trigger, this.dialog);
    } else this.root.append(form, this.status);

    this.input.addEventListener("input", () => { clearTimeout(this.timer); this.timer = setTimeout(() => void this.ask(), files === undefined ? 120 : 40); });
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("focus", () => { if (!this.input.value) this.show(this.asks()); });
    this.input.addEventListener("blur", () => { if (!this.dialog) setTimeout(() => this.show([]), 150); });
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = (event.target as Element).closest("[role=option]");
      if (option) this.go([...this.list.children].indexOf(option), event.ctrlKey || event.metaKey);
    });
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.hotkey);
    this.asked.abort();
  }

  private readonly hotkey = (event: KeyboardEvent): void => {
    const at = event.composedPath()[0] as HTMLElement;
    const typing = at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName ?? "");
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (typing || event.defaultPrevented || (this.getAttribute("hotkeys") !== "all" && document.querySelector(ownSearch)) || !(slash || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)))) return;
    event.preventDefault();
    this.open();
  };

  private open(): void {
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
    this.input.focus();
    this.input.select();
  }

  private async ask(): Promise<void> {
    this.asked.abort();
    const query = this.input.value.trim();
    if (query.length < 2) { this.status.textContent = ""; this.show(query ? [] : this.asks()); return; }
    const { signal } = this.asked = new AbortController();
    const slow = setTimeout(() => { this.status.textContent = this.words[9]!; }, 500);
    try {
      const { works, hits, total, cut } = await this.search(query, Math.min(20, Number(this.getAttribute("limit")) || 8), signal);
      if (signal.aborted) return;
      this.status.textContent = this.words[total === 0 && works.length === 0 ? 2 : 5]!.replace("{n}", total + (cut ? "+" : ""));
      const more = total > hits.length && !this.hasAttribute("static");
      this.show([...works, ...hits, ...(more ? [{ query, text: this.words[8]!.replace("{n}", String(total)) }] : [])]);
    } catch (error) {
      if (signal.aborted) return;
      this.show([]);
      const busy = error instanceof Response && error.status === 429;
      this.status.textContent = this.words[busy ? 7 : error instanceof TypeError ? 6 : 3]!.replace("{n}", busy ? error.headers.get("retry-after") ?? "5" : "");
    } finally {
      clearTimeout(slow);
    }
  }

  private show(choices: readonly Choice[]): void {
    this.choices = choices;
    this.list.replaceChildren(...choices.map((choice, i) => {
      const option = make("li", { id: `o${i}`, class: "option", part: "option", role: "option", "aria-selected": "false" });
      const line = (style: string, text: string): void => option.append(make("span", { class: style, dir: "auto" }, text));
      if ("query" in choice) line("all", choice.text);
      else if ("href" in choice) { line("head", choice.title); line("meta", this.words[10]!.replace("{n}", String(choice.citedBy))); }
      else {
        line("head", `${choice.symbol ?? choice.title} ${choice.label}`);
        if (choice.symbol && choice.title !== choice.symbol) line("title", choice.title);
        option.append(make("span", { dir: "auto" }, ...snippet(choice.text, choice.marks)), make("span", { class: "meta" }, ` ${this.day(choice.date)}`));
      }
      return option;
    }));
    this.list.hidden = choices.length === 0;
    this.input.setAttribute("aria-expanded", String(choices.length > 0));
    this.choose(-1);
  }

  private day(date: string | null): string {
    return date?.length === 10 ? new Date(date).toLocaleDateString(this.language === "en" ? "en-GB" : this.language, { dateStyle: "long", timeZone: "UTC" }) : date ?? "";
  }

  // Not named like an attribute: Vue and React would assign to it.
  private asks(): readonly Asked[] {
    try {
      return this.hasAttribute("recent") ? (JSON.parse(localStorage.getItem("clause-search") ?? "[]") as string[]).map((query) => ({ query, text: query })) : [];
    } catch {
      return []; // no storage here
    }
  }

  private leave(address: string, beside = false): void {
    const query = this.input.value.trim();
    try {
      if (query && this.hasAttribute("recent"))
        localStorage.setItem("clause-search", JSON.stringify([query, ...this.asks().map((r) => r.text).filter((r) => r !== query)].slice(0, 5)));
    } catch { /* no storage here */ }
    if (beside) open(address, "_blank", "noopener");
    else location.assign(address);
  }

  private choose(index: number): void {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = index;
    const option = this.list.children[index];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private key(event: KeyboardEvent): void {
    const count = this.choices.length;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.choose(((this.active + step + 1 + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.go(this.active, event.ctrlKey || event.metaKey);
    } else if (event.key === "Escape" && !this.list.hidden && !this.dialog) {
      event.preventDefault();
      this.show([]);
    } else if (event.key === "Escape" && this.dialog) {
      event.preventDefault(); // a search field would take the first Escape for itself
      this.dialog.close();
    }
  }

  private go(index: number, beside: boolean): void {
    const choice = this.choices[index];
    if (!choice) return;
    if (!("query" in choice)) this.leave(addressOf(choice), beside);
    else if (this.input.value) this.leave(`${this.site}/?q=${encodeURIComponent(choice.query)}`, beside);
    else { this.input.value = choice.query; void this.ask(); }
  }
}

customElements.define("clause-search", ClauseSearch);
