/*
 * The lines that the grid shows, as far as they were asked for, and what of them is not saved yet. Edits go to the portal
 * at once, one batch after the other; a batch keeps its id until it is answered, so that sending it again does nothing
 * twice. What cannot be sent just now stays in memory and is tried again.
 */
const BLOCK = 100;
const LARGEST_BATCH = 500;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 30000;

export class SignedOut extends Error {}

export class Refused extends Error {
  constructor(status, answer) {
    super(answer?.detail ?? String(status));
    this.status = status;
  }
}

export class GridRows {
  total = 0;
  refreshable = false;
  #blocks = new Map();
  #loading = new Map();
  #byId = new Map();
  #queue = [];
  #sending = null;
  #pause = FIRST_PAUSE;
  #timer = 0;
  #undoable = [];
  #age = 0;

  /** listeners: changed(), counted(counts), saving(state, count), refused(message) */
  constructor(url, list, filter, listeners) {
    this.url = url;
    this.list = list;
    this.filter = filter;
    this.listeners = listeners;
    window.addEventListener("online", () => this.#hurry());
    window.addEventListener("focus", () => this.#hurry());
    window.addEventListener("beforeunload", (event) => this.unsaved() && event.preventDefault());
    document.addEventListener("portal:session-ended", (event) => this.unsaved() && event.preventDefault());
  }

  async ask(what, body) {
    const answer = await fetch(`${this.url}/${what}?list=${this.list}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Portal-Grid": "1" },
      body: JSON.stringify(body),
      redirect: "manual",
      cache: "no-store",
    });
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      throw new SignedOut();
    }
    const json = await answer.json().catch(() => null);
    if (!answer.ok || !json) {
      throw new Refused(answer.status, json);
    }
    return json;
  }

  async open() {
    const answer = await this.ask("open", { filter: this.filter, count: BLOCK });
    this.total = answer.total;
    this.#keep(0, answer.rows);
    this.listeners.counted(answer.counts);
    return answer;
  }

  at(index) {
    return this.#blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
  }

  loaded() {
    return [...this.#byId.values()];
  }

  /** Asks for what is not there of the lines from one index to another. */
  want(from, to) {
    const wanted = [];
    for (let block = Math.floor(Math.max(0, from) / BLOCK); block * BLOCK <= Math.min(to, this.total - 1); block++) {
      if (!this.#blocks.has(block)) {
        wanted.push(this.#load(block));
      }
    }
    return Promise.all(wanted);
  }

  #load(block) {
    if (!this.#loading.has(block)) {
      const age = this.#age;
      const loading = this.#fetch(block)
        .then((answer) => age === this.#age && this.#keep(block, answer.rows))
        .finally(() => this.#loading.delete(block));
      this.#loading.set(block, loading);
    }
    return this.#loading.get(block);
  }

  /** Beside lines that are there, the place is told by them: mending takes lines out of a filter, which shifts numbers. */
  #fetch(block) {
    const before = this.#blocks.get(block - 1);
    const after = this.#blocks.get(block + 1);
    const place = before?.length === BLOCK
      ? { after: before.at(-1).id }
      : after?.length > 0
        ? { before: after[0].id }
        : {};
    return this.ask("window", { filter: this.filter, first: block * BLOCK, count: BLOCK, ...place });
  }

  #keep(block, rows) {
    rows.forEach((row) => this.#byId.set(row.id, row));
    this.#blocks.set(block, rows);
    this.listeners.changed();
  }

  /** Everything anew, but for what is not saved. */
  async refresh() {
    this.#age++;
    this.#blocks.clear();
    this.#byId.clear();
    this.refreshable = false;
    const answer = await this.ask("window", { filter: this.filter, first: 0, count: BLOCK, counted: true });
    this.total = answer.total;
    this.#keep(0, answer.rows);
    this.listeners.counted(answer.counts);
  }

  textOf(row, column) {
    return row.pending?.get(column) ?? row.cells[column] ?? "";
  }

  /** changes: [{row, column, text}]; what stays the same is left out. */
  edit(changes) {
    for (const { row, column, text } of changes) {
      if (text !== this.textOf(row, column)) {
        const seen = row.cells[column] ?? "";
        row.pending ??= new Map();
        row.pending.set(column, text);
        row.conflicts?.delete(column);
        this.#queue = this.#queue.filter((edit) => edit.row !== row.id || edit.column !== column);
        this.#queue.push({ row: row.id, column, seen, text });
      }
    }
    this.listeners.changed();
    this.#send();
  }

  /** Takes the repair of a cell back: the text counts as it was given. */
  keepGiven(row, column) {
    this.#queue.push({ row: row.id, column, seen: row.cells[column] ?? "", keep: true });
    this.#send();
  }

  unsaved() {
    return this.#queue.length + (this.#sending?.edits.length ?? 0);
  }

  #hurry() {
    if (this.unsaved()) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#send();
    }
  }

  async #send() {
    if (this.busy || this.#timer || !this.unsaved()) {
      return;
    }
    this.#sending ??= { client: identifier(), edits: this.#queue.splice(0, LARGEST_BATCH) };
    this.busy = true;
    this.listeners.saving("saving", this.unsaved());
    try {
      this.#saved(this.#sending.edits, await this.ask("cells", this.#sending));
    } catch (failure) {
      this.#notSaved(failure);
    } finally {
      this.busy = false;
    }
    if (this.unsaved()) {
      this.#send();
    }
  }

  #saved(edits, answer) {
    this.#sending = null;
    this.#pause = FIRST_PAUSE;
    for (const edit of edits) {
      const row = this.#byId.get(edit.row);
      if (row?.pending?.get(edit.column) === edit.text) {
        row.pending.delete(edit.column);
      }
    }
    for (const conflict of answer.conflicts) {
      const row = this.#byId.get(conflict.row);
      const mine = edits.find((edit) => edit.row === conflict.row && edit.column === conflict.column)?.text;
      if (row && mine !== undefined) {
        row.conflicts ??= new Map();
        row.conflicts.set(conflict.column, mine);
      }
    }
    this.#take(answer);
    this.listeners.saving(this.unsaved() ? "saving" : "saved", this.unsaved());
  }

  #notSaved(failure) {
    if (failure instanceof Refused && failure.status >= 400 && failure.status < 500 && failure.status !== 429) {
      const refused = this.#sending?.edits ?? [];
      this.#sending = null;
      refused.forEach((edit) => this.#byId.get(edit.row)?.pending?.delete(edit.column));
      this.listeners.refused(failure.message);
      this.listeners.saving(this.unsaved() ? "saving" : "saved", this.unsaved());
      this.listeners.changed();
      return;
    }
    this.listeners.saving(failure instanceof SignedOut ? "signed-out" : "waiting", this.unsaved());
    this.#timer = setTimeout(() => this.#hurry(), this.#pause);
    this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
  }

  /** Lines as the portal has them now. */
  #take(answer) {
    for (const fresh of answer.rows) {
      const known = this.#byId.get(fresh.id);
      if (known) {
        Object.assign(known, fresh);
      }
    }
    if (answer.change) {
      this.#undoable.push(answer.change);
      this.refreshable ||= Object.values(this.filter).some((value) => value !== "");
    }
    this.listeners.counted(answer.counts);
    this.listeners.changed();
  }

  /** Waits until everything is saved, then does something else with the lines and shows them anew. */
  async #act(what, body) {
    if (this.unsaved()) {
      return null;
    }
    try {
      this.listeners.saving("saving", 1);
      const answer = await this.ask(what, body);
      if (answer.change) {
        this.#undoable.push(answer.change);
      }
      await this.refresh();
      this.listeners.saving("saved", 0);
      return answer;
    } catch (failure) {
      this.listeners.saving(failure instanceof SignedOut ? "signed-out" : "saved", 0);
      this.listeners.refused(failure instanceof Refused ? failure.message : "");
      return null;
    }
  }

  add(lines) {
    return this.#act("add", { client: identifier(), lines });
  }

  remove(row) {
    return this.#act("remove", { client: identifier(), rows: [row.id] });
  }

  undo() {
    if (this.unsaved()) {
      return null;
    }
    const change = this.#undoable.pop();
    return this.#act("undo", { filter: this.filter, ...(change ? { change } : {}) });
  }
}

/** 128 random bits as the portal writes its ids; randomUUID is only there under https. */
function identifier() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
