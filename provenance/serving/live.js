"use strict";
// Sends what was pasted, dropped or opened to this service, and shows the report that comes back. Nothing is kept.
(() => {
  const form = document.getElementById("form");
  const field = document.getElementById("article");
  const file = document.getElementById("file");
  const profile = document.getElementById("profile");
  const token = document.getElementById("token");
  const state = document.getElementById("state");
  const report = document.getElementById("report");
  const TYPES = { html: "text/html", htm: "text/html", xhtml: "application/xhtml+xml", json: "application/json", xml: "application/xml" };
  const LOOKS_LIKE_HTML = /^\s*<(?:!doctype|html|head|body|article|div|p|h1)\b/i;
  let running = null;
  let timer = 0;

  function say(words, failed = false) {
    state.textContent = words;
    state.classList.toggle("failed", failed);
  }

  async function audit(body, type) {
    if (running) running.abort();
    const own = (running = new AbortController());
    const start = performance.now();
    const headers = { "Content-Type": type, Accept: "text/html" };
    if (token && token.value) headers.Authorization = `Bearer ${token.value}`;
    const query = profile.value ? `?profile=${encodeURIComponent(profile.value)}` : "";
    say("Auditing …");
    try {
      const answer = await fetch(`/v1/audit${query}`, { method: "POST", headers, body, signal: own.signal });
      const text = await answer.text();
      if (!answer.ok) { fail(answer, text); return; }
      show(text);
      say(`Audited in ${((performance.now() - start) / 1000).toFixed(2)} s.`);
    } catch (error) {
      if (error.name !== "AbortError") say("The service does not answer.", true);
    }
  }

  function fail(answer, text) {
    report.replaceChildren();
    let reason = answer.statusText;
    try { reason = JSON.parse(text).detail; } catch { /* no words of ours */ }
    say(`Not audited: ${reason}.`, true);
  }

  function show(text) {
    // without its head, whose style and script this page has already
    const main = text.slice(text.indexOf("<main>"), text.lastIndexOf("</main>"));
    const page = new DOMParser().parseFromString(main, "text/html");
    page.querySelector("h1").remove();
    report.replaceChildren(...page.querySelector("main").childNodes);
    document.dispatchEvent(new Event("provenance:shown"));
  }

  function send() {
    clearTimeout(timer);
    const text = field.value;
    if (!text.trim()) { report.replaceChildren(); say("Paste an article first."); return; }
    audit(text, LOOKS_LIKE_HTML.test(text) ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
  }

  function open(given) {
    if (!given) return;
    clearTimeout(timer);
    const ending = (/\.(\w+)$/.exec(given.name) || ["", ""])[1].toLowerCase();
    const type = TYPES[ending] || "text/plain";
    field.value = "";
    given.arrayBuffer().then((bytes) => audit(bytes, type), () => say("The file cannot be read.", true));
  }

  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(); });
  field.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (field.value.trim()) timer = setTimeout(send, event.inputType === "insertFromPaste" ? 0 : 700);
  });
  profile.addEventListener("change", () => { if (field.value.trim()) send(); });
  file.addEventListener("change", () => open(file.files[0]));
  document.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("dropping"); });
  document.addEventListener("dragleave", () => form.classList.remove("dropping"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("dropping");
    if (event.dataTransfer.files.length) { open(event.dataTransfer.files[0]); return; }
    field.value = event.dataTransfer.getData("text/plain");
    send();
  });
})();
