package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What opening the grid of a list of 100,000 lines takes, against one of 100 lines. Each question is asked many times, in
 * turns, and its best time counts.
 */
class RowsPortalBench extends BenchInPortal {
    private static final int FEW = 100;
    private static final int MANY = 100_000;
    private static final int WINDOW = 100;
    private static final int ROUNDS = 40;
    private static final int PART = 20_000;

    @Inject
    private TestLists lists;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private Sql sql;

    private interface Question {
        Object ask();
    }

    @Test
    void a_hundred_thousand_lines() throws Exception {
        Actor officer = lists.factory();
        PublicId small = filled(officer, FEW);
        PublicId large = filled(officer, MANY);
        sql.list("ANALYZE TABLE stafflist_row, stafflist_row_mark", row -> row.getString(4));
        Map<String, Double> few = new LinkedHashMap<>();
        Map<String, Double> many = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            measure(few, questions(officer, small));
            measure(many, questions(officer, large));
        }
        for (Map.Entry<String, Double> question : many.entrySet()) {
            double limit = Objects.requireNonNull(few.get(question.getKey()));
            say(
                    "BENCH rows.100000.%s ratio=%.2f (limit %.2f ms at %d lines, ours %.2f ms)",
                    question.getKey(), question.getValue() / limit, limit * 1e3, FEW, question.getValue() * 1e3);
        }
    }

    private static void measure(Map<String, Double> best, Map<String, Question> questions) throws Exception {
        for (Map.Entry<String, Question> question : questions.entrySet()) {
            best.merge(
                    question.getKey(),
                    seconds(() -> assertThat(question.getValue().ask()).isNotNull()),
                    Math::min);
        }
    }

    private Map<String, Question> questions(Actor officer, PublicId list) {
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put("first-window", () -> browsing.window(officer, list, RowFilter.ALL, RowPlace.START, WINDOW));
        questions.put(
                "first-window-of-bad",
                () -> browsing.window(officer, list, RowFilter.of(RowState.BAD), RowPlace.START, WINDOW));
        questions.put("counts", () -> browsing.marks(officer, list));
        questions.put(
                "open",
                () -> List.of(
                        browsing.columns(officer, list),
                        browsing.window(officer, list, RowFilter.ALL, RowPlace.START, WINDOW),
                        browsing.count(officer, list, RowFilter.ALL),
                        browsing.marks(officer, list)));
        RowView row =
                browsing.window(officer, list, RowFilter.ALL, RowPlace.START, 1).get(0);
        questions.put(
                "edit",
                () -> editing.edit(
                        officer,
                        list,
                        PublicId.random(),
                        List.of(CellEdit.typed(row.id(), "note", row.text("note"), "Ca " + System.nanoTime()))));
        return questions;
    }

    /** In parts, as no file has so many lines. */
    private PublicId filled(Actor officer, int count) {
        PublicId list = lists.list(officer);
        byte[] file = lists.people(officer, Math.min(count, PART), Math.min(count, PART) / 20)
                .xlsx();
        lists.upload(officer, list, file);
        long listId = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", list);
        for (int there = PART; there < count; there += PART) {
            sql.update(
                    "INSERT INTO stafflist_row (id, list_id, public_id, upload_id, intent, line_number, row_key, alike_key,"
                            + " state, name, cells, problems) SELECT id + ? * 1000, list_id, RANDOM_BYTES(16), upload_id,"
                            + " intent, line_number + ?, RANDOM_BYTES(32), alike_key, state, name, cells, problems FROM"
                            + " stafflist_row WHERE list_id = ? AND line_number <= ?",
                    there,
                    there,
                    listId,
                    PART + 1);
            sql.update(
                    "INSERT INTO stafflist_row_mark (list_id, kind, code, column_key, row_id) SELECT m.list_id, m.kind, m.code,"
                            + " m.column_key, m.row_id + ? * 1000 FROM stafflist_row_mark m JOIN stafflist_row r ON r.id ="
                            + " m.row_id WHERE m.list_id = ? AND r.line_number <= ?",
                    there,
                    listId,
                    PART + 1);
        }
        return list;
    }
}
