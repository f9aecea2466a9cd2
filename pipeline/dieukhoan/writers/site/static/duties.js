// The list of duties.
"use strict";

(() => {
  const OWN = ["lead", "support"];
  const DOUBTFUL = dieukhoan.words.doubtful_below;
  const NONE = Number.MAX_SAFE_INTEGER;
  const collator = new Intl.Collator("vi", { numeric: true });

  function row(cells, shard, serial) {
    const [at, id, place, text, when, days, modality, notes, confidence, months, parts] = cells;
    const [documentId, title, number, type, province] = shard.documents[at];
    const bodies = parts.map(([body, roles]) => ({ id: shard.bodies[body][0], name: shard.bodies[body][1], roles }));
    return { serial, id, place, text, when, days, modality, notes, confidence, months, bodies, documentId, title, number, type, province };
  }

  /** The day that the list is about: the first from today on, or from the day asked for, else the last. */
  function nextDay(days, from) {
    return days.find((day) => day >= from) || days[days.length - 1] || NONE;
  }

  /** The days of a duty in the month asked for. */
  function daysOf(found, asked) {
    return asked.month ? found.days.filter((day) => Math.floor(day / 100) % 100 === Number(asked.month)) : found.days;
  }

  function inTime(found, asked) {
    if (asked.due === "day" && !found.days.length) return false;
    if (asked.due === "when" && (found.days.length || !found.when)) return false;
    if (asked.due === "none" && found.when) return false;
    if (asked.month && !dieukhoan.inMonth(found, asked.month)) return false;
    if (!asked.from && !asked.to) return true;
    const from = Number((asked.from || "").replaceAll("-", "")) || 0;
    const to = Number((asked.to || "").replaceAll("-", "")) || NONE;
    return daysOf(found, asked).some((day) => day >= from && day <= to);
  }

  function wanted(asked) {
    const query = dieukhoan.query(asked.q || "");
    const who = dieukhoan.query(asked.who || "");
    const ofRole = (body) => !asked.role || body.roles.includes(asked.role);
    return (found) => {
      if (asked.type && found.type !== asked.type) return false;
      if (asked.modality && found.modality !== asked.modality) return false;
      if (asked.doubt && !(found.confidence < DOUBTFUL)) return false;
      if (!inTime(found, asked)) return false;
      if (asked.body && !found.bodies.some((body) => body.id === asked.body && ofRole(body))) return false;
      if (who.length || asked.role) {
        const named = (body) => dieukhoan.matches(who, (body.ready ||= dieukhoan.searchable(body.name)));
        if (!found.bodies.some((body) => ofRole(body) && named(body))) return false;
      }
      return !query.length || dieukhoan.matches(query, (found.ready ||= dieukhoan.searchable(`${found.text}\n${found.notes || ""}`)));
    };
  }

  function sort(rows, by) {
    const today = dieukhoan.today();
    const lead = (found) => (found.bodies.find((body) => body.roles.includes("lead")) || { name: "\uffff" }).name;
    if (by === "due") rows.sort((a, b) => nextDay(a.days, today) - nextDay(b.days, today) || a.serial - b.serial);
    if (by === "doubt") rows.sort((a, b) => a.confidence - b.confidence || a.serial - b.serial);
    if (by === "who") {
      const names = [...new Set(rows.map(lead))].sort(collator.compare);
      const ranks = new Map(names.map((name, rank) => [name, rank]));
      rows.sort((a, b) => ranks.get(lead(a)) - ranks.get(lead(b)) || a.serial - b.serial);
    }
  }

  function bodies(found, role, context) {
    const links = found.bodies
      .filter((body) => body.roles.includes(role))
      .map((body) => dieukhoan.make("li", {}, dieukhoan.make("a", { href: dieukhoan.bodyPage(body.id) }, dieukhoan.marked(body.name, context.who))));
    return links.length ? dieukhoan.make("ul", { class: "names" }, links) : "";
  }

  function when(found, asked) {
    const made = [found.when];
    const days = daysOf(found, asked);
    if (days.length) {
      const from = Number((asked.from || "").replaceAll("-", "")) || dieukhoan.today();
      const day = nextDay(days, from);
      const past = day < dieukhoan.today();
      const words = `${dieukhoan.say(past ? "overdue" : "next_due")}: ${dieukhoan.day(day)}`;
      made.push(dieukhoan.make("p", { class: past ? "days past" : "days" }, words));
    }
    return made;
  }

  function show(found, context) {
    const { make, marked, label } = dieukhoan;
    const page = dieukhoan.documentPage(found.documentId);
    const tags = found.modality === "obligation" ? [] : [make("span", { class: `tag ${found.modality}` }, label("modality", found.modality)), " "];
    if (found.confidence < DOUBTFUL) tags.push(make("span", { class: "tag warning" }, dieukhoan.say("doubtful")), " ");
    const others = found.bodies.flatMap((body) => body.roles.filter((role) => !OWN.includes(role)).map((role) => [role, body]));
    const extra = others.map(([role, body]) =>
      make("p", { class: "other" }, `${label("role", role)}: `, make("a", { href: dieukhoan.bodyPage(body.id) }, marked(body.name, context.who))),
    );
    const named = [found.title, found.number ? ` (${found.number})` : ""].join("");
    return make("tr", { "data-id": `${found.documentId}#${found.id}` },
      make("td", { class: "n" }, dieukhoan.number(found.serial)),
      make("td", {}, tags, make("a", { href: `${page}#${found.id}` }, marked(found.text, context.query)), extra),
      make("td", {}, bodies(found, "lead", context)),
      make("td", {}, bodies(found, "support", context)),
      make("td", {}, when(found, context.asked)),
      make("td", { class: "where" }, make("a", { href: page }, named), make("p", { class: "quiet" }, found.place)),
    );
  }

  /** The body that a link asks for, which no field shows. */
  function chips(hidden, rows) {
    if (!hidden.body) return [];
    const known = rows.flatMap((found) => found.bodies).find((body) => body.id === hidden.body);
    return [["body", `${dieukhoan.say("body")}: ${known ? known.name : hidden.body}`]];
  }

  dieukhoan.lists.duties = { row, wanted, sort, show, chips };
})();
