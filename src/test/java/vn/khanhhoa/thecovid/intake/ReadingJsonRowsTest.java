package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingJsonRowsTest {
    private static final FormDefinition FORM = ListFiles.form();

    private final List<ListRow> rows = new ArrayList<>();

    @Test
    void texts_and_numbers_come_as_they_are_written_under_the_key_of_their_column() {
        Reading reading = read("""
                {"form": "M01", "more": {"a": [1, {"b": 2}]}, "rows": [
                  {"full_name": "Nguyễn Văn An", "phone": 905, "document_number": 12e5, "sex": null, "_row": "abc"},
                  {},
                  {"full_name": "Trần Thị Bình", "colour": "red"}]}
                """);

        assertThat(reading)
                .isEqualTo(new FinishedReading(
                        2, 0, List.of("colour"), "", Optional.empty(), false, List.of(), List.of(), List.of()));
        assertThat(cell(0, "full_name")).isEqualTo("Nguyễn Văn An");
        assertThat(cell(0, "document_number")).isEqualTo("12e5");
        assertThat(cell(0, "sex")).isEmpty();
        assertThat(rows.get(0).ref()).isEqualTo("abc");
        assertThat(rows).extracting(ListRow::number).containsExactly(1, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"rows\": {}}",
                "{\"rows\": [[]]}",
                "{\"rows\": [{\"full_name\": {}}]}",
                "{\"rows\": [{\"full_name\": \"A\"}]} x",
                "{\"rows\": [{\"full_name\": \"A\"}]",
                "{\"rows\": [{\"full_name\": \"A\"}], \"rows\": [{\"full_name\": \"B\"}]}"
            })
    void what_is_not_as_described_is_refused_as_a_whole(String json) {
        assertThat(read(json))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> assertThat(refused.code()).isEqualTo(UnreadableCode.NOT_JSON_ROWS));
    }

    @Test
    void a_list_without_rows_says_so() {
        assertThat(read("{\"rows\": [{}, {\"full_name\": \" \"}]}"))
                .isEqualTo(new Unreadable(UnreadableCode.NO_ROWS, List.of()));
    }

    @Test
    void more_rows_than_a_list_may_have_are_refused() {
        String row = "{\"full_name\":\"A\"}";
        Reading reading = new ListReader(ReadingLimits.DEFAULT.withRows(2))
                .read(bytes("{\"rows\":[" + row + "," + row + "," + row + "]}"), FORM, ReadingChoices.NONE, rows::add);

        assertThat(reading).isEqualTo(new Unreadable(UnreadableCode.TOO_MANY_ROWS, List.of(2)));
    }

    @Test
    void a_text_that_is_far_too_long_is_cut_and_is_a_problem_of_its_row() {
        read("{\"rows\":[{\"full_name\":\"" + "x".repeat(5_000) + "\"}]}");

        assertThat(cell(0, "full_name")).hasSize(2_000);
        assertThat(rows.get(0).problems()).extracting(RowProblem::code).containsExactly(ProblemCode.CELL_TOO_LONG);
    }

    @Test
    void nesting_costs_no_stack_and_an_open_end_no_time() {
        assertThat(read("{\"more\":" + "[".repeat(200_000))).isInstanceOf(Unreadable.class);
        assertThat(read("{\"more\":[1")).isInstanceOf(Unreadable.class);
        assertThat(read("{\"more\":{\"a\":1")).isInstanceOf(Unreadable.class);
    }

    private Reading read(String json) {
        return new ListReader(ReadingLimits.DEFAULT).read(bytes(json), FORM, ReadingChoices.NONE, rows::add);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private String cell(int row, String key) {
        for (int i = 0; i < FORM.columns().size(); i++) {
            if (FORM.columns().get(i).key().equals(key)) {
                return rows.get(row).cells().get(i);
            }
        }
        throw new IllegalArgumentException(key);
    }
}
