/**
 * <clause-search api="https://host"> searches clauses of resolutions from any page.
 *   api="…"      address of a Clausegraph server; default: where this script came from
 *   static="…"   address of an exported folder: searches without a server
 *   modal        a button that opens the search; without it the search box stands in the page
 *   hotkeys="none"  no Ctrl/Cmd-K and no "/"; of several elements on a page the first one has the keys
 *   recent       keeps the last searches in this browser and offers them in the empty box
 *   lang="…"     en fr es ru ar zh; default: the page's language
 *   limit="…"    clauses shown, 1 to 20
 *   label="…"    what the box is called, where "Search resolutions" is not it
 * What stands inside the element (a plain form, say) is shown where scripts do not run.
 */
interface Hit {
  readonly title: string;
  readonly label: string;
  readonly text: string;
  readonly date: string | null;
  readonly marks: readonly (readonly [number, number])[];
  readonly href: string;
}

/** What the list offers: a clause, or a query. */
type Choice = Hit | { readonly query: string; readonly text: string };

interface Found {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** Whether there may be more than the total. */
  readonly cut?: boolean;
}

type Search = (query: string, limit: number, signal: AbortSignal) => Promise<Found>;

// Placeholder, button, nothing found, failed, close, how many, no connection, too many, show all, searching.
const words: Record<string, readonly string[]> = {
  en: ["Search resolutions", "Search", "No clause matches", "The search failed. Try again.", "Close", "Clauses found: {n}", "No connection. Try again later.", "Too many searches at once. Try again in {n} s.", "Show all ({n})", "Searching…"],
  fr: ["Rechercher dans les résolutions", "Rechercher", "Aucun paragraphe ne correspond", "La recherche a échoué. Réessayez.", "Fermer", "Paragraphes trouvés : {n}", "Pas de connexion. Réessayez plus tard.", "Trop de recherches à la fois. Réessayez dans {n} s.", "Tout afficher ({n})", "Recherche…"],
  es: ["Buscar en las resoluciones", "Buscar", "Ningún párrafo coincide", "La búsqueda falló. Inténtelo de nuevo.", "Cerrar", "Párrafos encontrados: {n}", "Sin conexión. Inténtelo más tarde.", "Demasiadas búsquedas a la vez. Inténtelo dentro de {n} s.", "Mostrar todos ({n})", "Buscando…"],
  ru: ["Поиск по резолюциям", "Поиск", "Ничего не найдено", "Поиск не удался. Повторите попытку.", "Закрыть", "Пунктов: {n}", "Нет связи. Повторите позже.", "Слишком много запросов. Повторите через {n} с.", "Показать все ({n})", "Идёт поиск…"],
  ar: ["ابحث في القرارات", "بحث", "لا توجد فقرة مطابقة", "تعذر البحث. حاول مرة أخرى.", "إغلاق", "عدد الفقرات: {n}", "لا اتصال. حاول لاحقا.", "عمليات بحث كثيرة. حاول بعد {n} ث.", "عرض الكل ({n})", "جار البحث…"],
  zh: ["搜索决议", "搜索", "没有匹配的段落", "搜索失败，请重试。", "关闭", "{n} 个段落", "无法连接，请稍后再试。", "搜索过于频繁，请在 {n} 秒后重试。", "显示全部（{n}）", "正在搜索…"],
};

const style = new CSSStyleSheet();
style.replaceSync(`
:host{--cg-bg:#fff;--cg-text:#1b1f24;--cg-muted:#555e68;--cg-line:#c4cad1;--cg-accent:#0b57a4;--cg-active:#e8f0f9;--cg-mark:#fdf0b3;--cg-radius:8px;--cg-font:inherit;--cg-size:1rem;--cg-width:40rem;--cg-list:24rem;--cg-gap:.6rem;--cg-shadow:0 8px 30px #0003;--cg-backdrop:#0006;display:block;font-family:var(--cg-font);font-size:var(--cg-size);color:var(--cg-text);line-height:1.5}
@media(prefers-color-scheme:dark){:host{--cg-bg:#171b20;--cg-text:#e8ecf0;--cg-muted:#a7b0ba;--cg-line:#454d56;--cg-accent:#8ec1f7;--cg-active:#24303d;--cg-mark:#5b4a00}}
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
.head{display:block;color:var(--cg-accent);font-weight:600}
.meta,.status{color:var(--cg-muted);font-size:.875em}
.status{min-height:1.5em;margin:.3em 0 0}
.option:last-child{border:0}
.all{color:var(--cg-accent)}
mark{background:var(--cg-mark);color:inherit}
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
const clauseAddress = (base: string, id: string, text: string): string => {
  const [document, label] = id.split("/");
  const fragment = encodeURIComponent(text.split(/\s+/).slice(0, 6).join(" ")).replace(/-/g, "%2D");
  return `${base}/documents/${encodeURIComponent(document ?? "")}#${encodeURIComponent(label ?? "")}:~:text=${fragment}`;
};

const overHttp = (base: string): Search => async (query, limit, signal) => {
  const answer = await fetch(`${base}/v1/search?limit=${limit}&q=${encodeURIComponent(query)}`, { signal, credentials: "omit" });
  if (!answer.ok) throw answer;
  const found = await answer.json();
  return {
    total: found.total.value,
    hits: found.hits.map((h: { id: string; symbol: string | null; title: string; label: string; text: string; date: string | null; highlights: { start: number; end: number }[] }): Hit => ({
      title: h.symbol ?? h.title, label: h.label, text: h.text, date: h.date, marks: h.highlights.map((m) => [m.start, m.end] as const), href: clauseAddress(base, h.id, h.text),
    })),
  };
};

/** Searches an exported folder: a list of shards, each the words that begin alike, and the clauses in small files. */
const overFiles = (base: string): Search => {
  const files = new Map<string, Promise<any>>();
  const load = (name: string): Promise<any> => {
    let file = files.get(name);
    if (!file) files.set(name, file = fetch(`${base}/${name}.json`, { credentials: "omit" }).then((a) => a.ok ? a.json() : Promise.reject(a)));
    file.catch(() => files.delete(name));
    return file;
  };
  return async (query, limit) => {
    const manifest: { format?: number; site: string; clauses: number; chunk: number; shards: string } = await load("manifest");
    const shards = manifest.shards.split(" ");
    const asked = query.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const scores = new Float32Array(manifest.clauses + 1);
    const having = new Uint8Array(manifest.clauses + 1);
    let needed = 0;
    let cut = false;
    for (const [i, word] of asked.entries()) {
      const last = i === asked.length - 1 && word.length > 2; // may still be typed
      const names = shards.filter((s) => word.startsWith(s) || (last && s.startsWith(word)));
      cut ||= names.length > 3;
      const mine = new Float32Array(manifest.clauses + 1);
      let common = false;
      let found = false;
      for (const shard of await Promise.all(names.slice(0, 3).map((s) => load(`w/${manifest.format ? "w-" : ""}${s}`)))) {
        for (const [other, list] of Object.entries<string>(shard)) {
          if (other !== word && !(last && other.startsWith(word))) continue;
          if (!list) { common ||= other === word; continue; }
          found = true;
          const gaps = list.split(" ");
          const weight = Math.log(1 + manifest.clauses / gaps.length) * (other === word ? 1 : 0.5);
          let clause = 0;
          for (const gap of gaps) if (weight > mine[clause += parseInt(gap, 36)]!) mine[clause] = weight;
        }
      }
      if (common && !found) continue;
      needed++;
      mine.forEach((weight, clause) => { if (weight) { scores[clause]! += weight; having[clause]!++; } });
    }
    const best: number[] = [];
    if (needed) having.forEach((n, clause) => { if (n === needed) best.push(clause); });
    best.sort((a, b) => scores[b]! - scores[a]! || a - b);
    const forms = new RegExp(`(?<![\\p{L}\\p{N}])(?:${asked.join("|") || "$."})[\\p{L}]*`, "giu");
    return {
      total: best.length,
      cut,
      hits: await Promise.all(best.slice(0, limit).map(async (clause): Promise<Hit> => {
        const rows: [string, string, string, string, string | null][] = await load(`c/${Math.floor((clause - 1) / manifest.chunk)}`);
        const [id, label, title, text, date] = rows[(clause - 1) % manifest.chunk]!;
        return { title, label, text, date, marks: [...text.matchAll(forms)].map((m) => [m.index, m.index + m[0].length] as const), href: clauseAddress(manifest.site, id, text) };
      })),
    };
  };
};

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
    if (this.input) return;
    this.root.adoptedStyleSheets = [style];
    this.language = (this.lang || document.documentElement.lang || "en").slice(0, 2);
    this.words = words[this.language] ?? words["en"]!;
    this.dir = this.language === "ar" ? "rtl" : this.dir || "auto";
    const files = this.getAttribute("static")?.replace(/\/$/, "");
    this.site = (this.getAttribute("api") ?? new URL(import.meta.url).origin).replace(/\/$/, "");
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
    this.input.addEventListener("focus", () => { if (!this.input.value) this.show(this.recent()); });
    this.input.addEventListener("blur", () => { if (!this.dialog) setTimeout(() => this.show([]), 150); });
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = (event.target as Element).closest("[role=option]");
      if (option) this.go([...this.list.children].indexOf(option), event.ctrlKey || event.metaKey);
    });
    if (this.getAttribute("hotkeys") !== "none") document.addEventListener("keydown", this.hotkey);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.hotkey);
    this.asked.abort();
  }

  private readonly hotkey = (event: KeyboardEvent): void => {
    const at = event.composedPath()[0] as HTMLElement;
    const typing = at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName ?? "");
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (typing || event.defaultPrevented || !(slash || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)))) return;
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
    if (query.length < 2) { this.status.textContent = ""; this.show(query ? [] : this.recent()); return; }
    const { signal } = this.asked = new AbortController();
    const slow = setTimeout(() => { this.status.textContent = this.words[9]!; }, 500);
    try {
      const { hits, total, cut } = await this.search(query, Math.min(20, Number(this.getAttribute("limit")) || 8), signal);
      if (signal.aborted) return;
      this.status.textContent = this.words[total === 0 ? 2 : 5]!.replace("{n}", total + (cut ? "+" : ""));
      const more = total > hits.length && !this.hasAttribute("static");
      this.show(more ? [...hits, { query, text: this.words[8]!.replace("{n}", String(total)) }] : hits);
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
      if ("query" in choice) option.append(make("span", { class: "all", dir: "auto" }, choice.text));
      else option.append(make("span", { class: "head" }, `${choice.title} ${choice.label}`), make("span", { dir: "auto" }, ...snippet(choice.text, choice.marks)), make("span", { class: "meta" }, ` ${this.day(choice.date)}`));
      return option;
    }));
    this.list.hidden = choices.length === 0;
    this.input.setAttribute("aria-expanded", String(choices.length > 0));
    this.choose(-1);
  }

  private day(date: string | null): string {
    return date?.length === 10 ? new Date(date).toLocaleDateString(this.language === "en" ? "en-GB" : this.language, { dateStyle: "long", timeZone: "UTC" }) : date ?? "";
  }

  private recent(): readonly Choice[] {
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
        localStorage.setItem("clause-search", JSON.stringify([query, ...this.recent().map((r) => r.text).filter((r) => r !== query)].slice(0, 5)));
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
    if (!("query" in choice)) this.leave(choice.href, beside);
    else if (this.input.value) this.leave(`${this.site}/?q=${encodeURIComponent(choice.query)}`, beside);
    else { this.input.value = choice.query; void this.ask(); }
  }
}

customElements.define("clause-search", ClauseSearch);
