/* Says that it is ready, takes one page from the window that opened it, and asks before anything is read. */
"use strict";
(() => {
  if (!window.opener) { return; }
  window.addEventListener("message", (event) => {
    const handed = event.data;
    if (event.source !== window.opener || !handed || typeof handed.html !== "string" || typeof handed.url !== "string") { return; }
    document.getElementById("html").value = handed.html;
    document.getElementById("url").value = handed.url;
    document.getElementById("place").value = handed.url;
    document.getElementById("status").textContent = "The page is here.";
    const form = document.getElementById("handed");
    form.hidden = false;
    form.querySelector("button").focus();
  });
  window.opener.postMessage("ready", "*");
})();
