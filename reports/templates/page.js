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
      go(here.hash.replace("#f-", "w-"), here);
    }
  };
  const rows = (forward) => {
    here = step(all(".row[id], .stop[id]"), forward) || here;
    if (here) {
      go(here.id, null);
    }
  };
  const flip = (number) => {
    const box = all(".layers input")[number - 1];
    if (box) {
      box.click();
    }
  };

  const keys = {
    j: () => findings(true),
    k: () => findings(false),
    "]": () => rows(true),
    "[": () => rows(false),
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

  /* Pointing at a note, a code or words shows the finding's other end. */
  const codes = (element) => {
    const mark = element.closest("[data-of]");
    const note = element.closest(".item, .note[id]");
    const link = element.closest("a.code");
    if (link) {
      return [link.textContent];
    }
    return note ? [note.id.slice(2)] : mark ? mark.dataset.of.split(" ") : [];
  };
  let near = [];
  let last = "";
  const show = (event) => {
    /* Words of a layer that is switched off stay quiet. */
    const found = codes(event.target).filter((code) => visible(document.getElementById("f-" + code)));
    if (found.join() === last) {
      return;
    }
    last = found.join();
    near.forEach((element) => element.classList.remove("near"));
    near = found.flatMap((code) => [...all(`[data-of~="${code}"]`), document.getElementById("f-" + code)]);
    near.forEach((element) => element.classList.add("near"));
  };
  const article = document.getElementById("reading");
  if (article) {
    article.addEventListener("mouseover", show);
    article.addEventListener("focusin", show);
  }
})();
