/*
 * The lines that the grid shows, as far as they were asked for, and what of them is not saved yet. Edits go to the portal
 * at once, one batch after the other; a batch keeps its id until it is answered, so that sending it again does nothing
 * twice. What cannot be sent just now stays in memory and is tried again.
 */
const BLOCK = 100;
const LARGEST_BATCH = 500;
/* Characters that the portal takes in a cell. */
const LONGEST = 2000;
/* What is wrong with one cell of a batch and not with the others. */
const OF_A_CELL = ["stafflist.text-too-long", "stafflist.row-too-long"];
const MOST_LEFT_OVER = 500;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 30000;

export class SignedOut extends Error {}

export class Refused extends Error {
  constructor(status, answer) {
    super(answer?.detail ?? String(status));
    this.status = status;
    this.code = answer?.code;
  }
}

export class GridRows {
  total = 0;
  refreshable = false;
  #blocks = new Map();
  #loading = new Map();
  #byId = new Map();
  /* By the line: what is not saved of it, what was not taken, and why it cannot be. It outlives loading the lines anew. */
  #own = new Map();
  #queue = [];
  #sending = null;
  #most = LARGEST_BATCH;
  #pause = FIRST_PAUSE;
  #timer = 0;
  #sent = null;
  #acting = false;
  #undoable = null;
  #redoable = null;
  #age = 0;

  /**
   * listeners: changed(), counted(counts), saving(state, count), refused(message), nothing(again) to be undone or done again,
   * acted(), undoable(title) of the act that would be undone next, typing(), which
   * tells of an open cell, tooLong(length, most), which says so
   */
  constructor(url, list, filter, listeners) {
    this.url = url;
    this.list = list;
    this.filter = filter;
    this.listeners = listeners;
    window.addEventListener("online", () => this.#hurry());
    window.addEventListener("focus", () => this.#hurry());
    window.addEventListener("beforeunload", (event) => this.#open() > 0 && event.preventDefault());
    document.addEventListener("portal:session-ended", (event) => {
      if (this.#open() > 0) {
        event.preventDefault();
        listeners.saving("signed-out", this.#open());
      }
    });
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
    this.#begin(answer);
    return answer;
  }

  #begin(answer) {
    this.total = answer.total;
    this.#next(answer);
    this.#keep(0, answer.rows);
    this.listeners.counted(answer.counts);
  }

  at(index) {
    return this.#blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
  }

  loaded() {
    return [...this.#byId.values()];
  }

  has(from, to) {
    for (let index = from; index <= to; index++) {
      if (!this.at(index)) {
        return false;
      }
    }
    return true;
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
    rows.forEach((row) => this.#byId.set(row.id, Object.assign(row, this.#own.get(row.id))));
    this.#blocks.set(block, rows);
    this.listeners.changed();
  }

  /** Everything anew, but for what is not saved. */
  async refresh() {
    this.#age++;
    this.#blocks.clear();
    this.#byId.clear();
    this.refreshable = false;
    this.#begin(await this.ask("window", { filter: this.filter, first: 0, count: BLOCK, counted: true }));
  }

  textOf(row, column) {
    return row.pending?.get(column) ?? row.cells[column] ?? "";
  }

  /** changes: [{row, column, text}]; what stays the same is left out. */
  edit(changes) {
    for (const { row, column, text } of changes) {
      if (text !== this.textOf(row, column)) {
        const own = this.#ownOf(row);
        own.pending.set(column, text);
        own.conflicts.delete(column);
        own.faults.delete(column);
        if (text.length > LONGEST) {
          own.faults.set(column, this.listeners.tooLong(text.length, LONGEST));
          this.#queue = this.#queue.filter((edit) => edit.row !== row.id || edit.column !== column);
        } else {
          this.#enqueue(row, column, { text });
        }
      }
    }
    this.listeners.changed();
    this.#tell();
    this.#send();
  }

  /** How it stands with saving, where nothing hinders it. */
  #tell() {
    const state = this.unsaved() ? "saving" : this.#faulty() ? "faulty" : "saved";
    if (!this.#timer) {
      this.listeners.saving(state, state === "faulty" ? this.#faulty() : this.unsaved());
    }
  }

  /** Cells whose texts are kept here and cannot be saved as they are. */
  #faulty() {
    return [...this.#own.values()].reduce((sum, own) => sum + own.faults.size, 0);
  }

  /** Lets go of the texts that cannot be saved as they are: the cells say what is stored. Says how many they were. */
  dropFaulty() {
    const dropped = this.#faulty();
    for (const own of this.#own.values()) {
      for (const column of own.faults.keys()) {
        own.pending.delete(column);
      }
      own.faults.clear();
    }
    this.listeners.changed();
    this.#tell();
    return dropped;
  }

  /** Takes the repair of a cell back: the text counts as it was given. */
  keepGiven(row, column) {
    row.pending?.delete(column);
    row.faults?.delete(column);
    this.#enqueue(row, column, { act: "keep" });
    this.#send();
  }

  /** Says that a cell is right as it is, or the line where no column is named; what is typed there says it anyway. */
  accept(row, column) {
    if (!row.pending?.has(column)) {
      this.#enqueue(row, column, { act: "accept" });
      this.#send();
    }
  }

  #ownOf(row) {
    if (!this.#own.has(row.id)) {
      this.#own.set(row.id, { pending: new Map(), conflicts: new Map(), faults: new Map() });
    }
    const own = this.#own.get(row.id);
    Object.assign(this.#byId.get(row.id) ?? {}, own);
    return Object.assign(row, own);
  }

  /**
   * In place of what waits for the same cell, over the text that was seen then. While something is on its way to the cell,
   * nobody knows yet over which text: that is told with the answer.
   */
  #enqueue(row, column, what) {
    const waiting = this.#queue.find((edit) => edit.row === row.id && edit.column === column);
    const seen = waiting ? waiting.seen : (row.cells[column] ?? "");
    this.#queue = this.#queue.filter((edit) => edit !== waiting);
    this.#queue.push({ row: row.id, column, seen, ...what });
  }

  /** What would go with the page: a batch without an answer, what waits, and the cell that somebody types in. Null for nothing. */
  leftOver(typed) {
    const waiting = [...this.#queue, ...typed].slice(-MOST_LEFT_OVER);
    return this.#sending || waiting.length > 0 ? { sending: this.#sending, waiting } : null;
  }

  /**
   * What went with an earlier page, the batch under the id that it had; where a cell was changed meanwhile, that is told as of
   * any other. Says how many cells they are.
   */
  bringBack({ sending, waiting }) {
    const edits = [...(sending?.edits ?? []), ...waiting];
    for (const { row, column, text } of edits.filter((edit) => edit.text !== undefined)) {
      this.#ownOf(this.#byId.get(row) ?? { id: row, cells: {} }).pending.set(column, text);
    }
    this.#sending = sending;
    this.#queue.push(...waiting);
    this.listeners.changed();
    this.#tell();
    this.#send();
    return edits.length;
  }

  unsaved() {
    return this.#queue.length + (this.#sending?.edits.length ?? 0);
  }

  /** With what cannot be saved as it is, and the cell that somebody types in just now. */
  #open() {
    return this.unsaved() + this.#faulty() + (this.listeners.typing() ? 1 : 0);
  }

  #hurry() {
    if (this.unsaved()) {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#send();
    }
  }

  #send() {
    if (!this.busy && !this.#timer && this.unsaved()) {
      this.#sent = this.#sendSome();
    }
  }

  async #sendSome() {
    this.#sending ??= { client: identifier(), edits: this.#queue.splice(0, this.#most) };
    this.busy = true;
    this.listeners.saving("saving", this.unsaved());
    try {
      this.#saved(this.#sending.edits, await this.ask("cells", this.#sending));
    } catch (failure) {
      this.#notSaved(failure);
    } finally {
      this.busy = false;
    }
    this.#send();
  }

  /** Waits while it is being saved. False where something cannot be saved just now. */
  async #allSaved() {
    while (this.unsaved() && !this.#timer) {
      this.#send();
      await this.#sent;
    }
    return !this.unsaved();
  }

  #saved(edits, answer) {
    this.#sending = null;
    this.#pause = FIRST_PAUSE;
    this.#most = Math.min(LARGEST_BATCH, 2 * this.#most);
    const cell = (place) => place.row + " " + place.column;
    const conflicts = new Set(answer.conflicts.map(cell));
    const texts = new Map(answer.rows.map((row) => [row.id, row.cells]));
    const next = new Map(this.#queue.map((edit) => [cell(edit), edit]));
    for (const edit of edits) {
      const own = this.#own.get(edit.row);
      if (edit.text !== undefined && own?.pending.get(edit.column) === edit.text) {
        own.pending.delete(edit.column);
      }
      if (!conflicts.has(cell(edit))) {
        // What was typed since was typed over this, repaired or not.
        Object.assign(next.get(cell(edit)) ?? {}, { seen: texts.get(edit.row)?.[edit.column] ?? "" });
      } else if (edit.text !== undefined) {
        own?.conflicts.set(edit.column, edit.text);
      }
    }
    this.#take(answer);
    this.#tell();
  }

  #notSaved(failure) {
    // 409: somebody else was at it at the same moment; 429: too many at once. Both pass.
    const passes = failure.status === 409 || failure.status === 429;
    if (failure instanceof Refused && failure.status >= 400 && failure.status < 500 && !passes) {
      const refused = (this.#sending?.edits ?? []).filter(
        (edit) => !this.#queue.some((other) => other.row === edit.row && other.column === edit.column),
      );
      const sent = this.#sending?.edits.length ?? 0;
      this.#sending = null;
      if (!OF_A_CELL.includes(failure.code)) {
        refused.forEach((edit) => this.#own.get(edit.row)?.pending.delete(edit.column));
        this.listeners.refused(failure.message);
      } else if (sent > 1) {
        // The one at fault is found by halves, and the others are saved.
        this.#most = Math.ceil(sent / 2);
        this.#queue.unshift(...refused);
      } else {
        refused.forEach((edit) => this.#own.get(edit.row)?.faults.set(edit.column, failure.message));
      }
      this.#tell();
      this.listeners.changed();
      return;
    }
    this.listeners.saving(failure instanceof SignedOut ? "signed-out" : "waiting", this.unsaved());
    this.#timer = setTimeout(() => this.#hurry(), this.#pause);
    this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
  }

  /** What may be undone and done again next. */
  #next(answer) {
    this.#undoable = answer.undoable ?? null;
    this.#redoable = answer.redoable ?? null;
    this.listeners.undoable(answer.undoes ?? "");
  }

  /** Lines as the portal has them now. */
  #take(answer) {
    for (const fresh of answer.rows) {
      const known = this.#byId.get(fresh.id);
      if (known) {
        Object.assign(known, fresh);
      }
    }
    this.#next(answer);
    if (answer.change) {
      this.listeners.acted();
      this.refreshable ||= Object.values(this.filter).some((value) => value !== "");
    }
    this.listeners.counted(answer.counts);
    this.listeners.changed();
  }

  /** Waits until everything is saved, then does something else with the lines, as they are then, and shows them anew. */
  async #act(what, body) {
    if (this.#acting || !(await this.#allSaved())) {
      return null;
    }
    this.#acting = true;
    this.busy = true;
    try {
      this.listeners.saving("saving", 1);
      const answer = await this.ask(what, body());
      if (!answer.question) {
        this.listeners.acted();
        await this.refresh();
      }
      this.#tell();
      return answer;
    } catch (failure) {
      this.listeners.saving(failure instanceof SignedOut ? "signed-out" : "saved", 0);
      this.listeners.refused(failure instanceof Refused ? failure.message : "");
      return null;
    } finally {
      this.#acting = false;
      this.busy = false;
      this.#hurry();
    }
  }

  add(lines) {
    return this.#act("add", () => ({ client: identifier(), lines }));
  }

  remove(row) {
    return this.#act("remove", () => ({ client: identifier(), rows: [row.id] }));
  }

  /**
   * The act that the portal named last. Where its answer is lost, the same act is asked for again, which does nothing twice.
   * Where more entries would be withdrawn than the user agreed to, the answer is a question and nothing is done.
   */
  undo(withdraws = 0) {
    if (!this.#undoable && !this.busy && !this.unsaved()) {
      this.listeners.nothing(false);
      return null;
    }
    return this.#act("undo", () => ({ filter: this.filter, change: this.#undoable, withdraws }));
  }

  /** What was undone last, where nothing was done since. */
  redo(withdraws = 0) {
    if (!this.#redoable || this.unsaved()) {
      this.listeners.nothing(true);
      return null;
    }
    return this.#act("undo", () => ({ filter: this.filter, change: this.#redoable, again: true, withdraws }));
  }
}

/** 128 random bits as the portal writes its ids; randomUUID is only there under https. */
function identifier() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
