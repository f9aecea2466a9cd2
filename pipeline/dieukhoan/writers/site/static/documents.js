// The list of documents.
"use strict";

(() => {
  const NAMES = [
    "rank", "id", "title", "number", "type", "issued", "period", "level", "province", "source",
    "duties", "deadlines", "warnings", "codes", "status", "template",
  ];

  function row(cells, shard, serial) {
    return dieukhoan.named(NAMES, cells, { serial });
  }

  function wanted(asked) {
    const query = dieukhoan.query(asked.q || "");
    return (found) => {
      if (["type", "level", "province", "status"].some((name) => asked[name] && found[name] !== asked[name])) return false;
      if (asked.code && !found.codes.includes(asked.code)) return false;
      return !query.length || dieukhoan.matches(query, (found.ready ||= dieukhoan.searchable(`${found.title}\n${found.number}\n${found.source}`)));
    };
  }

  function sort(rows, by) {
    if (by === "title") rows.sort((a, b) => a.rank - b.rank);
    else if (by === "issued") rows.sort((a, b) => (a.issued > b.issued ? -1 : a.issued < b.issued ? 1 : a.serial - b.serial));
    else rows.sort((a, b) => b[by] - a[by] || a.serial - b.serial);
  }

  function show(found, context) {
    const { make, marked, label, number } = dieukhoan;
    return make("tr", { "data-id": found.id },
      make("td", {},
        make("a", { href: dieukhoan.documentPage(found.id) }, marked(found.title, context.query)),
        found.number ? make("span", { class: "quiet" }, " (", marked(found.number, context.query), ")") : "",
        make("p", { class: "quiet" }, marked(found.source, context.query)),
        found.template ? make("span", { class: "tag" }, dieukhoan.say("template")) : "",
      ),
      make("td", {}, label("document_type", found.type)),
      make("td", { class: "day" }, dieukhoan.date(found.issued)),
      make("td", { class: "day" }, dieukhoan.date(found.period)),
      make("td", {}, label("level", found.level)),
      make("td", {}, found.province),
      ["duties", "deadlines", "warnings"].map((one) => make("td", { class: "n" }, number(found[one]))),
      make("td", {}, make("span", { class: `tag ${found.status}` }, label("status", found.status))),
    );
  }

  dieukhoan.lists.documents = { row, wanted, sort, show };
})();
