package vn.khanhhoa.thecovid.stafflist.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the rows of one file, in their order, and finds all problems of a row at once. Remembers the identity documents
 * it has seen to find the same person twice, so every file needs its own. Not for several threads.
 */
public final class RowChecker {
    /** @param longestPeriodDays days that a card may be asked for, both ends included */
    record Context(ReferenceLists lists, LocalDate today, int longestPeriodDays) {}

    private final List<FormColumn> columns;
    private final List<CellRule> rules = new ArrayList<>();
    private final RowRules rowRules;

    /** @param today in Asia/Ho_Chi_Minh */
    public RowChecker(FormDefinition form, ReferenceLists lists, LocalDate today, int longestPeriodDays) {
        Context context = new Context(lists, today, longestPeriodDays);
        this.columns = form.columns();
        this.columns.forEach(column -> rules.add(CellRule.of(column, context)));
        this.rowRules = new RowRules(form, context);
    }

    public CheckedRow check(ListRow row) {
        Findings findings = new Findings(row);
        Map<String, String> raw = new LinkedHashMap<>();
        Map<String, CellValue> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            FormColumn column = columns.get(i);
            String cell = row.cells().get(i);
            if (!cell.isEmpty()) {
                raw.put(column.key(), cell);
            }
            checkCell(column, rules.get(i), cell, findings.at(column.key()))
                    .ifPresent(value -> values.put(column.key(), value));
        }
        Optional<IdentityDocument> identity = rowRules.check(row.number(), values, findings);
        return new CheckedRow(
                row.number(),
                Collections.unmodifiableMap(raw),
                Collections.unmodifiableMap(values),
                List.of(),
                identity,
                findings.all());
    }

    private static Optional<CellValue> checkCell(FormColumn column, CellRule rule, String cell, Findings findings) {
        String text = CellText.normalise(cell);
        if (text.isEmpty()) {
            text = column.defaultValue();
        }
        if (text.isEmpty()) {
            if (column.required()) {
                findings.add(ProblemCode.REQUIRED_MISSING);
            }
            return Optional.empty();
        }
        if (text.length() > column.maxLength()) {
            findings.add(ProblemCode.TEXT_TOO_LONG, column.maxLength());
            return Optional.empty();
        }
        return rule.read(text, findings);
    }
}
