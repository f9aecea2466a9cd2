// The calendar: a month at a time, as a grid of days and as a list below it.
"use strict";

(() => {
  const IN_A_DAY = 3;
  const PAGE = 200;
  const { make, say, number, load } = dieukhoan;
  const state = { months: [], at: 0, rows: [], turn: 0, reach: () => null };

  const byId = (id) => document.getElementById(id);
  const month = () => state.months[state.at];

  /** The place of a month in the list: itself, else the first after it, else the last. */
  function placeOf(name) {
    const found = state.months.findIndex(([one]) => one >= name);
    return found < 0 ? state.months.length - 1 : found;
  }

  async function rowsOf([name, shards]) {
    const parts = [];
    for (let one = 1; one <= shards; one += 1) parts.push((await load(`calendar-${name}-${one}`)).rows);
    return parts.flat();
  }

  function link(row, words) {
    return make("a", { href: `${dieukhoan.documentPage(row[1])}#${row[2]}` }, words);
  }

  function cell(day, rows) {
    const today = day === dieukhoan.today();
    const box = make("td", { class: today ? "today" : rows.length ? "busy" : "" });
    box.append(make("span", { class: "date" }, String(day % 100), today ? ` (${say("today")})` : ""));
    if (rows.length) {
      const items = rows.slice(0, IN_A_DAY).map((row) => make("li", {}, link(row, row[3] || row[6])));
      box.append(make("ul", {}, items));
      if (rows.length > IN_A_DAY) box.append(make("a", { class: "rest", href: `#day-${day}` }, say("n_entries", { n: number(rows.length) })));
    }
    return box;
  }

  function grid(rows) {
    const [year, number] = month()[0].split("-").map(Number);
    const byDay = Map.groupBy ? Map.groupBy(rows, (row) => row[0]) : group(rows);
    const head = make("tr", {}, say("weekdays").split("|").map((name) => make("th", { scope: "col" }, name)));
    const first = (new Date(year, number - 1, 1).getDay() + 6) % 7;
    const days = new Date(year, number, 0).getDate();
    const weeks = [];
    for (let start = 1 - first; start <= days; start += 7) {
      const cells = [];
      for (let day = start; day < start + 7; day += 1) {
        const key = year * 10000 + number * 100 + day;
        cells.push(day < 1 || day > days ? make("td", { class: "out" }) : cell(key, byDay.get(key) || []));
      }
      weeks.push(make("tr", {}, cells));
    }
    byId("grid").replaceChildren(make("thead", {}, head), make("tbody", {}, weeks));
  }

  function group(rows) {
    const found = new Map();
    for (const row of rows) {
      if (!found.has(row[0])) found.set(row[0], []);
      found.get(row[0]).push(row);
    }
    return found;
  }

  function item(row, query) {
    const [, id, target, text, lead, support, when, title, place, note] = row;
    const { marked } = dieukhoan;
    const who = [[say("lead"), lead], [say("support"), support]].filter(([, names]) => names);
    return make("li", { "data-id": `${id}#${target}` },
      make("p", { class: "what" }, note ? [make("span", { class: "tag" }, note), " "] : "", link(row, marked(text || when, query))),
      who.map(([role, names]) => make("p", {}, make("span", { class: "quiet" }, `${role}: `), marked(names, query))),
      make("p", { class: "quiet" }, [when, place, title].filter(Boolean).join(" · ")),
    );
  }

  /** The list below the grid, some hundred rows at a time. */
  function agenda(rows, query) {
    const box = byId("agenda");
    box.replaceChildren();
    let at = 0;
    let list = null;
    let day = 0;
    const more = make("button", { type: "button" });
    function add() {
      for (const row of rows.slice(at, at + PAGE)) {
        if (row[0] !== day) {
          day = row[0];
          list = make("ol", { class: "cards" });
          more.before(make("h3", { id: `day-${day}`, tabindex: "-1" }, dieukhoan.day(day)), list);
        }
        list.append(item(row, query));
      }
      at += PAGE;
      more.textContent = say("more", { n: number(Math.max(0, rows.length - at)) });
      more.hidden = at >= rows.length;
    }
    more.addEventListener("click", add);
    box.append(more);
    add();
    state.reach = (name) => {
      while (!byId(name) && at < rows.length) add();
      return byId(name);
    };
  }

  async function show() {
    state.turn += 1;
    const { turn } = state;
    const [name] = month();
    const rows = await rowsOf(month());
    if (turn !== state.turn) return;
    state.rows = rows;
    const [year, number] = name.split("-");
    byId("shown").textContent = `${say("months").split("|")[Number(number) - 1]}${dieukhoan.words.lang === "vi" ? "/" : " "}${year}`;
    byId("f-month").value = name;
    if (byId("by-month")) byId("by-month").href = `duties.html#month=${Number(number)}`;
    byId("before").disabled = state.at === 0;
    byId("after").disabled = state.at === state.months.length - 1;
    narrow();
    document.body.dataset.ready = turn;
  }

  /** Only the rows that have the words asked for, without those of templates if that is asked. */
  function narrow() {
    const query = dieukhoan.query(byId("f-q").value);
    const ready = (row) => dieukhoan.searchable(row.slice(3).join("\n"));
    const agreed = byId("f-agreed").checked;
    const rows = state.rows.filter((row) => !(agreed && row[9]) && (!query.length || dieukhoan.matches(query, ready(row))));
    const told = { n: number(rows.length), all: number(state.rows.length) };
    byId("told").textContent = rows.length < state.rows.length || query.length ? say("found", told) : say("n_entries", told);
    grid(rows);
    agenda(rows, query);
  }

  function go(name) {
    state.at = placeOf(name);
    history.replaceState(null, "", `#${month()[0]}`);
    show();
  }

  /** Whether the address leads to a part of the page other than a day, as the link that skips the menu does. */
  function namesElement() {
    const asked = location.hash.slice(1);
    return !asked.startsWith("day-") && byId(asked) !== null;
  }

  /** Take the month, or the day in it, from the address. */
  async function recall() {
    const asked = location.hash.slice(1);
    const day = /^day-(\d{4})(\d{2})\d{2}$/.exec(asked);
    const today = String(dieukhoan.today());
    const here = /^\d{4}-\d{2}$/.test(asked) ? asked : `${today.slice(0, 4)}-${today.slice(4, 6)}`;
    const at = placeOf(day ? `${day[1]}-${day[2]}` : here);
    if (!day || at !== state.at || !state.rows.length) {
      state.at = at;
      await show();
    }
    const heading = day && state.reach(asked);
    if (heading) heading.scrollIntoView();
  }

  document.addEventListener("DOMContentLoaded", async () => {
    if (!byId("month")) return;
    state.months = (await load("calendar")).months;
    byId("month").addEventListener("submit", (event) => event.preventDefault());
    byId("f-month").addEventListener("change", (event) => go(event.target.value));
    byId("before").addEventListener("click", () => go(state.months[state.at - 1][0]));
    byId("after").addEventListener("click", () => go(state.months[state.at + 1][0]));
    byId("f-q").addEventListener("input", narrow);
    byId("f-agreed").addEventListener("input", narrow);
    window.addEventListener("hashchange", () => {
      if (!namesElement()) recall();
    });
    recall();
  });
})();
