/* What a page does beyond links and switches: keys, and showing a finding's words and note together. */
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const enabled = document.getElementById("keys");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  /* A place is reached by its link, so that the address and :target tell the same story; no step in the history. */
  const go = (id, focus) => {
    location.replace(location.href.split("#")[0] + "#" + id);
    if (focus) {
      focus.focus({ preventScroll: true });
    }
    document.getElementById(id).scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  };

  const visible = (element) => element.getClientRects().length > 0;
  const top = (element) => element.getBoundingClientRect().top;
  let here = null;

  /* The next element after the one last reached; without one, the first below the middle of the window. */
  const step = (elements, forward) => {
    const shown = elements.filter(visible);
    if (!shown.length) {
      return null;
    }
    const place = shown.indexOf(here);
    if (place >= 0) {
      return shown[Math.min(Math.max(place + (forward ? 1 : -1), 0), shown.length - 1)];
    }
    const middle = innerHeight / 2;
    const below = shown.findIndex((element) => top(element) > middle);
    if (forward) {
      return shown[below < 0 ? shown.length - 1 : below];
    }
    return shown[below < 0 ? shown.length - 1 : Math.max(below - 1, 0)];
  };

  const findings = (forward) => {
    here = step(all(".text a.code"), forward) || here;
    if (here) {
      go(here.hash.startsWith("#f-") ? here.hash.replace("#f-", "w-") : here.closest(".s").id, here);
    }
  };
  const rows = (forward) => {
    here = step(all(".row[id]"), forward) || here;
    if (here) {
      go(here.id, null);
    }
  };
  /* The same fact in the next article: from the sentence that was reached last. */
  const across = (forward) => {
    const place = (here && here.closest("[data-next]")) || all("[data-next]")[0];
    const id = forward ? place.dataset.next : place.dataset.before;
    here = document.getElementById(id).querySelector("a.code");
    go(id, here);
  };
  const sideways = document.querySelector("[data-next]") ? across : rows;
  const flip = (number) => {
    const box = all(".layers input")[number - 1];
    if (box) {
      box.click();
    }
  };

  const keys = {
    j: () => findings(true),
    k: () => findings(false),
    "]": () => sideways(true),
    "[": () => sideways(false),
  };
  document.addEventListener("keydown", (event) => {
    /* Keys of the browser, of a reader's software and of a field stay theirs; nothing is held back but what is used. */
    const field = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (event.ctrlKey || event.altKey || event.metaKey || field || (enabled && !enabled.checked)) {
      return;
    }
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    } else if (/^[1-9]$/.test(event.key)) {
      flip(Number(event.key));
    }
  });

  /* Pointing at a note, a code or words shows the finding's other end; at a sentence, where else its facts are told. */
  const ends = (element) => {
    const fact = element.closest("[data-fact]");
    if (fact) {
      return fact.dataset.fact.split(" ").flatMap((number) => all(`[data-fact~="${number}"]`));
    }
    const mark = element.closest("[data-of]");
    const note = element.closest(".item, .note[id]");
    const link = element.closest("a.code");
    const codes = link ? [link.textContent] : note ? [note.id.slice(2)] : mark ? mark.dataset.of.split(" ") : [];
    /* Words of a layer that is switched off stay quiet. */
    return codes
      .map((code) => document.getElementById("f-" + code))
      .filter((found) => found && visible(found))
      .flatMap((found) => [found, ...all(`[data-of~="${found.id.slice(2)}"]`)]);
  };
  let near = [];
  const show = (event) => {
    const found = ends(event.target);
    if (found.length === near.length && found.every((element, place) => element === near[place])) {
      return;
    }
    near.forEach((element) => element.classList.remove("near"));
    found.forEach((element) => element.classList.add("near"));
    near = found;
  };
  const article = document.getElementById("reading");
  if (article) {
    article.addEventListener("mouseover", show);
    article.addEventListener("focusin", show);
  }
})();
