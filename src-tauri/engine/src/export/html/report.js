// Filters the claims; without this script all of them are shown.
const form = document.getElementById("filter");
const find = document.getElementById("find");
const left = document.getElementById("left");
const claims = [...document.querySelectorAll("[data-kind][id]")];
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const words = new Map(claims.map((claim) => [claim, plain(claim.textContent)]));
function show() {
  const kinds = new Set([...form.querySelectorAll("[name=kind]:checked")].map((box) => box.value));
  const wanted = plain(find.value).trim();
  let shown = 0;
  for (const claim of claims) {
    claim.hidden = !kinds.has(claim.dataset.kind) || !words.get(claim).includes(wanted);
    if (!claim.hidden) shown += 1;
  }
  left.textContent = left.dataset.pattern.replace("{shown}", shown).replace("{all}", claims.length);
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
// A link from above leads to a claim that is hidden: show it.
addEventListener("hashchange", () => {
  const claim = document.getElementById(location.hash.slice(1));
  if (!claim || !claim.hidden) return;
  for (const box of form.querySelectorAll("[name=kind]")) box.checked = true;
  find.value = "";
  show();
  claim.scrollIntoView();
});
form.hidden = false;
