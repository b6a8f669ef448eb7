"use strict";
// Search and filter. Without this script the page is whole, and these two fields are not there.
(() => {
  const byId = (id) => document.getElementById(id);
  const tools = byId("tools"), search = byId("search"), only = byId("only"), found = byId("found");
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const entries = [...document.querySelectorAll(".entry")].map((element) => ({
    element, text: fold(element.textContent), releases: element.dataset.release.split(" "),
  }));
  const lines = [...document.querySelectorAll(".node")].map((element) => ({
    element, text: fold(element.querySelector(".text").textContent),
    releases: [element.closest(".release").dataset.release],
  }));
  const groups = [...document.querySelectorAll(".group")];

  function apply() {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    const release = only ? only.value : "";
    const fits = ({ text, releases }) =>
      (!release || releases.includes(release)) && words.every((word) => text.includes(word));
    let count = 0, places = 0;
    for (const entry of entries) count += !(entry.element.hidden = !fits(entry));
    for (const line of lines) places += !(line.element.hidden = !fits(line));
    for (const group of groups) group.hidden = !group.querySelector(".entry:not([hidden]), .node:not([hidden])");
    const filtered = words.length || release;
    found.textContent = filtered ? `${count} of ${entries.length} entries, ${places} of ${lines.length} parts of texts` : "";
  }

  // A link may lead to what the filter hides, or into a closed text.
  function reveal() {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      search.value = "";
      if (only) only.value = "";
      apply();
    }
    const details = target.closest("details");
    if (details) details.open = true;
    target.scrollIntoView();
  }

  let waiting = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  if (only) only.addEventListener("change", apply);
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
  tools.hidden = false;
  reveal();
})();
