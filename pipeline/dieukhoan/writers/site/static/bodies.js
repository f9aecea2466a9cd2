// The list of bodies, in the order of a Vietnamese list unless asked otherwise.
"use strict";

(() => {
  const NAMES = ["id", "name", "abbreviation", "kind", "level", "province", "lead", "support", "other", "documents", "page"];

  function row(cells, shard, serial) {
    return dieukhoan.named(NAMES, cells, { serial });
  }

  function wanted(asked) {
    const query = dieukhoan.query(asked.q || "");
    return (found) => {
      if (["kind", "level", "province"].some((name) => asked[name] && found[name] !== asked[name])) return false;
      if (asked.acting && !(found.lead || found.support || found.other)) return false;
      return !query.length || dieukhoan.matches(query, (found.ready ||= dieukhoan.searchable(`${found.name}\n${found.abbreviation}`)));
    };
  }

  function sort(rows, by) {
    rows.sort((a, b) => b[by] - a[by] || a.serial - b.serial);
  }

  function show(found, context) {
    const { make, marked, label, number } = dieukhoan;
    const name = marked(found.name, context.query);
    return make("tr", { "data-id": found.id },
      make("td", {}, found.page ? make("a", { href: dieukhoan.bodyPage(found.id) }, name) : name),
      make("td", {}, marked(found.abbreviation, context.query)),
      make("td", {}, label("kind", found.kind)),
      make("td", {}, label("level", found.level)),
      make("td", {}, found.province),
      ["lead", "support", "other", "documents"].map((one) => make("td", { class: "n" }, number(found[one]))),
    );
  }

  dieukhoan.lists.bodies = { row, wanted, sort, show };
})();
