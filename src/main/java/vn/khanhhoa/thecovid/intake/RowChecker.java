package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Checks the rows of one file, in their order, and finds all problems of a row at once; texts that can only have been one
 * thing are put right, visibly. Remembers the identity documents it has seen to find the same person twice, so every file
 * needs its own. Not for several threads.
 */
public final class RowChecker {
    /** @param longestPeriodDays days that a card may be asked for, both ends included */
    record Context(ReferenceLists lists, LocalDate today, int longestPeriodDays) {}

    private final List<FormColumn> columns;
    private final List<CellRule> rules = new ArrayList<>();
    private final DateOrder dateOrder;
    private final PersonRepairs personRepairs;
    private final RowRules rowRules;

    /** @param today in Asia/Ho_Chi_Minh */
    public RowChecker(FormDefinition form, ReferenceLists lists, LocalDate today, int longestPeriodDays) {
        Context context = new Context(lists, today, longestPeriodDays);
        this.columns = form.columns();
        this.columns.forEach(column -> rules.add(CellRule.of(column, context)));
        this.dateOrder = new DateOrder(columns);
        this.personRepairs = new PersonRepairs(form, today);
        this.rowRules = new RowRules(form, context);
    }

    public CheckedRow check(ListRow row) {
        return check(new OpenRow(row), true);
    }

    /** What only the whole file tells is remembered of the row and nothing else found out: for a first walk through a file. */
    public void look(ListRow row) {
        OpenRow open = new OpenRow(row);
        for (int position : dateOrder.positions()) {
            String text = checkCell(position, open);
            if (!text.isEmpty()) {
                dateOrder.see(position, text, open);
            }
        }
    }

    /** A row that was met before, with other cells: by itself, and nothing of it is remembered. */
    public CheckedRow again(ListRow row) {
        return check(new OpenRow(row), false);
    }

    private CheckedRow check(OpenRow open, boolean remember) {
        for (int i = 0; i < columns.size(); i++) {
            String text = checkCell(i, open);
            if (remember && !text.isEmpty()) {
                dateOrder.see(i, text, open);
            }
        }
        personRepairs.mend(open);
        Optional<IdentityDocument> identity = rowRules.check(open.values(), open.findings());
        if (remember) {
            identity.ifPresent(document -> rowRules.meet(document, open));
        }
        return new CheckedRow(
                open.number(),
                Collections.unmodifiableMap(open.texts()),
                Collections.unmodifiableMap(open.values()),
                open.allRepairs(),
                identity,
                open.findings().all());
    }

    /**
     * The rows of the whole file, in any order and in parts if need be, with what only all of them together tell: dates that
     * a spreadsheet set to American order may have turned around.
     */
    public List<CheckedRow> conclude(List<CheckedRow> rows) {
        return dateOrder.mark(rows);
    }

    /** Whether {@link #conclude} has anything to say. */
    public boolean isInDoubt() {
        return dateOrder.isDoubtful();
    }

    /** @return the text that was read, before it was mended; empty where there was none or it was too long */
    private String checkCell(int position, OpenRow open) {
        FormColumn column = columns.get(position);
        Findings findings = open.findings().at(column.key());
        if (findings.isFormulaError(column.key())) {
            open.put(column.key(), open.cell(position), CellText.composed(open.cell(position)));
            return "";
        }
        String text = clean(column, rules.get(position), open.cell(position), open);
        if (text.isEmpty()) {
            text = column.defaultValue();
        }
        if (text.isEmpty()) {
            if (column.required()) {
                findings.add(ProblemCode.REQUIRED_MISSING);
            }
        } else if (LostLetters.in(text, column.type() == ColumnType.NAME)) {
            findings.add(ProblemCode.LETTERS_LOST);
        } else if (text.length() > column.maxLength()) {
            if (!findings.isCut(column.key())) {
                findings.add(ProblemCode.TEXT_TOO_LONG, column.maxLength());
            }
        } else {
            read(position, text, open).ifPresent(value -> open.values().put(column.key(), value));
            return text;
        }
        return "";
    }

    private static String clean(FormColumn column, CellRule rule, String cell, OpenRow open) {
        String text = CellText.normalise(cell);
        boolean kept = open.isKept(column.key());
        open.put(column.key(), cell, kept ? CellText.composed(cell) : text);
        if (kept || text.isEmpty()) {
            return text;
        }
        String clean = rule.tidy(text);
        if (clean != text || text != cell && CellText.hasOddCharacters(cell)) {
            open.repaired(column.key(), RepairKind.CHARACTERS, clean);
        }
        String known = text == cell ? clean : CellText.withoutLookAlikes(clean);
        if (known != clean) {
            open.repaired(column.key(), RepairKind.LOOK_ALIKE, known);
        }
        Optional<Mending> better = rule.better(known);
        if (better.isPresent()) {
            open.repaired(column.key(), better.get().kind(), better.get().text());
            return better.get().text();
        }
        return known;
    }

    private Optional<CellValue> read(int position, String text, OpenRow open) {
        String key = columns.get(position).key();
        CellRule rule = rules.get(position);
        Findings findings = open.findings();
        int before = findings.count();
        Optional<CellValue> value = rule.read(text, findings);
        if (value.isPresent() || open.isKept(key)) {
            return value;
        }
        Optional<Mending> mending = rule.mend(text, open.hint(position));
        if (mending.isEmpty()) {
            return value;
        }
        int failed = findings.count();
        Optional<CellValue> mended = rule.read(mending.get().text(), findings);
        if (mended.isPresent()) {
            findings.takeBack(before, failed);
            open.repaired(key, mending.get().kind(), mending.get().text());
        } else {
            findings.takeBack(failed, findings.count());
        }
        return mended;
    }
}
