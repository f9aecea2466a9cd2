// A list of rows in shards: filters that stand in the address, pages, and no more loaded than is looked at.
"use strict";

(() => {
  const AHEAD = 4;

  /** Whether the address leads to a part of the page, as the link that skips the menu does, and asks nothing. */
  const namesElement = () => location.hash.length > 1 && !location.hash.includes("=");

  class List {
    constructor(form) {
      this.form = form;
      this.kind = dieukhoan.lists[form.dataset.list];
      this.shards = Number(form.dataset.shards);
      this.each = Number(form.dataset.size);
      this.total = Number(form.dataset.rows);
      this.rows = document.getElementById("rows");
      this.told = document.getElementById("told");
      this.chips = document.getElementById("chips");
      this.pagers = document.querySelectorAll("nav.pager");
      this.labels = Array.from(document.querySelectorAll("table.list th"), (head) => head.textContent);
      this.prepared = [];
      this.page = 1;
      this.turn = 0;
      this.hidden = {};
      this.recalling = false;
    }

    /** Everything that narrows or orders the list, by name. */
    asked() {
      const told = { ...this.hidden };
      for (const field of this.form.elements) {
        if (!field.name || field.name === "size") continue;
        const value = field.type === "checkbox" ? (field.checked ? field.value : "") : field.value.trim();
        if (value) told[field.name] = value;
      }
      return told;
    }

    size() {
      return Number(this.form.elements.size.value);
    }

    /** The rows of a shard, read once. */
    async shard(number) {
      if (!this.prepared[number]) {
        const told = await dieukhoan.load(`${this.form.dataset.list}-${number}`);
        this.prepared[number] = told.rows.map((row, at) => this.kind.row(row, told, (number - 1) * this.each + at + 1));
      }
      return this.prepared[number];
    }

    /** The rows from `from` to `to` of the whole list. */
    async slice(from, to) {
      const made = [];
      for (let number = Math.floor(from / this.each) + 1; (number - 1) * this.each < to && number <= this.shards; number += 1) {
        const rows = await this.shard(number);
        const base = (number - 1) * this.each;
        made.push(...rows.slice(Math.max(0, from - base), to - base));
      }
      return made;
    }

    /** Have the next shards on their way while one is looked through; who awaits them is told of errors. */
    fetchAhead(number) {
      for (let next = number + 1; next <= Math.min(number + AHEAD, this.shards); next += 1) {
        dieukhoan.load(`${this.form.dataset.list}-${next}`).catch(() => {});
      }
    }

    /** All rows that match, shard after shard; what is found first is shown first. */
    async search(asked, turn) {
      const wanted = this.kind.wanted(asked);
      const found = [];
      let shown = -1;
      for (let number = 1; number <= this.shards; number += 1) {
        this.fetchAhead(number);
        for (const row of await this.shard(number)) if (wanted(row)) found.push(row);
        if (turn !== this.turn) return null;
        if (this.page === 1 && !asked.sort && shown < Math.min(found.length, this.size())) {
          shown = found.length;
          this.show(found.slice(0, this.size()), asked);
        }
        this.told.textContent = dieukhoan.say("scanning", { done: number, all: this.shards });
        if (number % 8 === 0) await new Promise((then) => setTimeout(then));
      }
      if (asked.sort) this.kind.sort(found, asked.sort);
      return found;
    }

    async update() {
      this.turn += 1;
      const turn = this.turn;
      const asked = this.asked();
      const size = this.size();
      const from = (this.page - 1) * size;
      try {
        if (Object.keys(asked).length) {
          const found = await this.search(asked, turn);
          if (turn !== this.turn) return;
          this.show(found.slice(from, from + size), asked);
          this.tell(found.length);
        } else {
          const rows = await this.slice(from, from + size);
          if (turn !== this.turn) return;
          this.show(rows, asked);
          this.tell(this.total);
        }
        document.body.dataset.ready = turn;
      } catch (error) {
        this.told.textContent = error.message;
      }
    }

    show(rows, asked) {
      const context = { asked, query: dieukhoan.query(asked.q || ""), who: dieukhoan.query(asked.who || "") };
      this.rows.replaceChildren(...rows.map((row) => this.labelled(this.kind.show(row, context))));
      const chips = this.kind.chips ? this.kind.chips(this.hidden, rows) : [];
      this.chips.replaceChildren(
        ...chips.map(([name, shown]) => {
          const button = dieukhoan.make("button", { type: "button" }, `${shown} ✕`);
          button.setAttribute("aria-label", `${dieukhoan.say("remove")}: ${shown}`);
          button.addEventListener("click", () => {
            delete this.hidden[name];
            this.changed();
          });
          return button;
        }),
      );
    }

    /** Each cell says what its column is, for a window too narrow for columns. */
    labelled(row) {
      Array.from(row.cells).forEach((cell, at) => {
        cell.dataset.label = this.labels[at];
      });
      return row;
    }

    tell(count) {
      const numbers = { n: dieukhoan.number(count), all: dieukhoan.number(this.total) };
      this.told.textContent = dieukhoan.say(count === this.total ? "all_rows" : "found", numbers);
      const last = Math.max(1, Math.ceil(count / this.size()));
      this.pagers.forEach((nav) => nav.replaceChildren(...(last > 1 ? this.pager(last) : [])));
    }

    pager(last) {
      const button = (words, page) => {
        const made = dieukhoan.make("button", { type: "button", disabled: page < 1 || page > last || page === this.page ? "" : null }, words);
        made.addEventListener("click", () => this.go(page));
        return made;
      };
      const told = { n: dieukhoan.number(this.page), all: dieukhoan.number(last) };
      return [
        button(dieukhoan.say("first_page"), 1),
        button(dieukhoan.say("previous"), this.page - 1),
        dieukhoan.make("span", {}, dieukhoan.say("page_of", told)),
        button(dieukhoan.say("next"), this.page + 1),
        button(dieukhoan.say("last_page"), last),
      ];
    }

    go(page) {
      this.page = page;
      this.remember();
      this.update();
      this.told.scrollIntoView({ block: "start" });
    }

    changed() {
      this.page = 1;
      this.remember();
      this.update();
    }

    /** Put into the address what is asked, so that a link or the way back leads here again. */
    remember() {
      const told = new URLSearchParams(this.asked());
      if (this.page > 1) told.set("page", this.page);
      const address = told.toString();
      if (address !== location.hash.slice(1)) history.replaceState(null, "", `#${address}`);
    }

    /** Take from the address what is asked. */
    recall() {
      const told = new URLSearchParams(namesElement() ? "" : location.hash.slice(1));
      this.recalling = true;
      this.form.reset();
      this.recalling = false;
      this.hidden = {};
      this.page = 1;
      for (const [name, value] of told) {
        const field = this.form.elements[name];
        if (name === "page") this.page = Math.max(1, Number(value) || 1);
        else if (!field) this.hidden[name] = value;
        else if (field.type === "checkbox") field.checked = true;
        else field.value = value;
      }
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const list = new List(document.getElementById("filters"));
    let pause = 0;
    list.form.addEventListener("submit", (event) => event.preventDefault());
    list.form.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => list.changed(), 150);
    });
    list.form.addEventListener("reset", () => {
      if (list.recalling) return;
      list.hidden = {};
      setTimeout(() => list.changed());
    });
    window.addEventListener("hashchange", () => {
      if (namesElement()) return;
      list.recall();
      list.update();
    });
    list.recall();
    list.update();
  });
})();
