package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.CellEdit;
import vn.khanhhoa.thecovid.stafflist.DraftHistory;
import vn.khanhhoa.thecovid.stafflist.EditOutcome;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;
import vn.khanhhoa.thecovid.stafflist.RowColumn;
import vn.khanhhoa.thecovid.stafflist.RowEditing;
import vn.khanhhoa.thecovid.stafflist.RowEntry;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowPlace;
import vn.khanhhoa.thecovid.stafflist.RowView;
import vn.khanhhoa.thecovid.stafflist.UndoPlan;

/** The acts of the grid's script: from its JSON to the use cases and back. */
@RequestScoped
class RowsAnswers {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String COUNT = "count";

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private DraftHistory history;

    @Inject
    private DraftChangesPart changes;

    @Inject
    private RowMarkList marks;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    /** An act, of which reading what is asked for may fail and doing it afterwards may not for the same reason. */
    interface Act {
        Supplier<JsonObject> read(PublicId list, JsonObject asked);
    }

    Act act(String name) {
        return switch (name) {
            case "open" -> this::open;
            case "window" -> this::window;
            case "cells" -> this::cells;
            case "add" -> this::add;
            case "remove" -> this::remove;
            case "undo" -> this::undo;
            default -> throw new NotFound();
        };
    }

    private Supplier<JsonObject> open(PublicId list, JsonObject asked) {
        Window window = Window.of(asked);
        return () -> {
            browsing.opened(actor.get(), list);
            JsonArrayBuilder columns = JSON.createArrayBuilder();
            browsing.columns(actor.get(), list).forEach(column -> columns.add(column(column)));
            return page(list, window, true).add("columns", columns).build();
        };
    }

    private JsonObjectBuilder column(RowColumn column) {
        return JSON.createObjectBuilder()
                .add("key", column.key())
                .add("type", column.column().type().name())
                .add(
                        "label",
                        language.of(column.column().labelVi(), column.column().labelEn()))
                .add("required", column.column().required())
                .add("choices", JSON.createArrayBuilder(column.choices()));
    }

    private record Window(RowFilter filter, RowPlace place, int count) {
        static Window of(JsonObject asked) {
            int first = asked.getInt("first", 0);
            RowPlace place = asked.containsKey("after")
                    ? RowPlace.after(RowsServlet.id(asked.getString("after")), first)
                    : asked.containsKey("before")
                            ? RowPlace.before(RowsServlet.id(asked.getString("before")), first)
                            : RowPlace.at(first);
            return new Window(RowsAnswers.filter(asked.getJsonObject("filter")), place, asked.getInt(COUNT));
        }
    }

    private Supplier<JsonObject> window(PublicId list, JsonObject asked) {
        Window window = Window.of(asked);
        boolean counted = asked.getBoolean("counted", false);
        return () -> page(list, window, counted).build();
    }

    private JsonObjectBuilder page(PublicId list, Window asked, boolean counted) {
        JsonObjectBuilder page = JSON.createObjectBuilder()
                .add(
                        "rows",
                        rows(list, browsing.window(actor.get(), list, asked.filter(), asked.place(), asked.count())));
        if (counted) {
            page.add("total", browsing.count(actor.get(), list, asked.filter())).add("counts", counts(list));
            undoable(list, page);
        }
        return page;
    }

    private static RowFilter filter(JsonObject json) {
        return RowMarkList.filter(
                json.getString("state", ""),
                json.getString("kind", ""),
                json.getString("code", ""),
                json.getString("column", ""),
                json.getString("words", ""));
    }

    private Supplier<JsonObject> cells(PublicId list, JsonObject asked) {
        PublicId client = client(asked);
        List<CellEdit> edits = new ArrayList<>();
        for (JsonObject edit : objects(asked, "edits")) {
            PublicId row = RowsServlet.id(edit.getString("row"));
            String column = edit.getString("column");
            String seen = edit.getString("seen");
            edits.add(
                    switch (edit.getString("act", "")) {
                        case "keep" -> CellEdit.keepGiven(row, column, seen);
                        case "accept" -> CellEdit.accept(row, column, seen);
                        default -> CellEdit.typed(row, column, seen, edit.getString("text"));
                    });
        }
        return () ->
                outcome(list, editing.edit(actor.get(), list, client, edits)).build();
    }

    private Supplier<JsonObject> add(PublicId list, JsonObject asked) {
        PublicId client = client(asked);
        List<Map<String, String>> lines = new ArrayList<>();
        for (JsonObject line : objects(asked, "lines")) {
            Map<String, String> cells = new LinkedHashMap<>();
            line.forEach((key, text) -> cells.put(key, ((JsonString) text).getString()));
            lines.add(cells);
        }
        return () ->
                outcome(list, editing.add(actor.get(), list, client, lines)).build();
    }

    private Supplier<JsonObject> remove(PublicId list, JsonObject asked) {
        PublicId client = client(asked);
        List<PublicId> ids = asked.getJsonArray("rows").getValuesAs(JsonString.class).stream()
                .map(id -> RowsServlet.id(id.getString()))
                .toList();
        return () -> {
            Optional<RowView> one = Optional.of(ids)
                    .filter(some -> some.size() == 1)
                    .map(some -> some.get(0))
                    .filter(id -> browsing.position(actor.get(), list, RowFilter.ALL, id)
                            .isPresent())
                    .map(id -> browsing.row(actor.get(), list, id));
            Map<PublicId, RowEntry> before = browsing.entries(actor.get(), list, ids);
            EditOutcome outcome = editing.remove(actor.get(), list, client, ids);
            JsonObjectBuilder answer = outcome(list, outcome);
            one.ifPresent(row -> answer.add("detail", marks.removed(row, before.get(row.id()), outcome)));
            return answer.build();
        };
    }

    private Supplier<JsonObject> undo(PublicId list, JsonObject asked) {
        PublicId change = RowsServlet.id(asked.getString("change"));
        RowFilter filter = filter(asked.getJsonObject("filter"));
        String done = asked.getBoolean("again", false) ? "redone" : "undone";
        int known = asked.getInt("withdraws", 0);
        return () -> {
            Optional<UndoPlan> withdrawing = history.plan(actor.get(), list, change)
                    .filter(plan -> plan.isAskedFirst() && plan.withdrawn() > known);
            if (withdrawing.isPresent()) {
                return question(withdrawing.get());
            }
            DraftHistory.Undone undone = history.undo(actor.get(), list, change, 0);
            List<DraftHistory.Line> lines = undone.lines() == 1 ? history.lines(actor.get(), list, change) : List.of();
            JsonObjectBuilder answer = JSON.createObjectBuilder();
            String entries = changes.sentences(undone);
            if (lines.size() == 1) {
                DraftHistory.Line line = lines.get(0);
                OptionalInt at = browsing.position(actor.get(), list, filter, line.id());
                answer.add("detail", language.text("stafflist.row-" + done, line.number(), line.name()) + entries)
                        .add("at", at.orElse(-1));
            } else {
                answer.add("detail", language.text("stafflist.rows-" + done, undone.lines()) + entries)
                        .add("at", -1);
            }
            return undoable(list, answer).build();
        };
    }

    /** What an undoing would take back is asked about before it is done. */
    private JsonObject question(UndoPlan plan) {
        return JSON.createObjectBuilder()
                .add("question", changes.question(plan))
                .add(
                        "explained",
                        language.text("stafflist.undo-withdraws", plan.withdrawn()) + " "
                                + language.text("stafflist.undo-withdraws-stay"))
                .add("yes", language.text(plan.again() ? "stafflist.redo" : "stafflist.undo"))
                .add("withdraws", plan.withdrawn())
                .build();
    }

    /** With the acts that may be undone and done again next, if there are such. */
    private JsonObjectBuilder undoable(PublicId list, JsonObjectBuilder answer) {
        history.last(actor.get(), list)
                .ifPresent(last -> answer.add("undoable", last.id().toString()).add("undoes", changes.title(last)));
        history.lastUndone(actor.get(), list)
                .ifPresent(last -> answer.add("redoable", last.id().toString()));
        return answer;
    }

    private static List<JsonObject> objects(JsonObject asked, String name) {
        return asked.getJsonArray(name).getValuesAs(JsonObject.class);
    }

    private static PublicId client(JsonObject asked) {
        return RowsServlet.id(asked.getString("client"));
    }

    private JsonObjectBuilder outcome(PublicId list, EditOutcome outcome) {
        JsonArrayBuilder conflicts = JSON.createArrayBuilder();
        outcome.conflicts()
                .forEach(conflict -> conflicts.add(JSON.createObjectBuilder()
                        .add("row", conflict.row().toString())
                        .add("column", conflict.column())
                        .add("text", conflict.text())));
        JsonObjectBuilder answer = JSON.createObjectBuilder()
                .add("rows", rows(list, outcome.rows()))
                .add("conflicts", conflicts)
                .add("counts", counts(list));
        outcome.change().ifPresent(change -> answer.add("change", change.toString()));
        return undoable(list, answer);
    }

    private JsonArrayBuilder rows(PublicId list, List<RowView> rows) {
        JsonArrayBuilder json = JSON.createArrayBuilder();
        Map<PublicId, RowEntry> entries = browsing.entries(
                actor.get(), list, rows.stream().map(RowView::id).toList());
        Map<PublicId, String> files =
                browsing.files(actor.get(), list, rows.stream().map(RowView::id).toList());
        for (RowView row : rows) {
            JsonObjectBuilder cells = JSON.createObjectBuilder();
            row.texts().forEach(cells::add);
            JsonArrayBuilder seen = JSON.createArrayBuilder();
            row.marks()
                    .forEach(mark -> seen.add(JSON.createObjectBuilder()
                            .add("column", mark.column())
                            .add("kind", mark.kind())
                            .add("doubt", mark.isDoubt())
                            .add("given", mark.given())
                            .add("text", marks.sentence(list, mark))));
            json.add(JSON.createObjectBuilder()
                    .add("id", row.id().toString())
                    .add("number", row.number())
                    .add("state", row.state().name())
                    .add("origin", files.containsKey(row.id()) ? marks.origin(row, files.get(row.id())) : "")
                    .add("unsent", unsent(row))
                    .add("entry", entry(row, entries.get(row.id())))
                    .add("cells", cells)
                    .add("marks", seen));
        }
        return json;
    }

    private JsonValue unsent(RowView row) {
        String text = marks.unsent(row);
        return text.isEmpty()
                ? JsonValue.NULL
                : JSON.createObjectBuilder()
                        .add("word", marks.unsentWord(row))
                        .add("text", text)
                        .build();
    }

    private JsonValue entry(RowView row, @Nullable RowEntry entry) {
        return entry == null
                ? JsonValue.NULL
                : JSON.createObjectBuilder()
                        .add("id", entry.id().toString())
                        .add("word", language.text(entry.key()))
                        .add("tone", entry.word().tone())
                        .add("state", language.text(entry.word().key()))
                        .add("text", language.text(entry.explainedKey(row.state())))
                        .add("reason", marks.reason(entry))
                        .add("holds", marks.holds(row, entry))
                        .add("removal", marks.removal(entry))
                        .build();
    }

    private JsonArrayBuilder counts(PublicId list) {
        JsonArrayBuilder json = JSON.createArrayBuilder();
        for (RowMarkList.Chip chip : marks.chips(list)) {
            json.add(JSON.createObjectBuilder()
                    .add("tone", chip.tone())
                    .add("label", chip.label())
                    .add("address", chip.address())
                    .add("mark", chip.mark())
                    .add(COUNT, chip.rows()));
        }
        return json;
    }
}
