"use strict";
for (const box of document.querySelectorAll(".chain .faulty:first-of-type rect, .chain .sound ~ .faulty rect")) {
  const scroller = box.closest(".wide");
  if (!scroller.scrollLeft) scroller.scrollLeft = box.x.baseVal.value - 60;
}

(() => {
  const list = document.getElementById("list");
  const search = document.getElementById("search");
  if (!list || !search) return;
  const rule = document.getElementById("rule");
  const grouping = document.getElementById("grouping");
  const shown = document.getElementById("shown");
  const boxes = [...document.querySelectorAll("input[name=severity]")];
  const findings = [...list.querySelectorAll(".finding")];
  const texts = new Map();

  const textOf = (finding) => {
    if (!texts.has(finding)) {
      texts.set(finding, `${finding.dataset.path} ${finding.textContent}`.toLowerCase());
    }
    return texts.get(finding);
  };

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const finding of findings) {
      const fits =
        severities.has(finding.dataset.severity) &&
        (!rule.value || finding.dataset.rule === rule.value) &&
        words.every((word) => textOf(finding).includes(word));
      finding.hidden = !fits;
      count += fits;
    }
    for (const group of list.children) {
      const inside = group.querySelectorAll(".finding:not([hidden])").length;
      group.hidden = !inside;
      group.querySelector("small").textContent = inside.toLocaleString("en");
    }
    shown.textContent = `${count.toLocaleString("en")} of ${findings.length.toLocaleString("en")} shown`;
  };

  const groupBy = (key) => {
    const groups = new Map();
    for (const finding of findings) {
      const name = finding.dataset[key];
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(finding);
    }
    const names = [...groups.keys()];
    if (key === "rule") names.sort();
    list.replaceChildren(...names.map((name) => section(name, groups.get(name))));
    list.classList.toggle("by-rule", key === "rule");
    filter();
  };

  const section = (name, members) => {
    const made = document.createElement("section");
    made.className = "group";
    const heading = document.createElement("h3");
    const code = document.createElement("code");
    code.textContent = name;
    heading.append(code, " ", document.createElement("small"));
    made.append(heading, ...members);
    return made;
  };

  for (const control of [search, rule, ...boxes]) control.addEventListener("input", filter);
  grouping.addEventListener("input", () => groupBy(grouping.value));
  document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("button.rule")) {
    button.addEventListener("click", () => {
      rule.value = button.dataset.rule;
      filter();
      document.getElementById("findings").scrollIntoView();
    });
  }
  filter();
})();
