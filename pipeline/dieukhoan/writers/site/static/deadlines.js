// The list of deadlines.
"use strict";

(() => {
  const NAMES = ["id", "place", "text", "kind", "relation", "value", "duration", "anchor", "first", "last", "cycle", "months", "duties"];
  const NEVER = "9999";

  function row(cells, shard) {
    const [documentId, title, number, type] = shard.documents[cells[0]];
    const found = dieukhoan.named(NAMES, cells.slice(1), { documentId, title, number, type });
    [found.rrule, found.cycle] = shard.cycles[found.cycle];
    return found;
  }

  function wanted(asked) {
    const query = dieukhoan.query(asked.q || "");
    return (found) => {
      if (asked.kind && found.kind !== asked.kind) return false;
      if (asked.type && found.type !== asked.type) return false;
      if (asked.bound && (asked.bound === "yes") !== Boolean(found.duties.length)) return false;
      if (asked.month && !dieukhoan.inMonth(found, asked.month)) return false;
      if ((asked.from || asked.to) && !found.last) return false;
      if (asked.from && found.last < asked.from) return false;
      if (asked.to && (found.first || found.last) > asked.to) return false;
      return !query.length || dieukhoan.matches(query, (found.ready ||= dieukhoan.searchable(`${found.text}\n${found.anchor}`)));
    };
  }

  function sort(rows) {
    const due = (found) => found.last || NEVER;
    rows.sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
  }

  function show(found, context) {
    const { make, marked, label } = dieukhoan;
    const page = dieukhoan.documentPage(found.documentId);
    const values = [found.value, found.rrule, found.duration].filter(Boolean);
    const relation = found.relation && !(found.cycle && found.relation === "on") ? label("relation", found.relation) : "";
    const told = [relation, found.cycle].filter(Boolean).join(": ");
    const duties = found.duties.flatMap((id) => [make("a", { href: `${page}#${id}` }, id.slice(1)), " "]);
    const named = [found.title, found.number ? ` (${found.number})` : ""].join("");
    return make("tr", { "data-id": `${found.documentId}#${found.id}` },
      make("td", {}, make("a", { href: `${page}#${found.id}` }, marked(found.text, context.query))),
      make("td", {}, label("deadline_kind", found.kind)),
      make("td", {}, told ? `${told} ` : "", values.map((value) => make("code", {}, value)), found.anchor ? make("p", { class: "quiet" }, marked(found.anchor, context.query)) : ""),
      make("td", { class: "day" }, dieukhoan.date(found.first)),
      make("td", { class: "day" }, dieukhoan.date(found.last)),
      make("td", {}, duties),
      make("td", { class: "where" }, make("a", { href: page }, named), make("p", { class: "quiet" }, found.place)),
    );
  }

  dieukhoan.lists.deadlines = { row, wanted, sort, show };
})();
