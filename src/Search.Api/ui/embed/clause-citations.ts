/**
 * <clause-citations work="palermo-protocol"> lists the clauses that cite a work, newest first, with a small timeline.
 *   work="…"       a work's id
 *   api="…"        address of a Clausegraph server; default: where this script came from
 *   treatment="…"  only these treatments
 *   limit="…"      clauses a page, 1 to 50
 *   lang="…"       en fr es ru ar zh; default: the page's language
 *   theme="…"      light or dark, with a background of its own; default: the colours of the text around it
 */
interface Edge {
  readonly document: string;
  readonly symbol: string | null;
  readonly title: string;
  readonly clause: string;
  readonly label: string;
  readonly text: string;
  readonly date: string | null;
  readonly treatment: string;
  readonly pinpoint: string;
  readonly mention: { readonly start: number | null; readonly end: number | null };
}

interface Answer {
  readonly total: { readonly value: number };
  readonly groups: { readonly year: readonly { readonly value: string; readonly count: number }[] };
  readonly edges: readonly Edge[];
  readonly next: string | null;
}

// Heading, more, nothing, failed, by year, again, too many, no connection.
const words: Record<string, readonly string[]> = {
  en: ["Citing clauses: {n}", "Show more", "No clause cites this here", "The citations could not be loaded.", "Citations by year", "Try again", "Too many requests at once.", "No connection to the citations."],
  fr: ["Paragraphes citants : {n}", "Afficher plus", "Aucun paragraphe ne le cite ici", "Les citations n’ont pas pu être chargées.", "Citations par année", "Réessayer", "Trop de demandes à la fois.", "Pas de connexion aux citations."],
  es: ["Párrafos que lo citan: {n}", "Mostrar más", "Ningún párrafo lo cita aquí", "No se pudieron cargar las citas.", "Citas por año", "Reintentar", "Demasiadas solicitudes a la vez.", "Sin conexión con las citas."],
  ru: ["Ссылающихся пунктов: {n}", "Показать ещё", "Ссылок здесь нет", "Не удалось загрузить ссылки.", "Ссылки по годам", "Повторить", "Слишком много запросов.", "Нет связи со ссылками."],
  ar: ["عدد الفقرات المستشهِدة: {n}", "عرض المزيد", "لا توجد فقرة تستشهد به هنا", "تعذر تحميل الاستشهادات.", "الاستشهادات حسب السنة", "حاول مرة أخرى", "طلبات كثيرة في وقت واحد.", "لا اتصال بالاستشهادات."],
  zh: ["被 {n} 个段落引用", "显示更多", "此处没有段落引用", "无法加载引用。", "按年份统计的引用", "重试", "请求过于频繁。", "无法连接。"],
};

const style = new CSSStyleSheet();
style.replaceSync(`
:host{--cg-bg:transparent;--cg-text:inherit;--cg-muted:color-mix(in srgb,currentColor 85%,transparent);--cg-line:color-mix(in srgb,currentColor 30%,transparent);--cg-accent:color-mix(in srgb,currentColor 60%,#1a73e8);--cg-mark:light-dark(#fdf0b3,#5b4a00);--cg-marked:light-dark(#1b1f24,#fff);--cg-radius:8px;--cg-font:inherit;--cg-size:1rem;--cg-gap:.6rem;--cg-chart:48px;display:block;font-family:var(--cg-font);font-size:var(--cg-size);color:var(--cg-text);background:var(--cg-bg);line-height:1.5}
:host([theme=light]){color-scheme:light;--cg-bg:#fff;--cg-text:#1b1f24}
:host([theme=dark]){color-scheme:dark;--cg-bg:#171b20;--cg-text:#e8ecf0}
.count{font-weight:600;margin:0 0 var(--cg-gap)}
ol{list-style:none;margin:0;padding:0}
li{border-block-start:1px solid var(--cg-line);padding:var(--cg-gap) 0}
a{color:var(--cg-accent)}
.title{display:block}
.meta{color:var(--cg-muted);font-size:.875em}
blockquote{margin:.2em 0 0}
mark{background:var(--cg-mark);color:var(--cg-marked)}
svg{display:block;width:100%;height:var(--cg-chart);fill:var(--cg-accent);margin-block-end:var(--cg-gap)}
button{font:inherit;color:var(--cg-accent);background:none;border:1px solid var(--cg-line);border-radius:var(--cg-radius);padding:var(--cg-gap);min-height:44px}
:focus-visible{outline:3px solid var(--cg-accent);outline-offset:1px}`);

const make = (tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const svg = (tag: string, attributes: Record<string, string>): SVGElement => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

class ClauseCitations extends HTMLElement {
  private readonly root = this.attachShadow({ mode: "open" });
  private words = words["en"]!;
  private base = "";
  private language = "en";
  private readonly list = make("ol", { part: "list" });
  private readonly count = make("p", { class: "count", part: "count", role: "status" });
  private more: HTMLElement | null = null;
  private treatments: Record<string, string> | null = null;

  connectedCallback(): void {
    if (this.base) return;
    this.root.adoptedStyleSheets = [style];
    this.language = (this.lang || document.documentElement.lang || "en").slice(0, 2);
    this.words = words[this.language] ?? words["en"]!;
    this.dir = this.language === "ar" ? "rtl" : this.dir || "auto";
    this.base = (this.getAttribute("api") ?? new URL("..", import.meta.url).href).replace(/\/$/, "");
    this.root.append(this.count, this.list);
    void this.load(null);
  }

  private async load(cursor: string | null): Promise<void> {
    const address = new URL(`${this.base}/v1/works/${encodeURIComponent(this.getAttribute("work") ?? "")}/cited-by`);
    address.searchParams.set("limit", String(Math.min(50, Number(this.getAttribute("limit")) || 10)));
    const treatment = this.getAttribute("treatment");
    if (treatment) address.searchParams.set("treatment", treatment);
    if (cursor) address.searchParams.set("cursor", cursor);
    try {
      const answer = await fetch(address, { credentials: "omit" });
      if (!answer.ok) throw answer;
      const found = await answer.json();
      if (this.words !== words["en"] && found.edges.length) this.treatments ??= await this.named();
      this.show(found, cursor === null);
    } catch (error) {
      this.count.textContent = this.words[error instanceof TypeError ? 7 : error instanceof Response && error.status === 429 ? 6 : 3]!;
      this.button(5, cursor);
    }
  }

  /** What treatments are called in a language other than English; without an answer they keep their English names. */
  private async named(): Promise<Record<string, string>> {
    try {
      return await (await fetch(`${this.base}/embed/treatments/${this.language}.json`, { credentials: "omit" })).json();
    } catch {
      return {};
    }
  }

  private show(answer: Answer, first: boolean): void {
    const total = answer.total.value;
    this.count.textContent = total === 0 ? this.words[2]! : this.words[0]!.replace("{n}", String(total));
    if (first && answer.groups.year.length > 1) this.count.after(this.chart(answer.groups.year));
    const before = this.list.children.length;
    this.list.append(...answer.edges.map((edge) => this.item(edge)));
    this.more?.remove();
    if (!first) this.list.children[before]?.querySelector("a")?.focus();
    if (answer.next !== null) this.button(1, answer.next);
  }

  /** Loads what comes next, or once more what failed. */
  private button(word: number, cursor: string | null): void {
    this.more?.remove();
    this.more = make("button", { type: "button", part: "more" }, this.words[word]!);
    this.more.addEventListener("click", () => void this.load(cursor));
    this.root.append(this.more);
  }

  private day(date: string | null): string | null {
    return date?.length === 10 ? new Date(date).toLocaleDateString(this.language === "en" ? "en-GB" : this.language, { dateStyle: "long", timeZone: "UTC" }) : date;
  }

  private item(edge: Edge): HTMLElement {
    const { start, end } = edge.mention;
    const label = edge.clause.split("/")[1] ?? "";
    const quote = start === null || end === null ? [edge.text]
      : [edge.text.slice(0, start), make("mark", { part: "mark" }, edge.text.slice(start, end)), edge.text.slice(end)];
    const title = edge.symbol && edge.title !== edge.symbol ? [make("span", { class: "title", dir: "auto" }, edge.title)] : [];
    return make("li", { part: "item" },
      make("a", { part: "link", href: `${this.base}/documents/${encodeURIComponent(edge.document)}#${encodeURIComponent(label)}` }, `${edge.symbol ?? edge.title} ${edge.label}`),
      make("span", { class: "meta" }, ` ${[this.day(edge.date), this.treatments?.[edge.treatment] ?? edge.treatment.replace(/-/g, " "), edge.pinpoint].filter(Boolean).join(" · ")}`),
      ...title,
      make("blockquote", { part: "quote", dir: "auto" }, ...quote));
  }

  /** A bar a year, from the first to the last; the counts stand in its name. */
  private chart(years: Answer["groups"]["year"]): SVGElement {
    const first = Number(years[0]!.value);
    const span = Number(years[years.length - 1]!.value) - first + 1;
    const most = Math.max(...years.map((y) => y.count));
    const chart = svg("svg", {
      part: "chart", viewBox: `0 0 ${span} 10`, preserveAspectRatio: "none", role: "img",
      "aria-label": `${this.words[4]}: ${years.map((y) => `${y.value} ${y.count}`).join(", ")}`,
    });
    for (const year of years)
      chart.append(svg("rect", { x: String(Number(year.value) - first + 0.1), y: String(10 - 10 * year.count / most), width: "0.8", height: String(10 * year.count / most) }));
    return chart;
  }
}

customElements.define("clause-citations", ClauseCitations);
