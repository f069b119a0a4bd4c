/* Files may be dropped anywhere on the page. */
"use strict";
(() => {
  const files = document.getElementById("files");
  const drop = document.getElementById("drop");
  document.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  document.addEventListener("dragleave", () => drop.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer && event.dataTransfer.files.length) { files.files = event.dataTransfer.files; files.focus(); }
  });
})();
