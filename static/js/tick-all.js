// A box that ticks all boxes of a name. Without this script it is not shown: each is ticked by hand.
for (const all of document.querySelectorAll("input[data-ticks]")) {
  const boxes = [...all.form.elements].filter((box) => box.name === all.dataset.ticks);
  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  boxes.forEach((box) => box.addEventListener("change", tell));
  all.closest("[hidden]").hidden = false;
  tell();
}
