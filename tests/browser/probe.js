// What the tests ask of an open page. Each answer is a list of what is wrong, in words.

const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]";

function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

function isForTheEar(element) {
  return getComputedStyle(element).clipPath === "inset(50%)";
}

function named(element) {
  const text = element.getAttribute("aria-label") || element.innerText || element.name || "";
  const kind = element.id ? `#${element.id}` : element.className ? `.${element.className}` : "";
  return `${element.localName}${kind} "${text.replace(/\s+/g, " ").trim().slice(0, 60)}"`;
}

function controls() {
  return [...document.querySelectorAll(CONTROLS)].filter(
    (element) => element.tabIndex >= 0 && !element.disabled && element.type !== "hidden" && isShown(element),
  );
}

function ring(style) {
  return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join(" ");
}

// The look of focus may lie on the control or on what it draws before or after itself.
function rings(element) {
  return [null, "::before", "::after"].map((part) => ring(getComputedStyle(element, part)));
}

function isSeen(look) {
  const [kind, width, ...rest] = look.split(" ");
  const hasOutline = kind !== "none" && parseFloat(width) >= 2 && !/^rgba\(.*, 0\)/.test(rest.join(" "));
  return hasOutline || !look.endsWith(" none");
}

// What is wrong with how an element shows that it has focus.
function whyUnseen(element) {
  const wrong = [];
  const now = rings(element);
  if (!now.some((look, i) => isSeen(look) && look !== element.before?.[i])) wrong.push("looks the same");
  const { left, top, width, height } = element.getClientRects()[0];
  const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
  if (!onTop) wrong.push("lies outside the window");
  else if (!onTop.contains(element) && !element.contains(onTop)) wrong.push(`lies below ${named(onTop)}`);
  return wrong.map((what) => `${named(element)} ${what}`);
}

// Follows the focus from here on: the number of each control as it comes, and what is wrong with it.
const visits = { controls: 0, order: [], wrong: [] };
function watch() {
  const expected = controls();
  expected.forEach((element) => (element.before = rings(element)));
  visits.controls = expected.length;
  document.addEventListener("focusin", ({ target }) => {
    visits.order.push(expected.indexOf(target));
    visits.wrong.push(...whyUnseen(target));
  });
  return visits.controls;
}

function texts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.textContent.trim() || !isShown(parent) || parent.closest(".skip, option")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 1);
    if (rects.length) found.push({ node, parent, rects });
  }
  return found;
}

// The nearest box that hides what runs out of it; null inside one that scrolls.
function clips(element) {
  const found = [];
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (isForTheEar(box) || [overflowX, overflowY].some((it) => it === "auto" || it === "scroll")) return null;
    if (overflowX !== "visible" || overflowY !== "visible") found.push({ box, overflowX, overflowY });
  }
  return found;
}

function sticksOut(rect, { box, overflowX, overflowY }) {
  const edge = box.getBoundingClientRect();
  const across = overflowX !== "visible" && (rect.left < edge.left - 1 || rect.right > edge.right + 1);
  const along = overflowY !== "visible" && (rect.top < edge.top - 1 || rect.bottom > edge.bottom + 1);
  return across || along;
}

// Text that can't be read: cut by its box or by the window. What scrolls in its own region is fine.
function cutTexts() {
  const wide = document.documentElement.clientWidth;
  return texts()
    .filter(({ parent, rects }) => {
      const boxes = clips(parent);
      if (!boxes) return false;
      return rects.some(
        (rect) => rect.left < -1 || rect.right > wide + 1 || boxes.some((box) => sticksOut(rect, box)),
      );
    })
    .map(({ parent }) => named(parent));
}

// The box of a run of text is taller than its letters: as high as the font is large, about the middle.
function letters(parent, { left, right, top, bottom }) {
  const size = parseFloat(getComputedStyle(parent).fontSize);
  const sideways = getComputedStyle(parent).writingMode !== "horizontal-tb";
  const [middle, half] = [(top + bottom) / 2, Math.min(size, bottom - top) / 2];
  if (sideways) return { left, right, top, bottom, height: bottom - top };
  return { left, right, top: middle - half, bottom: middle + half, height: 2 * half };
}

// Text that lies on other text: two runs that share more than a third of the height of the letters.
function overlappingTexts() {
  const runs = texts()
    .filter(({ parent }) => !parent.closest(".vh"))
    .flatMap(({ parent, rects }) => rects.map((rect) => ({ parent, rect: letters(parent, rect) })));
  const found = new Set();
  runs.forEach((one, i) => {
    for (const other of runs.slice(i + 1)) {
      const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const along = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      const least = Math.min(one.rect.height, other.rect.height);
      if (across > 2 && along > least / 3) found.add(`${named(one.parent)} on ${named(other.parent)}`);
    }
  });
  return [...found];
}

function scrollsSideways() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${scrollWidth} px in ${clientWidth}`] : [];
}

// The distances of WCAG 1.4.12. A constructed sheet, since the policy refuses style elements.
function spaceOut(on) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
  `);
  document.adoptedStyleSheets = on ? [sheet] : [];
}

function isInSentence(element) {
  if (getComputedStyle(element).display !== "inline") return false;
  let block = element.parentElement;
  while (getComputedStyle(block).display === "inline") block = block.parentElement;
  return block.innerText.trim().length > element.innerText.trim().length;
}

// WCAG 2.5.8 without its exception for spacing: only links in a sentence may be smaller.
function smallTargets() {
  return controls()
    .filter((element) => !element.closest(".skip, .scroll[tabindex]") && !isInSentence(element))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, rect]) => Math.min(rect.width, rect.height) < 23.99)
    .map(([element, rect]) => `${named(element)} ${rect.width.toFixed(0)}x${rect.height.toFixed(0)}`);
}

function shown(selector) {
  return [...document.querySelectorAll(selector)].filter(isShown).map(named);
}

function isPainted(colour) {
  return !/^(transparent|rgba\(.*, 0\))$/.test(colour);
}

// Blocks that only a colour sets apart from what is around them.
let blocks = [];
function findBlocks(selector) {
  blocks = [...document.querySelectorAll(selector)].filter(
    (element) => isShown(element) && isPainted(getComputedStyle(element).backgroundColor),
  );
  return blocks.length;
}

function blocksWithoutBorder() {
  const sides = ["Top", "Right", "Bottom", "Left"];
  const hasBorder = (style) =>
    sides.some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1);
  return blocks.filter((element) => !hasBorder(getComputedStyle(element))).map(named);
}

window.probe = {
  blocksWithoutBorder,
  cutTexts,
  findBlocks,
  overlappingTexts,
  scrollsSideways,
  shown,
  smallTargets,
  spaceOut,
  visits,
  watch,
};

// Layout shifts, from the first paint on.
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
