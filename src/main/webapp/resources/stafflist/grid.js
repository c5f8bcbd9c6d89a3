/*
 * The lines of a draft as a grid: only what is in sight is in the page, cells are mended from the keyboard, and what is
 * typed is saved at once. On a narrow screen, and without this script, the plain list stays.
 */
const ROOM = "(min-width: 700px)";
const ROW = 38;
const HEAD = 46;
const SPARE = 6;
const WIDTHS = {
  NAME: 220,
  AREA: 270,
  WORKPLACE: 240,
  ACTIVITIES: 270,
  IDENTITY_NUMBER: 206,
  PHONE: 190,
  SEX: 130,
  BIRTH_DATE: 188,
};
const WIDTH = 180;
const NUMBER_WIDTH = 132;
const FEWEST_ROWS = 5;
const SCROLLBAR = 20;
const FROZEN = 1;
/* As session.js keeps what is typed into forms: in this tab, for the same account and the same list. */
const KEPT = "portal.kept.cells";
const KEPT_FOR = 30 * 60 * 1000;

const root = document.getElementById("grid");
const texts = root.dataset;
const withdrawn = texts.withdrawn === "true";
const say = (key, ...args) => texts["t" + key].replace(/\{(\d)\}/g, (gap, index) => args[index] ?? gap);
const element = (id) => document.getElementById(id);

function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

class Grid {
  columns = [];
  active = { row: 0, column: 0 };
  anchor = null;
  editor = null;
  /* The line and the column that are edited, and the text that was there: the lines may be loaded anew meanwhile. */
  edited = null;
  leaving = false;
  #shown = new Map();
  #scheduled = false;
  #message = "";

  constructor(rows) {
    this.rows = rows;
    this.view = element("grid-view");
    // The field has the focus in every active cell and is only shown once somebody types: however a letter comes, by a key,
    // an input method or another program, it arrives.
    this.input = make("input", { class: "grid-editor grid-idle", autocomplete: "off", spellcheck: "false", "data-forget": "true" });
    this.input.addEventListener("keydown", (event) => this.editor && this.#editing(event));
    this.input.addEventListener("compositionstart", () => this.#begin());
    this.input.addEventListener("input", (event) => this.#first(event));
    this.input.addEventListener("blur", () => this.editor && this.close(true, false));
  }

  start(columns) {
    const name = columns.findIndex((column) => column.type === "NAME");
    this.columns = name > 0 ? [columns[name], ...columns.toSpliced(name, 1)] : columns;
    this.active.column = Math.max(0, this.columns.findIndex((column) => column.key === texts.column));
    this.active.row = Number(texts.at);
    this.lefts = [];
    let left = NUMBER_WIDTH;
    for (const column of this.columns) {
      column.width = WIDTHS[column.type] ?? Math.max(WIDTH, Math.min(240, column.label.length * 9 + 30));
      this.lefts.push(left);
      left += column.width;
    }
    this.width = left;
    const head = make("div", { role: "row", class: "grid-row grid-head", "aria-rowindex": 1 });
    head.append(make("div", { role: "columnheader", class: "grid-number", "aria-colindex": 1 }, say("Line")));
    this.columns.forEach((column, at) => {
      const cell = make("div", { role: "columnheader", class: "grid-cell", "aria-colindex": at + 2 }, column.label);
      if (column.required) {
        cell.append(make("span", { "aria-hidden": "true", class: "grid-star" }, " *"));
        cell.append(make("span", { class: "visually-hidden" }, " " + say("Required")));
      }
      this.#lay(cell, at);
      head.append(cell);
    });
    this.body = make("div", { role: "rowgroup", class: "grid-body" });
    this.grid = make(
      "div",
      { role: "grid", class: "grid", "aria-labelledby": "grid-title", "aria-multiselectable": "true" },
      make("div", { role: "rowgroup", class: "grid-head-group" }, head),
      this.body,
    );
    this.grid.setAttribute("aria-colcount", this.columns.length + 1);
    this.grid.style.width = this.width + "px";
    this.view.append(this.grid);
    this.view.addEventListener("scroll", () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.view);
    this.grid.addEventListener("keydown", (event) => this.#key(event));
    this.grid.addEventListener("mousedown", (event) => this.#press(event));
    this.grid.addEventListener("dblclick", (event) => event.target.closest("[data-at]") && this.edit());
    this.grid.addEventListener("focusin", (event) => event.target.closest("[data-at]") && this.draw());
    document.addEventListener("paste", (event) => this.#paste(event));
    document.addEventListener("copy", (event) => this.#copy(event));
    // What is not laid out yet cannot be scrolled to.
    this.#draw();
  }

  #lay(cell, at) {
    cell.style.width = this.columns[at].width + "px";
    if (at < FROZEN) {
      cell.classList.add("grid-frozen");
      cell.style.left = this.lefts[at] + "px";
    }
  }

  /** Soon, and once however often it is asked for. */
  draw() {
    if (!this.#scheduled) {
      this.#scheduled = true;
      requestAnimationFrame(() => {
        this.#scheduled = false;
        this.#draw();
      });
    }
  }

  #draw() {
    const total = this.rows.total;
    this.active.row = Math.max(0, Math.min(this.active.row, total - 1));
    this.grid.setAttribute("aria-rowcount", total + 1);
    this.body.style.height = total * ROW + "px";
    this.view.style.maxHeight = HEAD + Math.max(FEWEST_ROWS, total) * ROW + SCROLLBAR + "px";
    const first = Math.max(0, Math.floor((this.view.scrollTop - HEAD) / ROW) - SPARE);
    const last = Math.min(total - 1, Math.ceil((this.view.scrollTop + this.view.clientHeight) / ROW) + SPARE);
    clearTimeout(this.fetching);
    this.fetching = setTimeout(() => this.rows.want(first, last).catch(() => this.#soon()), 40);
    const wanted = new Set([this.active.row]);
    for (let row = first; row <= last; row++) {
      wanted.add(row);
    }
    for (const [row, line] of this.#shown) {
      if (!wanted.has(row) || row >= total) {
        line.remove();
        this.#shown.delete(row);
      }
    }
    const focused = this.grid.contains(document.activeElement) && !this.editor;
    for (const row of [...wanted].filter((each) => each >= 0 && each < total).sort((a, b) => a - b)) {
      this.#line(row);
    }
    this.#place();
    if (focused && document.activeElement !== this.input && !this.leaving) {
      this.input.focus({ preventScroll: true });
    }
    this.#about();
  }

  /** The field stands in the active cell. */
  #place() {
    const cell = this.#cell(this.active);
    const data = this.rows.at(this.active.row);
    const column = this.columns[this.active.column];
    if (cell && this.input.parentElement !== cell) {
      cell.append(this.input);
    }
    this.input.readOnly = !data || withdrawn;
    if (!this.editor) {
      this.input.setAttribute("aria-label", `${column.label}: ${(data && this.rows.textOf(data, column.key)) || say("EmptyCell")}`);
    }
  }

  #soon() {
    setTimeout(() => this.draw(), 3000);
  }

  /** The node of a line: kept, so that the focus stays, and its cells written anew where they differ. */
  #line(row) {
    let line = this.#shown.get(row);
    if (!line) {
      line = make("div", { role: "row", class: "grid-row", "aria-rowindex": row + 2 });
      line.style.top = row * ROW + "px";
      line.append(make("div", { role: "rowheader", class: "grid-number", "aria-colindex": 1 }));
      this.columns.forEach((column, at) => {
        const cell = make("div", { role: "gridcell", class: "grid-cell", "aria-colindex": at + 2, "data-at": at });
        this.#lay(cell, at);
        line.append(cell);
      });
      line.dataset.row = row;
      this.#shown.set(row, line);
      const after = [...this.body.children].find((other) => Number(other.dataset.row) > row);
      this.body.insertBefore(line, after ?? null);
    }
    const data = this.rows.at(row);
    const looks = JSON.stringify([data?.number, data?.state, data?.entry, data?.unsent, data?.cells, data?.marks, [...(data?.pending ?? [])], [...(data?.conflicts ?? [])], [...(data?.faults ?? [])]]);
    if (line.looks !== looks) {
      line.looks = looks;
      this.#number(line.children[0], data);
      this.columns.forEach((column, at) => this.#fill(line.children[at + 1], data, column));
    }
    this.columns.forEach((column, at) => {
      const cell = line.children[at + 1];
      const active = row === this.active.row && at === this.active.column;
      cell.classList.toggle("grid-active", active);
      cell.setAttribute("aria-selected", this.#selected(row, at));
    });
  }

  #number(cell, data) {
    cell.replaceChildren();
    if (!data) {
      cell.append(make("span", { class: "visually-hidden" }, say("Loading")));
      return;
    }
    const state = data.state.toLowerCase();
    const sent = state === "submitted" && data.entry;
    const waits = state === "good" && data.unsent;
    const word = sent ? data.entry.word : waits ? data.unsent.word : texts["t" + state[0].toUpperCase() + state.slice(1)];
    const tone = sent ? data.entry.tone : waits ? "warn" : state;
    cell.append(make("span", {}, String(data.number)), make("span", { class: "grid-line grid-line-" + tone }, word));
    const whole = data.marks.some((mark) => mark.column === "" && mark.kind === "E");
    cell.classList.toggle("grid-number-bad", whole);
  }

  #fill(cell, data, column) {
    cell.className = "grid-cell" + (cell.classList.contains("grid-frozen") ? " grid-frozen" : "");
    cell.removeAttribute("aria-invalid");
    [...cell.children].forEach((child) => child !== this.input && child.remove());
    if (!data) {
      cell.classList.add("grid-coming");
      return;
    }
    const kind = ["E", "W", "R"].find((each) => data.marks.some((mark) => mark.column === column.key && mark.kind === each));
    const text = make("span", { class: "grid-text" }, this.rows.textOf(data, column.key));
    cell.prepend(text);
    if (data.pending?.has(column.key)) {
      cell.classList.add("grid-pending");
    }
    const wrong = data.conflicts?.has(column.key) || data.faults?.has(column.key);
    const shown = wrong ? "E" : kind;
    if (shown) {
      cell.classList.add("grid-" + shown);
      text.after(make("span", { class: "grid-mark grid-mark-" + shown }, say(shown)));
    }
    if (shown === "E") {
      cell.setAttribute("aria-invalid", "true");
    }
  }

  #cell({ row, column }) {
    return this.#shown.get(row)?.children[column + 1];
  }

  #range() {
    const from = this.anchor ?? this.active;
    return {
      top: Math.min(from.row, this.active.row),
      bottom: Math.max(from.row, this.active.row),
      left: Math.min(from.column, this.active.column),
      right: Math.max(from.column, this.active.column),
    };
  }

  #selected(row, column) {
    const range = this.#range();
    return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
  }

  go(row, column, extend = false) {
    this.anchor = extend ? (this.anchor ?? { ...this.active }) : null;
    this.leaving = false;
    this.active = {
      row: Math.max(0, Math.min(row, this.rows.total - 1)),
      column: Math.max(0, Math.min(column, this.columns.length - 1)),
    };
    this.#message = "";
    this.reveal();
    this.#draw();
    this.#uncover();
    this.focus();
  }

  /** The panel below the grid stays in sight, and the cell that it is about is neither behind it nor out of the window. */
  #uncover() {
    const cell = this.#cell(this.active)?.getBoundingClientRect();
    if (cell) {
      const bottom = Math.min(element("grid-about").parentElement.getBoundingClientRect().top, window.innerHeight);
      const hidden = cell.bottom - bottom;
      const top = hidden > 0 ? Math.min(hidden, cell.top - HEAD) : Math.min(0, cell.top - HEAD);
      window.scrollBy({ top, behavior: "instant" });
    }
  }

  /** Brings the cell in focus into sight. */
  reveal() {
    this.draw();
    const top = this.active.row * ROW;
    const height = this.view.clientHeight - HEAD;
    if (top < this.view.scrollTop) {
      this.view.scrollTop = top;
    } else if (top + ROW > this.view.scrollTop + height) {
      this.view.scrollTop = top + ROW - height;
    }
    const at = this.active.column;
    const frozen = this.lefts[FROZEN] ?? NUMBER_WIDTH;
    if (at >= FROZEN) {
      if (this.lefts[at] - frozen < this.view.scrollLeft) {
        this.view.scrollLeft = this.lefts[at] - frozen;
      } else if (this.lefts[at] + this.columns[at].width > this.view.scrollLeft + this.view.clientWidth) {
        this.view.scrollLeft = this.lefts[at] + this.columns[at].width - this.view.clientWidth;
      }
    }
  }

  #key(event) {
    if (this.editor || event.isComposing || !event.target.closest("[data-at]")) {
      return;
    }
    const { row, column } = this.active;
    const control = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((this.view.clientHeight - HEAD) / ROW) - 1);
    const moves = {
      ArrowUp: [control ? 0 : row - 1, column],
      ArrowDown: [control ? this.rows.total - 1 : row + 1, column],
      ArrowLeft: [row, control ? 0 : column - 1],
      ArrowRight: [row, control ? this.columns.length - 1 : column + 1],
      Home: [control ? 0 : row, 0],
      End: [control ? this.rows.total - 1 : row, this.columns.length - 1],
      PageUp: [row - page, column],
      PageDown: [row + page, column],
    };
    if (moves[event.key] && !event.altKey) {
      event.preventDefault();
      this.go(...moves[event.key], event.shiftKey);
    } else if (event.key === "Tab") {
      this.#tab(event);
    } else if (event.key === "Enter" || event.key === "F2") {
      event.preventDefault();
      this.edit();
    } else if (event.key === "Escape") {
      this.anchor = null;
      this.leaving = true;
      this.draw();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      this.#write(this.#range(), () => "");
    } else if (control && (event.key.toLowerCase() === "y" || (event.shiftKey && event.key.toLowerCase() === "z"))) {
      event.preventDefault();
      show((withdraws) => rows.redo(withdraws));
    } else if (control && event.key.toLowerCase() === "z") {
      event.preventDefault();
      undo();
    } else if (control && event.key.toLowerCase() === "a") {
      event.preventDefault();
      this.anchor = { row: 0, column: 0 };
      this.active = { row: this.rows.total - 1, column: this.columns.length - 1 };
      this.draw();
    }
  }

  /** From cell to cell within a line; at its ends, and after Esc, out of the grid. */
  #tab(event) {
    const next = this.active.column + (event.shiftKey ? -1 : 1);
    if (!this.leaving && next >= 0 && next < this.columns.length) {
      event.preventDefault();
      this.go(this.active.row, next);
    }
  }

  #press(event) {
    const cell = event.target.closest("[data-at]");
    if (cell && !(this.editor && cell.contains(this.editor))) {
      event.preventDefault();
      this.close(true);
      this.go(Number(cell.parentElement.dataset.row), Number(cell.dataset.at), event.shiftKey);
    }
  }

  /** With the text that is there. */
  edit() {
    const data = this.rows.at(this.active.row);
    if (data && !withdrawn) {
      this.#place();
      this.input.focus({ preventScroll: true });
      this.input.value = this.rows.textOf(data, this.columns[this.active.column].key);
      this.#begin();
      this.input.select();
    }
  }

  /** A text that comes at once and not by a key leaves the caret before it. */
  #first(event) {
    if (!this.editor) {
      this.#begin();
      if (!event.isComposing) {
        this.input.setSelectionRange(this.input.value.length, this.input.value.length);
      }
    }
  }

  #begin() {
    const data = this.rows.at(this.active.row);
    if (this.editor || !data || withdrawn) {
      return;
    }
    const column = this.columns[this.active.column];
    this.anchor = null;
    this.editor = this.input;
    this.edited = { row: data, column: column.key, text: this.rows.textOf(data, column.key) };
    this.input.classList.remove("grid-idle");
    this.input.setAttribute("aria-label", column.label);
    if (column.choices.length > 0) {
      this.input.setAttribute("list", choices(column));
    }
  }

  #editing(event) {
    if (event.isComposing) {
      return;
    }
    const { row, column } = this.active;
    if (event.key === "Enter") {
      event.preventDefault();
      this.close(true);
      this.go(row + (event.shiftKey ? -1 : 1), column);
    } else if (event.key === "Tab") {
      event.preventDefault();
      this.close(true);
      this.go(row, column + (event.shiftKey ? -1 : 1));
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close(false);
      this.go(row, column);
    }
    event.stopPropagation();
  }

  /** Whether a cell has another text than before, which is not handed over yet. */
  isTyping() {
    return this.editor !== null && this.editor.value.trim() !== this.edited.text;
  }

  /** What is typed into the open cell, over the text that is stored. */
  typed() {
    const { row, column } = this.edited ?? {};
    return this.isTyping()
      ? [{ row: row.id, column, seen: row.cells[column] ?? "", text: this.editor.value.trim() }]
      : [];
  }

  /** Ends the editing of a cell, if one is edited. */
  close(keep, focus = true) {
    const editor = this.editor;
    if (!editor) {
      return;
    }
    this.editor = null;
    const line = this.#shown.get(this.active.row);
    if (line) {
      line.looks = "";
    }
    const text = editor.value.trim();
    editor.value = "";
    editor.classList.add("grid-idle");
    editor.removeAttribute("list");
    if (keep) {
      this.rows.edit([{ row: this.edited.row, column: this.edited.column, text }]);
    }
    this.#draw();
    if (focus) {
      this.focus();
    }
  }

  /** A text for each cell of a range; lines that are not there yet are fetched before. */
  async #write(range, textAt) {
    await this.rows.want(range.top, range.bottom).catch(() => null);
    const changes = [];
    for (let row = range.top; row <= range.bottom; row++) {
      const data = this.rows.at(row);
      for (let column = range.left; data && column <= range.right; column++) {
        const text = textAt(row - range.top, column - range.left);
        if (text !== undefined) {
          changes.push({ row: data, column: this.columns[column].key, text });
        }
      }
    }
    this.rows.edit(changes);
    return changes.length;
  }

  #inUse() {
    return !this.editor && document.activeElement?.closest?.("[data-at]") && this.grid.contains(document.activeElement);
  }

  #copy(event) {
    if (this.#inUse()) {
      const range = this.#range();
      event.preventDefault();
      if (!this.rows.has(range.top, range.bottom)) {
        this.tell(say("CopyLoading"));
        this.rows.want(range.top, range.bottom).then(() => this.tell(say("CopyAgain")), () => this.tell(""));
        return;
      }
      const lines = [];
      for (let row = range.top; row <= range.bottom; row++) {
        const data = this.rows.at(row);
        lines.push(this.columns.slice(range.left, range.right + 1).map((column) => quoted(data ? this.rows.textOf(data, column.key) : "")).join("\t"));
      }
      event.clipboardData.setData("text/plain", lines.join("\n"));
    }
  }

  async #paste(event) {
    if (!this.#inUse() || withdrawn) {
      return;
    }
    event.preventDefault();
    const block = cellsOf(event.clipboardData.getData("text/plain"));
    const selected = this.#range();
    const one = block.length === 1 && block[0].length === 1;
    const widest = Math.max(...block.map((line) => line.length));
    const range = one
      ? selected
      : {
          top: selected.top,
          left: selected.left,
          bottom: Math.min(selected.top + block.length, this.rows.total) - 1,
          right: Math.min(selected.left + widest, this.columns.length) - 1,
        };
    const cut = one ? 0 : block.length - (range.bottom - range.top + 1);
    const cutColumns = one ? 0 : widest - (range.right - range.left + 1);
    const count = await this.#write(range, (row, column) => (one ? block[0][0] : block[row]?.[column]));
    this.tell(
      [say("Pasted", count), cut > 0 && say("Cut", cut), cutColumns > 0 && say("CutColumns", cutColumns)].filter(Boolean).join(" "),
    );
  }

  tell(message) {
    this.#message = message;
    this.draw();
  }

  /** What is to be known of the cell in focus, below the grid. */
  #about() {
    const data = this.rows.at(this.active.row);
    const column = this.columns[this.active.column];
    const about = element("grid-about");
    const marks = data?.marks.filter((mark) => mark.column === column.key || mark.column === "") ?? [];
    const conflict = data?.conflicts?.get(column.key);
    const fault = data?.faults?.get(column.key);
    const looks = JSON.stringify([this.#message, this.active, data?.id, data?.entry, data?.unsent, marks, conflict, fault]);
    if (about.looks === looks) {
      return;
    }
    about.looks = looks;
    about.replaceChildren();
    if (this.#message) {
      about.append(make("p", { class: "grid-message" }, this.#message));
    }
    if (data) {
      const text = this.rows.textOf(data, column.key) || say("EmptyCell");
      about.append(make("p", {}, make("strong", {}, `${say("Line")} ${data.number} · ${column.label}: `), text));
      if (data.unsent) {
        about.append(make("p", { class: "grid-said" }, make("strong", {}, data.unsent.text)));
      }
      if (conflict !== undefined) {
        about.append(make("p", { class: "grid-said grid-said-E" }, say("Conflict", conflict)));
      }
      if (fault !== undefined) {
        about.append(make("p", { class: "grid-said grid-said-E" }, fault));
      }
      for (const mark of marks) {
        const given = mark.given === "" ? "" : " " + say(mark.kind === "R" ? "Given" : "Reading", mark.given);
        about.append(make("p", { class: "grid-said" }, make("span", { class: "grid-mark grid-mark-" + mark.kind }, say(mark.kind)), " " + mark.text + given));
      }
      if (marks.length === 0 && conflict === undefined && fault === undefined) {
        about.append(make("p", { class: "grid-said" }, say("Fine")));
      }
      if (data.entry) {
        const link = make("a", { href: texts.entryPage + "?id=" + data.entry.id }, say("Entry"));
        about.append(make("p", { class: "grid-said" }, make("strong", {}, data.entry.state + ". "), data.entry.text + " ", link));
        if (data.entry.reason) {
          about.append(make("p", { class: "grid-said" }, make("strong", {}, data.entry.reason)));
        }
        if (data.entry.holds) {
          about.append(make("p", { class: "grid-said" }, make("strong", {}, data.entry.holds)));
        }
      }
      if (data.origin) {
        about.append(make("p", { class: "grid-said grid-origin" }, data.origin));
      }
      element("grid-form").href = texts.rowPage + "&row=" + data.id;
    } else if (this.rows.total === 0) {
      about.append(make("p", {}, say("Nothing")));
    }
    element("grid-convert").hidden = withdrawn || !marks.some(isReadable);
    element("grid-keep").hidden = withdrawn || !marks.some((mark) => mark.kind === "R");
    element("grid-accept").hidden = withdrawn || !marks.some((mark) => mark.column !== "" && (mark.kind === "R" || mark.doubt));
    element("grid-accept-line").hidden = withdrawn || !marks.some((mark) => mark.column === "" && mark.doubt);
    element("grid-overwrite").hidden = conflict === undefined;
    element("grid-form").hidden = !data;
    element("grid-remove").hidden = !data || withdrawn;
    if (this.grid.contains(document.activeElement)) {
      this.#uncover();
    }
  }

  nameOf(data) {
    const name = this.columns.find((column) => column.type === "NAME");
    return name ? this.rows.textOf(data, name.key) : "";
  }

  here() {
    return { data: this.rows.at(this.active.row), column: this.columns[this.active.column] };
  }

  focus() {
    this.#place();
    this.input.focus({ preventScroll: true });
  }
}

/** Of an old font, with what it shows there. */
function isReadable(mark) {
  return mark.kind !== "R" && mark.column !== "" && mark.given !== "";
}

function quoted(text) {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Cells of a block as spreadsheets copy it: tabs and lines, quotes around a cell that has such itself. */
function cellsOf(text) {
  const lines = [[]];
  let cell = "";
  let inside = false;
  const clean = text.replaceAll("\r\n", "\n").replace(/\n$/, "");
  for (let at = 0; at < clean.length; at++) {
    const letter = clean[at];
    if (inside && letter === '"') {
      inside = clean[at + 1] === '"';
      cell += inside ? '"' : "";
      at += inside ? 1 : 0;
    } else if (letter === '"' && cell === "") {
      inside = true;
    } else if (!inside && (letter === "\t" || letter === "\n")) {
      lines.at(-1).push(cell.trim());
      cell = "";
      if (letter === "\n") {
        lines.push([]);
      }
    } else {
      cell += letter;
    }
  }
  lines.at(-1).push(cell.trim());
  return lines;
}

/** The id of a list to choose from, made when it is needed. */
function choices(column) {
  const id = "choices-" + column.key;
  if (!element(id)) {
    const list = make("datalist", { id });
    list.append(...column.choices.map((choice) => make("option", { value: choice })));
    root.append(list);
  }
  return id;
}

const chosen = document.querySelector("#filters [aria-current]")?.getAttribute("href");

function chip({ tone, count, label, address }) {
  const link = make("a", { class: "chip chip-" + tone, href: address });
  link.append(make("strong", {}, count.toLocaleString(document.documentElement.lang)), " " + label);
  if (address === chosen) {
    link.setAttribute("aria-current", "true");
  }
  return make("li", {}, link);
}

function count(counts) {
  const folded = (each) => each.mark && each.address !== chosen;
  const marks = counts.filter(folded);
  element("chips").replaceChildren(...counts.filter((each) => !folded(each)).map(chip));
  element("chips-marks").replaceChildren(...marks.map(chip));
  element("chips-count").textContent = marks.length;
  element("chips-more").hidden = marks.length === 0;
  element("grid-refresh").hidden = !rows.refreshable;
}

function saving(state, open) {
  const shown = element("grid-state");
  const key = { saved: "Saved", saving: "Saving", waiting: "Waiting", faulty: "Faulty", "signed-out": "SignedOut" }[state];
  shown.dataset.state = state;
  shown.textContent = say(key, open);
  element("grid-sign-in").hidden = state !== "signed-out";
}

const undoLabel = element("grid-undo").textContent;

/** What the page said of the act before, with a word on undoing it, is not true of the act after. */
function forgetConfirmations() {
  document.querySelectorAll("main .confirmation").forEach((said) => said.remove());
}

async function undo() {
  if (rows.dropFaulty() > 0) {
    grid.tell(say("Dropped"));
    grid.focus();
    return;
  }
  await show((withdraws) => rows.undo(withdraws));
}

/** Whether the user agrees to what an undoing takes back. */
function agrees({ question, explained, yes }) {
  const dialog = element("grid-undo-sure");
  element("grid-undo-sure-title").textContent = question;
  element("grid-undo-sure-text").textContent = explained;
  element("grid-undo-yes").textContent = yes;
  dialog.returnValue = "";
  const closed = new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  dialog.showModal();
  return closed.then(() => dialog.returnValue === "yes");
}

/** The line in which something was undone or done again. */
async function show(act) {
  let answer = await act(0);
  while (answer?.question) {
    answer = (await agrees(answer)) ? await act(answer.withdraws) : null;
  }
  if (answer && answer.at >= 0) {
    grid.go(answer.at, grid.active.column);
  }
  if (answer) {
    grid.tell(answer.detail);
  }
  grid.focus();
}

let rows;
let grid;

/** A page that goes while something of it is not saved, as one whose session is over, leaves that for the next one. */
function keepLeftOver() {
  const left = rows.leftOver(grid.typed());
  if (left) {
    sessionStorage.setItem(KEPT, JSON.stringify({ account: account(), list: texts.list, at: Date.now(), left }));
  }
}

function account() {
  return element("session-warning")?.dataset.account ?? "";
}

function bringBack() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  if (kept?.account === account() && kept.list === texts.list && !withdrawn) {
    sessionStorage.removeItem(KEPT);
    if (Date.now() - kept.at < KEPT_FOR) {
      grid.tell(say("BroughtBack", rows.bringBack(kept.left)));
    }
  }
}

async function start() {
  const { GridRows } = await import(new URL(texts.rows, location.href).href);
  const filter = { state: texts.state, kind: texts.kind, code: texts.code, column: texts.column, words: texts.words };
  rows = new GridRows(texts.url, texts.list, filter, {
    changed: () => grid.body && grid.draw(),
    counted: count,
    saving,
    refused: (message) => message && grid.tell(message),
    acted: forgetConfirmations,
    undoable: (title) => (element("grid-undo").textContent = title === "" ? undoLabel : `${undoLabel}: ${title}`),
    nothing: (again) => grid.tell(say(again ? "NothingToRedo" : "NothingToUndo")),
    typing: () => grid?.isTyping() ?? false,
    tooLong: (...numbers) => say("TooLong", ...numbers.map((number) => number.toLocaleString(document.documentElement.lang))),
  });
  grid = new Grid(rows);
  const opened = await rows.open();
  root.hidden = false;
  element("plain").hidden = true;
  grid.start(opened.columns);
  grid.reveal();
  if (texts.named) {
    grid.go(grid.active.row, grid.active.column);
  }
  bringBack();
  window.addEventListener("pagehide", keepLeftOver);
  element("grid-undo").addEventListener("click", undo);
  element("grid-redo").addEventListener("click", () => show((withdraws) => rows.redo(withdraws)));
  element("grid-undo-yes").addEventListener("click", () => element("grid-undo-sure").close("yes"));
  element("grid-refresh").addEventListener("click", () => rows.refresh());
  element("grid-add").addEventListener("click", async () => {
    const answer = await rows.add([{}]);
    if (answer) {
      grid.go(rows.total - 1, 0);
    }
  });
  element("grid-convert").addEventListener("click", () => {
    const { data, column } = grid.here();
    const mark = data.marks.find((each) => each.column === column.key && isReadable(each));
    rows.edit([{ row: data, column: column.key, text: mark.given }]);
    grid.focus();
  });
  element("grid-keep").addEventListener("click", () => {
    const { data, column } = grid.here();
    rows.keepGiven(data, column.key);
    grid.focus();
  });
  element("grid-accept").addEventListener("click", () => {
    const { data, column } = grid.here();
    rows.accept(data, column.key);
    grid.focus();
  });
  element("grid-accept-line").addEventListener("click", () => {
    rows.accept(grid.here().data, "");
    grid.focus();
  });
  element("grid-overwrite").addEventListener("click", () => {
    const { data, column } = grid.here();
    const text = data.conflicts.get(column.key);
    data.conflicts.delete(column.key);
    rows.edit([{ row: data, column: column.key, text }]);
    grid.focus();
  });
  element("grid-remove").addEventListener("click", () => {
    const { data } = grid.here();
    element("grid-sure-title").textContent = say("RemoveQuestion", String(data.number), grid.nameOf(data) || say("NoName"));
    element("grid-sure-text").textContent = data.entry?.removal ?? say("RemovePlain");
    element("grid-sure").showModal();
  });
  element("grid-remove-yes").addEventListener("click", async () => {
    element("grid-sure").close();
    const { data } = grid.here();
    const answer = await rows.remove(data);
    if (answer) {
      grid.tell(answer.detail ?? "");
    }
    grid.focus();
  });
  for (const id of ["grid-undo", "grid-redo", "grid-add"]) {
    element(id).hidden = withdrawn;
  }
}

if (matchMedia(ROOM).matches) {
  start().catch(() => {
    root.hidden = true;
    element("plain").hidden = false;
  });
}
