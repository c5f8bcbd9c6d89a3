package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.intake.FormRules;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A version of M01 with sixty columns, whose keys and cells are as long as may be: the tables hold what the rules allow. */
@InPortal
class FormsAsWideAsAllowedIT {
    private static final int MOST_COLUMNS = 60;
    private static final int LONGEST_KEY = 40;
    private static final int LENGTH = 145;

    @Inject
    private TestLists lists;

    @Inject
    private ListKeeping keeping;

    @Inject
    private Previewing previewing;

    @Inject
    private EntryReading reading;

    @Inject
    private FormVersions versions;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private PublicId list = PublicId.random();
    private final List<String> headings = new ArrayList<>();
    private ListFiles people = ListFiles.m01(0, 0, 1);

    @BeforeEach
    void a_list_by_such_a_form() {
        officer = lists.factory();
        list = lists.list(officer);
        people = lists.people(officer, 5, 0);
        headings.addAll(ListFiles.headings());
        int version = (int) sql.number("SELECT MAX(version) + 1000 FROM stafflist_form_template WHERE code = 'M01'");
        long template = sql.number("SELECT NEXT VALUE FOR stafflist_seq");
        sql.update(
                "INSERT INTO stafflist_form_template (id, code, version, name_vi, name_en, valid_from) SELECT ?, code, ?,"
                        + " name_vi, name_en, '2999-01-01' FROM stafflist_form_template WHERE code = 'M01' AND version = 1",
                template,
                version);
        sql.update(
                "INSERT INTO stafflist_form_column (id, template_id, position, column_key, type, required, value_list,"
                        + " label_vi, label_en, max_length, default_value) SELECT NEXT VALUE FOR stafflist_seq, ?, position,"
                        + " column_key, type, required, value_list, label_vi, label_en, max_length, default_value FROM"
                        + " stafflist_form_column c WHERE c.active AND c.scope = 'ROW' AND c.template_id = (SELECT t.id FROM"
                        + " stafflist_form_template t WHERE t.code = 'M01' AND t.version = 1)",
                template);
        for (int i = headings.size(); i < MOST_COLUMNS; i++) {
            String heading = "Cột thêm thứ " + i;
            headings.add(heading);
            sql.update(
                    "INSERT INTO stafflist_form_column (id, template_id, position, column_key, type, required, label_vi,"
                            + " label_en, max_length) VALUES (NEXT VALUE FOR stafflist_seq, ?, ?, ?, 'TEXT', FALSE, ?, ?, ?)",
                    template,
                    i + 1,
                    "x".repeat(LONGEST_KEY - 2) + i,
                    heading,
                    heading + " (en)",
                    LENGTH);
        }
        sql.update("UPDATE stafflist_list SET template_version = ? WHERE public_id = ?", version, list);
        FormRules.check(versions.find("M01", version).orElseThrow().template());
    }

    @Test
    void full_rows_are_stored_submitted_and_compared_in_every_column() {
        fill("ế");
        assertThat(lists.upload(officer, list, ListFiles.xlsx(headings, people.rows()))
                        .state())
                .isEqualTo(UploadState.TAKEN);
        assertThat(keeping.view(officer, list).good()).isEqualTo(5);
        lists.submit(officer, list);
        assertThat(reading.ofList(officer, list, Optional.empty(), 0, 10)).hasSize(5);

        people.rows()
                .forEach(row ->
                        row.subList(ListFiles.headings().size(), row.size()).clear());
        fill("ộ");
        UploadView staged = lists.read(officer, list, ListFiles.csv(headings, people.rows(), ';', true));

        assertThat(staged.rowsReplaced()).isEqualTo(5);
        assertThat(previewing
                        .rows(officer, list, staged.id(), StagedEffect.CHANGED, 0, 10)
                        .get(0)
                        .differences())
                .hasSize(MOST_COLUMNS - ListFiles.headings().size());
        assertThat(previewing.take(officer, list, staged.id(), false)).isTrue();
        assertThat(keeping.view(officer, list).good()).isEqualTo(5);
    }

    private void fill(String letter) {
        for (List<String> row : people.rows()) {
            while (row.size() < MOST_COLUMNS) {
                row.add(letter.repeat(LENGTH));
            }
        }
    }
}
