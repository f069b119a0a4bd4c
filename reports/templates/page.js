/* What a page does beyond links and switches: keys, and showing a finding's words and note together. */
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const enabled = document.getElementById("keys");
  /* A long page is laid out where it is looked at: its heights are not known well enough for a slow scroll to arrive. */
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || document.querySelector(".long");

  /* A place is reached by its link, so that the address and :target tell the same story; no step in the history. */
  let sent = "";
  const go = (id, focus) => {
    sent = "#" + id;
    location.replace(location.href.split("#")[0] + "#" + id);
    if (focus) {
      focus.focus({ preventScroll: true });
    }
    document.getElementById(id).scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  };

  let here = null;
  /* Who has followed a link goes on from there. */
  const follow = () => {
    const place = location.hash !== sent && document.getElementById(location.hash.slice(1));
    sent = location.hash;
    if (place) {
      const code = "#" + place.id.replace(/^w-/, "f-");
      here = codes().find((found) => "#" + found.dataset.place === location.hash) || codes().find((found) => found.hash === code) || place.querySelector(".text a.code") || here;
    }
  };

  /* The next element after the one last reached; without one, the first that is not above the middle of the window. */
  const step = (elements, forward, first) => {
    const place = elements.indexOf(here);
    if (place < 0) {
      return elements[Math.max(first(elements) - (forward ? 0 : 1), 0)];
    }
    return elements[Math.min(Math.max(place + (forward ? 1 : -1), 0), elements.length - 1)];
  };
  const below = (elements) => {
    const found = elements.findIndex((element) => element.getBoundingClientRect().bottom > innerHeight / 2);
    return found < 0 ? elements.length - 1 : found;
  };

  /* Codes of the layers that are on: to ask each code whether it is seen would lay out the whole of a long page. */
  const codes = () => {
    const on = all(".layers input:checked").map((box) => `.text a.code-${box.id.slice(5)}`);
    return on.length ? all(on.join()) : [];
  };
  const findings = (forward) => {
    const after = (elements) => {
      const places = all(".row, .columns .text");
      const start = places[below(places)];
      const found = elements.findIndex(
        (element) => start.contains(element) || start.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      return found < 0 ? elements.length - 1 : found;
    };
    here = step(codes(), forward, after) || here;
    if (here) {
      go(here.dataset.place || here.closest(".s").id, here);
    }
  };
  const rows = (forward) => {
    here = step(all(".row[id]"), forward, below) || here;
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
    const field = event.target instanceof Element && event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (event.ctrlKey || event.altKey || event.metaKey || field || (enabled && !enabled.checked)) {
      return;
    }
    if (keys[event.key]) {
      event.preventDefault();
      follow();
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
      .filter((found) => found && found.getClientRects().length)
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
  /* A part that a link leads to opens. */
  const unfold = () => {
    const place = document.getElementById(location.hash.slice(1));
    const part = place && place.matches("section.more") && place.querySelector("details");
    if (part) {
      part.open = true;
    }
  };
  addEventListener("hashchange", unfold);
  unfold();
  const article = document.getElementById("reading");
  if (article) {
    article.addEventListener("mouseover", show);
    article.addEventListener("focusin", show);
  }
})();
