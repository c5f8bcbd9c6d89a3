package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import vn.khanhhoa.thecovid.intake.AllowedValue;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.platform.web.Parameters;

/** The values that a column allows, as a table of plain fields with some empty rows at its end. */
@RequestScoped
class ValueTable {
    private static final int SPARE_ROWS = 3;
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_CODE = 40;

    /** A code that is left empty is made of the label. */
    public record Row(int row, String code, String labelVi, String labelEn, String aliases) {
        boolean isEmpty() {
            return (code + labelVi + labelEn + aliases).isBlank();
        }

        AllowedValue allowed() {
            return new AllowedValue(
                    code.isEmpty() ? codeOf(labelVi) : code,
                    labelVi,
                    labelEn,
                    FormColumn.aliases(aliases.replace(';', '|')));
        }
    }

    @Inject
    private Parameters parameters;

    static String codeOf(String label) {
        String code = AllowedValue.codeOf(label);
        return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
    }

    List<AllowedValue> typed() {
        return rows().stream().map(Row::allowed).toList();
    }

    List<Row> typedAndSpare() {
        return withSpare(rows());
    }

    List<Row> storedAndSpare(List<AllowedValue> values) {
        return withSpare(values.stream()
                .map(value ->
                        new Row(0, value.code(), value.labelVi(), value.labelEn(), String.join("; ", value.aliases())))
                .toList());
    }

    private List<Row> rows() {
        List<Row> typed = new ArrayList<>();
        for (int row = 0; row < MOST_ROWS; row++) {
            Row value = new Row(
                    row,
                    parameters.text("value-code-" + row).strip(),
                    parameters.text("value-vi-" + row).strip(),
                    parameters.text("value-en-" + row).strip(),
                    parameters.text("value-also-" + row).strip());
            if (!value.isEmpty()) {
                typed.add(value);
            }
        }
        return typed;
    }

    private static List<Row> withSpare(List<Row> values) {
        List<Row> shown = new ArrayList<>(values);
        for (int i = 0; i < SPARE_ROWS; i++) {
            shown.add(new Row(0, "", "", "", ""));
        }
        List<Row> numbered = new ArrayList<>();
        for (Row value : shown) {
            numbered.add(new Row(numbered.size(), value.code(), value.labelVi(), value.labelEn(), value.aliases()));
        }
        return numbered;
    }
}
