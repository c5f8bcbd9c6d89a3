package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file that was made by another form than that of its list. */
class FilesOfAnotherFormTest {
    private static final FormDefinition M01 = form("M01");
    private static final FormDefinition M12 = form("M12");

    private static FormDefinition form(String code) {
        return ListFiles.forms().version(code, 1).orElseThrow();
    }

    private static Reading read(byte[] file, FormDefinition form, ReadingChoices choices, List<ListRow> rows) {
        List<FormDefinition> others = ListFiles.forms().definitions().stream()
                .filter(other -> !other.code().equals(form.code()))
                .toList();
        return new ListReader(ReadingLimits.DEFAULT, others).read(file, form, choices, rows::add);
    }

    private static byte[] people(FormDefinition form) {
        List<String> headings = form.columns().stream().map(FormColumn::labelVi).toList();
        List<String> row = form.columns().stream()
                .map(column -> column.type() == ColumnType.NAME ? "Nguyễn Thị Ánh" : "x")
                .toList();
        return ListFiles.xlsx(headings, List.of(row));
    }

    @Test
    void whose_headings_fit_it_clearly_better_asks_before_it_is_read() {
        Reading reading = read(people(M01), M12, ReadingChoices.NONE, new ArrayList<>());

        assertThat(reading).isInstanceOfSatisfying(ReadingQuestion.OtherForm.class, other -> {
            assertThat(other.code()).isEqualTo("M01");
            assertThat(other.nameVi()).isEqualTo(M01.nameVi());
            assertThat(other.headings()).contains("Nơi làm việc", "Ca làm việc");
        });
        assertThat(read(people(M01), M01, ReadingChoices.NONE, new ArrayList<>()))
                .isInstanceOf(FinishedReading.class);
        assertThat(read(people(M12), M12, ReadingChoices.NONE, new ArrayList<>()))
                .isInstanceOf(FinishedReading.class);
    }

    @Test
    void is_no_file_that_has_all_of_its_own_headings_and_one_more() {
        for (String heading : List.of("Nơi làm việc", "Ca làm việc", "Nhóm máu")) {
            assertThat(read(with(heading), M12, ReadingChoices.NONE, new ArrayList<>()))
                    .as(heading)
                    .isInstanceOf(FinishedReading.class);
        }
    }

    /** A list by M12 with one more column. */
    private static byte[] with(String heading) {
        List<String> headings =
                new ArrayList<>(M12.columns().stream().map(FormColumn::labelVi).toList());
        headings.add(heading);
        List<String> row = headings.stream().map(each -> "x").toList();
        return ListFiles.xlsx(headings, List.of(row));
    }

    @Test
    void is_read_by_the_form_of_the_list_where_the_sender_says_so() {
        List<ListRow> rows = new ArrayList<>();

        Reading reading = read(people(M01), M12, ReadingChoices.byOwnForm(), rows);

        assertThat(reading).isInstanceOf(FinishedReading.class);
        assertThat(rows).hasSize(1);
    }

    @Test
    void that_lacks_columns_of_the_list_is_refused_with_the_names_of_both_forms() {
        List<ListRow> rows = new ArrayList<>();

        Reading reading = read(people(M12), M01, ReadingChoices.NONE, rows);

        assertThat(rows).isEmpty();
        assertThat(reading).isInstanceOfSatisfying(Unreadable.class, refused -> {
            assertThat(refused.code()).isEqualTo(UnreadableCode.OTHER_FORM);
            assertThat(refused.args()).startsWith("M12 – " + M12.nameVi(), "M01 – " + M01.nameVi());
            assertThat(refused.unmatched().missing())
                    .as("to be matched by hand")
                    .contains("workplace");
        });
    }

    @Test
    void that_only_lacks_a_column_is_refused_for_that() {
        List<String> headings = new ArrayList<>(ListFiles.headings());
        headings.remove("Nơi làm việc");
        ListFiles list = ListFiles.m01(1, 0, 1);
        list.rows().get(0).remove(ListFiles.index("workplace"));

        assertThat(read(ListFiles.xlsx(headings, list.rows()), M01, ReadingChoices.NONE, new ArrayList<>()))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> assertThat(refused.code()).isEqualTo(UnreadableCode.MISSING_COLUMNS));
    }
}
