// A document: a row lights up its words, words light up their row. What is lit stands in the address (#o3, #t-o3).
"use strict";

(() => {
  const text = document.getElementById("text");
  const side = document.getElementById("side");
  if (!text) return;

  const wide = window.matchMedia("(min-width: 62rem)");

  // A mark that is a link and belongs to no other row says so by its link alone.
  const words = (id) => text.querySelectorAll(`[data-i~="${CSS.escape(id)}"], .w:not([data-i])[href="#${CSS.escape(id)}"]`);
  const row = (id) => document.getElementById(id)?.closest(".row");

  function see(element) {
    if (element) element.scrollIntoView({ block: "center" });
  }

  /** Scroll the panel of rows, and it alone, until a row stands in the middle of what can be seen of the panel. */
  function seeInPanel(element) {
    if (!element) return;
    const panel = side.getBoundingClientRect();
    const card = element.getBoundingClientRect();
    const middle = (Math.max(panel.top, 0) + Math.min(panel.bottom, window.innerHeight)) / 2;
    side.scrollTop += card.top + Math.min(card.height, window.innerHeight / 2) / 2 - middle;
  }

  /** Light up a row and its words; `from` tells which of the two was chosen. */
  function light(id, from) {
    document.querySelectorAll(".lit").forEach((one) => one.classList.remove("lit"));
    const found = words(id);
    found.forEach((one) => one.classList.add("lit"));
    const card = row(id);
    if (card) card.classList.add("lit");
    const mention = document.getElementById(id);
    if (mention) mention.classList.add("lit");
    if (wide.matches) {
      see(found[0]);
      seeInPanel(card);
    } else if (from === "words") see(card);
    else see(found[0]);
  }

  function follow() {
    const target = decodeURIComponent(location.hash.slice(1));
    if (/^t-[a-z]\d+$/.test(target)) light(target.slice(2), "row");
    else if (/^[odcmg]\d+$/.test(target)) light(target, "words");
  }

  function go(hash) {
    if (location.hash === hash) follow();
    else location.hash = hash;
  }

  // A click on what is no link itself: the words of a duty, the ground of a row.
  text.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) {
      if (link.hash === location.hash) follow();
      return;
    }
    const mark = event.target.closest("[data-i]");
    if (mark) go(`#${mark.dataset.i.split(" ")[0]}`);
  });
  side.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) {
      if (link.hash && link.hash === location.hash) follow();
      return;
    }
    const card = event.target.closest(".row");
    if (card && !String(window.getSelection())) go(`#t-${card.id || card.querySelector("a[id]").id}`);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelectorAll(".lit").forEach((one) => one.classList.remove("lit"));
  });
  document.getElementById("show").addEventListener("change", (event) => {
    text.classList.toggle(`no-${event.target.value}`, !event.target.checked);
  });
  window.addEventListener("hashchange", follow);
  if (location.hash) setTimeout(follow);
})();
