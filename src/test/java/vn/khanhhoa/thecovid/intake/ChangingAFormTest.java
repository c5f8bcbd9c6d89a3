package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.shared.RuleViolation;

class ChangingAFormTest {
    private static final FormTemplate M01 = form("M01");

    private static FormTemplate form(String code) {
        return ListFiles.forms().templates().stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "full_name",
                "birth_date",
                "sex",
                "document_kind",
                "document_number",
                "residence",
                "activities",
                "valid_from",
                "valid_to"
            })
    void a_column_that_entries_are_made_of_can_neither_go_nor_be_left_empty(String key) {
        refused(M01.with(M01.columns().stream()
                        .filter(column -> !column.key().equals(key))
                        .toList()))
                .isEqualTo("forms.column-needed");
        refused(changed(key, column -> copy(column, column.type(), false, "", List.of())))
                .isEqualTo("forms.column-needed");
    }

    @Test
    void a_form_may_lack_a_workplace_where_the_residence_is_in_the_province() {
        refused(M01.with(M01.columns().stream()
                        .filter(column -> !column.key().equals("workplace"))
                        .toList()))
                .isEqualTo("forms.no-workplace");
        assertThatCode(() -> FormRules.check(form("M10"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Họ tên, forms.heading-twice",
        "SĐT, forms.heading-twice",
        "dia chi, forms.heading-twice",
        "(trong ngoặc), forms.label-missing"
    })
    void a_heading_means_one_column(String label, String rule) {
        refused(added(column("extra", ColumnType.TEXT, label, List.of()))).isEqualTo(rule);
    }

    @Test
    void keys_values_and_types_have_to_fit() {
        refused(added(column("Số nhà", ColumnType.TEXT, "Số nhà", List.of()))).isEqualTo("forms.column-key");
        refused(added(column("shift", ColumnType.TEXT, "Ca khác", List.of()))).isEqualTo("forms.key-twice");
        refused(added(column("extra", ColumnType.CHOICE, "Đội", List.of()))).isEqualTo("forms.values-missing");
        refused(added(column("extra", ColumnType.TEXT, "Đội", AllowedValue.parse("A:Đội A:Team A"))))
                .isEqualTo("forms.values-for-choice");
        refused(added(column("extra", ColumnType.CHOICE, "Đội", AllowedValue.parse("A:Đội A:Team A|B:đội a:Team B"))))
                .isEqualTo("forms.value-twice");
        refused(added(column("extra", ColumnType.NAME, "Tên khác", List.of()))).isEqualTo("forms.type-twice");
        assertThatCode(() -> FormRules.check(
                        added(column("extra", ColumnType.CHOICE, "Đội", AllowedValue.parse("A:Đội A:Team A")))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_row_whose_cells_are_as_long_as_they_may_be_can_be_stored() {
        List<FormColumn> columns = new ArrayList<>(M01.columns());
        for (int i = 0; columns.size() < 60; i++) {
            columns.add(column("extra_" + i, ColumnType.TEXT, "Cột thêm " + i, List.of()));
        }
        assertThatCode(() -> FormRules.check(M01.with(columns))).doesNotThrowAnyException();

        columns.replaceAll(column -> column.key().startsWith("extra_") ? ofLength(column, 400) : column);

        refused(M01.with(columns)).isEqualTo("forms.row-too-long");
    }

    private static FormColumn ofLength(FormColumn column, int length) {
        return new FormColumn(
                column.key(),
                column.type(),
                column.required(),
                column.values(),
                column.valueList(),
                column.labelVi(),
                column.labelEn(),
                column.aliases(),
                column.noteVi(),
                column.noteEn(),
                length,
                column.defaultValue());
    }

    @Test
    void the_differences_of_two_versions_are_told_by_column() {
        List<FormColumn> columns = new ArrayList<>(M01.columns());
        columns.removeIf(column -> column.key().equals("shift"));
        columns.replaceAll(
                column -> column.key().equals("phone") ? copy(column, column.type(), true, "", List.of()) : column);
        columns.add(column("team", ColumnType.TEXT, "Đội", List.of()));

        List<FormDifference> found = FormDifference.between(M01, M01.with(columns));

        assertThat(found)
                .extracting(difference ->
                        difference.kind() + " " + difference.column().key())
                .containsExactly("CHANGED phone", "ADDED team", "REMOVED shift");
        assertThat(found.get(0).changes())
                .extracting(FormDifference.Change::aspect)
                .contains(FormDifference.Aspect.REQUIRED);
        assertThat(FormDifference.between(M01, M01)).isEmpty();
    }

    @Test
    void a_list_that_names_its_commune_needs_no_workplace_and_takes_people_from_outside() {
        FormTemplate event = ListFiles.forms().templates().get(11);
        assertThat(event.definition().hasWorkplace()).isFalse();
        assertThatCode(() -> FormRules.check(event)).doesNotThrowAnyException();

        refused(event.with(event.columns().stream()
                        .filter(column -> !column.key().equals("event_commune"))
                        .toList()))
                .isEqualTo("forms.no-workplace");
    }

    private static AbstractObjectAssert<?, String> refused(FormTemplate form) {
        return assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> FormRules.check(form))
                .extracting(RuleViolation::code);
    }

    private static FormTemplate added(FormColumn column) {
        List<FormColumn> columns = new ArrayList<>(M01.columns());
        columns.add(column);
        return M01.with(columns);
    }

    private static FormTemplate changed(String key, UnaryOperator<FormColumn> change) {
        List<FormColumn> columns = new ArrayList<>(M01.columns());
        columns.replaceAll(column -> column.key().equals(key) ? change.apply(column) : column);
        return M01.with(columns);
    }

    private static FormColumn column(String key, ColumnType type, String label, List<AllowedValue> values) {
        return new FormColumn(key, type, false, values, "", label, label + " (en)", List.of(), "", "", 60, "");
    }

    private static FormColumn copy(
            FormColumn column, ColumnType type, boolean required, String note, List<String> aliases) {
        return new FormColumn(
                column.key(),
                type,
                required,
                column.values(),
                column.valueList(),
                column.labelVi(),
                column.labelEn(),
                aliases,
                note,
                note,
                column.maxLength(),
                column.defaultValue());
    }
}
