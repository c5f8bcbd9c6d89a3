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
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
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
    private RowMarkList marks;

    @Inject
    private CurrentActor actor;

    @Inject
    private Language language;

    Map<String, Function<JsonObject, JsonObject>> acts(@Nullable String list) {
        return Map.of(
                "open", asked -> open(RowsServlet.id(list), asked),
                "window", asked -> window(RowsServlet.id(list), asked),
                "cells", asked -> cells(RowsServlet.id(list), asked),
                "add", asked -> add(RowsServlet.id(list), asked),
                "remove", asked -> remove(RowsServlet.id(list), asked),
                "undo", asked -> undo(RowsServlet.id(list), asked));
    }

    JsonObject problem(String code, Object... args) {
        return JSON.createObjectBuilder()
                .add("code", code)
                .add("detail", language.text(code, args))
                .build();
    }

    private JsonObject open(PublicId list, JsonObject asked) {
        browsing.opened(actor.get(), list);
        JsonArrayBuilder columns = JSON.createArrayBuilder();
        browsing.columns(actor.get(), list).forEach(column -> columns.add(column(column)));
        return page(list, asked, true).add("columns", columns).build();
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

    private JsonObject window(PublicId list, JsonObject asked) {
        return page(list, asked, asked.getBoolean("counted", false)).build();
    }

    private JsonObjectBuilder page(PublicId list, JsonObject asked, boolean counted) {
        RowFilter filter = filter(asked.getJsonObject("filter"));
        int first = asked.getInt("first", 0);
        RowPlace place = asked.containsKey("after")
                ? RowPlace.after(RowsServlet.id(asked.getString("after")), first)
                : asked.containsKey("before")
                        ? RowPlace.before(RowsServlet.id(asked.getString("before")), first)
                        : RowPlace.at(first);
        JsonObjectBuilder page = JSON.createObjectBuilder()
                .add("rows", rows(list, browsing.window(actor.get(), list, filter, place, asked.getInt(COUNT))));
        if (counted) {
            page.add("total", browsing.count(actor.get(), list, filter)).add("counts", counts(list));
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

    private JsonObject cells(PublicId list, JsonObject asked) {
        List<CellEdit> edits = new ArrayList<>();
        for (JsonObject edit : asked.getJsonArray("edits").getValuesAs(JsonObject.class)) {
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
        return outcome(list, editing.edit(actor.get(), list, client(asked), edits));
    }

    private JsonObject add(PublicId list, JsonObject asked) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (JsonObject line : asked.getJsonArray("lines").getValuesAs(JsonObject.class)) {
            Map<String, String> cells = new LinkedHashMap<>();
            line.forEach((key, text) -> cells.put(key, ((JsonString) text).getString()));
            lines.add(cells);
        }
        return outcome(list, editing.add(actor.get(), list, client(asked), lines));
    }

    private JsonObject remove(PublicId list, JsonObject asked) {
        List<PublicId> ids = asked.getJsonArray("rows").getValuesAs(JsonString.class).stream()
                .map(id -> RowsServlet.id(id.getString()))
                .toList();
        return outcome(list, editing.remove(actor.get(), list, client(asked), ids));
    }

    private JsonObject undo(PublicId list, JsonObject asked) {
        PublicId change = RowsServlet.id(asked.getString("change"));
        DraftHistory.Undone undone = history.undo(actor.get(), list, change, 0);
        List<DraftHistory.Line> lines = undone.lines() == 1 ? history.lines(actor.get(), list, change) : List.of();
        JsonObjectBuilder answer = JSON.createObjectBuilder();
        if (lines.size() == 1) {
            DraftHistory.Line line = lines.get(0);
            OptionalInt at = browsing.position(actor.get(), list, filter(asked.getJsonObject("filter")), line.id());
            answer.add("detail", language.text("stafflist.row-undone", line.number(), line.name()))
                    .add("at", at.orElse(-1));
        } else {
            answer.add("detail", language.text("stafflist.rows-undone", undone.lines()))
                    .add("at", -1);
        }
        return undoable(list, answer).build();
    }

    /** With the act that may be undone next, if there is one. */
    private JsonObjectBuilder undoable(PublicId list, JsonObjectBuilder answer) {
        history.last(actor.get(), list)
                .ifPresent(last -> answer.add("undoable", last.id().toString()));
        return answer;
    }

    private static PublicId client(JsonObject asked) {
        return RowsServlet.id(asked.getString("client"));
    }

    private JsonObject outcome(PublicId list, EditOutcome outcome) {
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
        return undoable(list, answer).build();
    }

    private JsonArrayBuilder rows(PublicId list, List<RowView> rows) {
        JsonArrayBuilder json = JSON.createArrayBuilder();
        Map<PublicId, RowEntry> entries = browsing.entries(
                actor.get(), list, rows.stream().map(RowView::id).toList());
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
                    .add("entry", entry(entries.get(row.id())))
                    .add("cells", cells)
                    .add("marks", seen));
        }
        return json;
    }

    private JsonValue entry(@Nullable RowEntry entry) {
        return entry == null
                ? JsonValue.NULL
                : JSON.createObjectBuilder()
                        .add("id", entry.id().toString())
                        .add("word", language.text(entry.key()))
                        .add("tone", entry.state().tone())
                        .add("state", language.text(entry.state().key()))
                        .add("text", language.text(entry.explainedKey()))
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
