"use strict";
// Without this script the page can be read in full; it adds what hover, focus and the filter show.
(() => {
  const peek = document.getElementById("peek");
  const touch = matchMedia("(hover: none)");
  let timer = 0;

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const owner = (target) => (target instanceof Element ? target.closest(".body [data-r]") : null);

  function light(name) {
    all(".on").forEach((element) => element.classList.remove("on"));
    if (!name) return;
    all(`[data-r~="${CSS.escape(name)}"], [data-v~="${CSS.escape(name)}"]`).forEach((element) => element.classList.add("on"));
  }

  function hide() {
    clearTimeout(timer);
    peek.hidden = true;
    light(null);
  }

  function show(element) {
    clearTimeout(timer);
    const card = document.getElementById(element.dataset.r);
    light(element.dataset.r);
    if (!card || element.matches(".note")) { peek.hidden = true; return; }
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    all("a", copy).forEach((link) => link.replaceWith(...link.childNodes));
    const box = document.createElement("div");
    box.className = copy.className;
    box.append(...copy.childNodes);
    peek.replaceChildren(box);
    peek.hidden = false;
    place(element);
  }

  function place(element) {
    const at = element.getClientRects()[0];
    const height = peek.offsetHeight;
    const below = at.bottom + 8 + height < innerHeight;
    const above = at.top - 8 - height > 0;
    // where neither side has room it stands beside the text, never on the claim itself
    const beside = element.closest("p").getBoundingClientRect().right + 16;
    const top = below ? at.bottom + 8 : above ? at.top - 8 - height : innerHeight - height - 8;
    const left = below || above ? at.left : beside;
    peek.style.top = `${Math.max(8, top)}px`;
    peek.style.left = `${Math.max(8, Math.min(left, innerWidth - peek.offsetWidth - 8))}px`;
  }

  const later = (action, wait) => { clearTimeout(timer); timer = setTimeout(action, wait); };

  document.addEventListener("mouseover", (event) => {
    if (touch.matches) return;
    const element = owner(event.target);
    if (element) later(() => show(element), 120);
    else if (peek.contains(event.target)) clearTimeout(timer);
    else later(hide, 250);
  });
  document.addEventListener("focusin", (event) => {
    const element = owner(event.target);
    if (element && event.target.matches(".ref:focus-visible")) show(element);
    else if (!peek.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => {
    if (!touch.matches || peek.contains(event.target)) return;
    const element = owner(event.target);
    if (!element || event.target.closest("a:not(.ref)")) { hide(); return; }
    event.preventDefault();
    show(element);
  });

  function choose(box) {
    const section = box.closest("section");
    const wanted = new Set(all("input[value]:checked", box).map((input) => input.value));
    all(".note, .code", section).forEach((element) => { element.hidden = !wanted.has(element.dataset.code); });
    section.classList.toggle("faded", box.querySelector("[data-only]").checked);
    all("[data-codes]", section).forEach((element) => {
      element.classList.toggle("kept", element.dataset.codes.split(" ").some((code) => wanted.has(code)));
    });
    all(".margin", section).forEach((list) => { list.hidden = !list.querySelector(".note:not([hidden])"); });
  }
  function begin() {
    hide();
    all(".filter").forEach((box) => { box.hidden = false; });
  }
  document.addEventListener("change", (event) => {
    const box = event.target.closest(".filter");
    if (box) choose(box);
  });
  document.addEventListener("provenance:shown", begin);
  begin();
})();
