// Turns the language groups of a form, which stand one below the other, into tabs.
// Without this script they are plain and collapsible groups: nothing is lost.

const GROUP = "fieldset.language";

function label(group) {
  return group.querySelector("summary, h2, h3, h4")?.textContent.trim() ?? "";
}

function show(tabs, panels, index) {
  panels.forEach((panel, i) => {
    panel.hidden = i !== index;
    tabs[i].setAttribute("aria-selected", String(i === index));
    tabs[i].tabIndex = i === index ? 0 : -1;
  });
}

function step(event, tabs, panels, index) {
  const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  const move = { [forward]: 1, [back]: -1 }[event.key];
  if (!move) return;
  event.preventDefault();
  const next = (index + move + tabs.length) % tabs.length;
  show(tabs, panels, next);
  tabs[next].focus();
}

// The panel stands around the group, because a fieldset may not be a tab panel itself.
function makePanel(group, id) {
  const panel = document.createElement("div");
  panel.id = id;
  panel.className = "in-tabs";
  panel.setAttribute("role", "tabpanel");
  panel.setAttribute("aria-labelledby", `${id}-tab`);
  group.querySelectorAll(":scope > details").forEach((details) => (details.open = true));
  group.replaceWith(panel);
  panel.append(group);
  return panel;
}

function makeTab(group, id) {
  const tab = document.createElement("button");
  tab.type = "button";
  tab.id = `${id}-tab`;
  tab.textContent = label(group);
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", id);
  tab.classList.toggle("has-error", Boolean(group.querySelector(".errorlist")));
  return tab;
}

function makeTabs(groups, id) {
  const list = document.createElement("div");
  list.className = "language-tabs";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Språk");
  const tabs = groups.map((group, index) => makeTab(group, `${id}-${index}`));
  groups[0].before(list);
  const panels = groups.map((group, index) => makePanel(group, `${id}-${index}`));
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => show(tabs, panels, index));
    tab.addEventListener("keydown", (event) => step(event, tabs, panels, index));
  });
  list.append(...tabs);
  const failing = groups.findIndex((group) => group.querySelector(".errorlist"));
  show(tabs, panels, Math.max(failing, 0));
}

let count = 0;

// Fields whose languages stand side by side belong to the same form or the same row.
function enhance(root) {
  const parents = new Set([...root.querySelectorAll(GROUP)].map((group) => group.parentElement));
  for (const parent of parents) {
    const groups = [...parent.querySelectorAll(`:scope > ${GROUP}`)];
    if (groups.length > 1 && !parent.closest(".empty-form")) {
      makeTabs(groups, `language-group-${count++}`);
    }
  }
}

// The address may name a field, or a field in a row by the key of that row: `#rows-12-title_en`.
function sought() {
  const named = location.hash.slice(1);
  const [, rows, key, field] = named.match(/^(\w+)-(\d+)-(\w+)$/) ?? [];
  const row = document.querySelector(`input[name^="${rows}-"][name$="-id"][value="${key}"]`);
  return document.getElementById(row ? row.id.replace(/id$/, field) : named);
}

function showSought() {
  const field = sought();
  const panel = field?.closest(".in-tabs");
  if (!panel) return;
  document.getElementById(`${panel.id}-tab`).click();
  const editor = field.closest(".prose-editor")?.querySelector("[contenteditable]");
  (editor ?? field).focus();
}

document.addEventListener("DOMContentLoaded", () => enhance(document));
window.addEventListener("load", showSought); // once the editors have taken their room
document.addEventListener("formset:added", (event) => enhance(event.target));
