// Turns the language groups of a form, which stand one below the other, into tabs.
// Without this script they are plain and collapsible groups: nothing is lost.

const GROUP = "fieldset.language";

function label(group) {
  return group.querySelector("summary, h2, h3, h4")?.textContent.trim() ?? "";
}

function show(tabs, groups, index) {
  groups.forEach((group, i) => {
    group.hidden = i !== index;
    tabs[i].setAttribute("aria-selected", String(i === index));
    tabs[i].tabIndex = i === index ? 0 : -1;
  });
}

function step(event, tabs, groups, index) {
  const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  const move = { [forward]: 1, [back]: -1 }[event.key];
  if (!move) return;
  event.preventDefault();
  const next = (index + move + tabs.length) % tabs.length;
  show(tabs, groups, next);
  tabs[next].focus();
}

function makeTab(group, index, id) {
  const tab = document.createElement("button");
  group.id ||= `${id}-${index}`;
  group.setAttribute("role", "tabpanel");
  tab.type = "button";
  tab.id = `${group.id}-tab`;
  tab.textContent = label(group);
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", group.id);
  tab.classList.toggle("has-error", Boolean(group.querySelector(".errorlist")));
  group.setAttribute("aria-labelledby", tab.id);
  group.querySelectorAll("details").forEach((details) => (details.open = true));
  return tab;
}

function makeTabs(groups, id) {
  const list = document.createElement("div");
  list.className = "language-tabs";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Språk");
  const tabs = groups.map((group, index) => makeTab(group, index, id));
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => show(tabs, groups, index));
    tab.addEventListener("keydown", (event) => step(event, tabs, groups, index));
  });
  list.append(...tabs);
  groups[0].before(list);
  groups.forEach((group) => group.classList.add("in-tabs"));
  const failing = groups.findIndex((group) => group.querySelector(".errorlist"));
  show(tabs, groups, Math.max(failing, 0));
}

let count = 0;

// Fields whose languages stand side by side belong to the same form or the same row.
function enhance(root) {
  const parents = new Set([...root.querySelectorAll(GROUP)].map((group) => group.parentElement));
  for (const parent of parents) {
    const groups = [...parent.querySelectorAll(`:scope > ${GROUP}:not(.in-tabs)`)];
    if (groups.length > 1 && !parent.closest(".empty-form")) {
      makeTabs(groups, `language-group-${count++}`);
    }
  }
}

document.addEventListener("DOMContentLoaded", () => enhance(document));
document.addEventListener("formset:added", (event) => enhance(event.target));
