// Names what Django and the editor leave without a name, for those who hear the form.

// The editor adds a style element, which the security policy refuses, unless there is one.
// Its rules stand in admin.css; this one belongs to no language, so that no browser reads it.
const standIn = document.createElementNS(null, "style");
standIn.setAttribute("data-tiptap-style", "");
document.head.append(standIn);

// Date and time share a label that belongs to neither; each has a word of its own before it.
for (const input of document.querySelectorAll(".datetime input")) {
  const field = input.closest(".flex-container")?.querySelector("label")?.textContent.trim() ?? "";
  const part = input.previousSibling?.textContent.trim() ?? "";
  input.setAttribute("aria-label", `${field} ${part}`.trim());
}

// The editor writes in the language, and in the direction, of the plain field that it hides.
document.addEventListener("prose-editor:ready", ({ target, detail }) => {
  for (const name of ["lang", "dir", "aria-describedby"]) {
    if (target.hasAttribute(name)) detail.editor.view.dom.setAttribute(name, target.getAttribute(name));
  }
});

// The label names the plain field that the editor hides.
document.addEventListener("prose-editor:ready", ({ target, detail }) => {
  const label = document.querySelector(`label[for="${target.id}"]`);
  if (!label) return;
  label.id ||= `${target.id}-label`;
  detail.editor.view.dom.setAttribute("aria-labelledby", label.id);
  label.addEventListener("click", () => detail.editor.commands.focus());
});

// Django's filter for many choices says more of an icon than a span may say.
window.addEventListener("load", () => {
  document.querySelectorAll("span.help-tooltip").forEach((icon) => icon.setAttribute("role", "img"));
});
