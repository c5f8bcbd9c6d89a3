package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row with everything that is known of it.
 *
 * @param texts of the cells, by column key, composed as {@link CellText#composed} says; blank ones are absent
 * @param values what they mean; a cell whose text was a problem is absent
 * @param repairs texts that were put right; {@link #cells()} has them in place of what was given
 * @param identity the document of the person, if kind and number fit each other
 * @param problems all of them, at once
 */
public record CheckedRow(
        int rowNumber,
        Map<String, String> texts,
        Map<String, CellValue> values,
        List<Repair> repairs,
        Optional<IdentityDocument> identity,
        List<RowProblem> problems) {
    public CheckedRow {
        repairs = List.copyOf(repairs);
        problems = List.copyOf(problems);
    }

    /** The texts that count: as they were given, or what they were repaired to. */
    public Map<String, String> cells() {
        if (repairs.isEmpty()) {
            return texts;
        }
        Map<String, String> cells = new LinkedHashMap<>(texts);
        repairs.forEach(repair -> cells.put(repair.columnKey(), repair.repaired()));
        return cells;
    }

    public CheckedRow withProblems(List<RowProblem> found) {
        return new CheckedRow(rowNumber, texts, values, repairs, identity, found);
    }

    /** No error; warnings do not hold a row back. */
    public boolean isGood() {
        return problems.stream().allMatch(problem -> problem.severity() == Severity.WARNING);
    }

    /** The text or the code of a cell. */
    public Optional<String> text(String columnKey) {
        CellValue value = values.get(columnKey);
        if (value instanceof CellValue.Text text) {
            return Optional.of(text.text());
        }
        return value instanceof CellValue.Coded coded ? Optional.of(coded.code()) : Optional.empty();
    }

    public List<String> codes(String columnKey) {
        return values.get(columnKey) instanceof CellValue.Codes codes ? codes.codes() : List.of();
    }

    public Optional<LocalDate> day(String columnKey) {
        return values.get(columnKey) instanceof CellValue.Day day ? Optional.of(day.day()) : Optional.empty();
    }

    public Optional<CellValue.Moment> moment(String columnKey) {
        return values.get(columnKey) instanceof CellValue.Moment moment ? Optional.of(moment) : Optional.empty();
    }

    public OptionalLong amount(String columnKey) {
        return values.get(columnKey) instanceof CellValue.Amount amount
                ? OptionalLong.of(amount.number())
                : OptionalLong.empty();
    }

    public Optional<CellValue.BirthDate> birthDate(String columnKey) {
        return values.get(columnKey) instanceof CellValue.BirthDate birth ? Optional.of(birth) : Optional.empty();
    }
}
