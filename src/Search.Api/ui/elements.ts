/** A button that puts a text on the clipboard. Without script there is no button: the text stands on the page. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    if (!navigator.clipboard || this.querySelector("button")) return;
    const label = this.getAttribute("label") ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(this.getAttribute("text") ?? "");
      button.textContent = this.getAttribute("done") ?? "";
      setTimeout(() => { button.textContent = label; }, 2000);
    });
    const status = document.createElement("span");
    this.append(button, status);
  }
}

customElements.define("copy-text", CopyText);

/** "/" puts the cursor into the search box, unless somebody is typing. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
  const box = document.querySelector<HTMLInputElement>("[data-hotkey]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

/** A table of contents that lies over the text closes when an entry is chosen, or Esc is pressed. */
for (const contents of document.querySelectorAll<HTMLDetailsElement>("details.contents")) {
  contents.addEventListener("click", (event) => { if (event.target instanceof Element && event.target.closest("a")) contents.open = false; });
  contents.addEventListener("keydown", (event) => { if (event.key === "Escape") contents.open = false; });
}

/** A link to a clause that is in another part of a long document, written before the document had parts. */
if (document.querySelector("article[data-parts]") && location.hash.length > 1 && !new URLSearchParams(location.search).has("at") && !document.getElementById(decodeURIComponent(location.hash.slice(1)))) {
  const address = new URL(location.href);
  address.searchParams.set("at", decodeURIComponent(location.hash.slice(1)));
  location.replace(address);
}
