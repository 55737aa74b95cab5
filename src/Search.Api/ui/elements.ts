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
