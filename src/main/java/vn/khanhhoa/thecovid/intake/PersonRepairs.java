package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vn.khanhhoa.thecovid.intake.CellValue.BirthDate;
import vn.khanhhoa.thecovid.intake.CellValue.BirthDate.Precision;

/**
 * Puts right what an identity number, a sex and a birth date say of each other: zeros that a spreadsheet dropped and the
 * century of a year. All that the number and the birth date may have been is weighed together, and counts only where
 * exactly one pair agrees in everything. What was put right before stays so whatever of the row changes afterwards: the
 * checks of the row then tell what does not fit.
 */
final class PersonRepairs {
    /** Beyond it, a year of two digits that nothing confirms is more likely mistyped than of that century. */
    private static final int OLDEST_UNCONFIRMED = 80;

    private record Number(String text, boolean mended) {}

    private record Birth(BirthDate date, RepairKind kind, boolean mended) {}

    private record Pair(Number number, Birth birth) {}

    private final PersonColumns columns;
    private final LocalDate today;
    private final BirthDateRule births;

    PersonRepairs(FormDefinition form, LocalDate today) {
        this.columns = PersonColumns.of(form);
        this.today = today;
        this.births = new BirthDateRule(today);
    }

    void mend(OpenRow row) {
        keepNumber(row);
        weigh(row);
        keepBirth(row);
    }

    private void weigh(OpenRow row) {
        if (!(row.values().get(columns.kind()) instanceof CellValue.Coded coded)) {
            mendBirthAlone(row);
            return;
        }
        DocumentKind kind = DocumentKind.valueOf(coded.code());
        String number = row.values().get(columns.number()) instanceof CellValue.Text text ? text.text() : "";
        boolean numberLost = DocumentShape.isShortByZeros(kind, number) && !row.isKept(columns.number());
        boolean birthKnown = row.values().containsKey(columns.birth());
        if (birthKnown && !numberLost) {
            return;
        }
        switch (kind) {
            case CCCD -> mendPair(row, number, numberLost);
            case CMND -> {
                // Nothing in the number checks it: only a cell that held a number shows that zeros were lost.
                if (numberLost && row.hint(columns.numberAt()) == CellHint.NUMBER) {
                    apply(row, new Number(DocumentShape.withZeros(kind, number), true));
                }
                mendBirthAlone(row);
            }
            case PASSPORT -> mendBirthAlone(row);
        }
    }

    private void keepNumber(OpenRow row) {
        String full = row.earlier(columns.number());
        if (full.isEmpty()
                || row.isKept(columns.number())
                || !(row.values().get(columns.number()) instanceof CellValue.Text given)) {
            return;
        }
        boolean same = row.values().get(columns.kind()) instanceof CellValue.Coded coded
                ? isWhole(DocumentKind.valueOf(coded.code()), given.text(), full)
                : isWhole(DocumentKind.CCCD, given.text(), full) || isWhole(DocumentKind.CMND, given.text(), full);
        if (same) {
            apply(row, new Number(full, true));
        }
    }

    private static boolean isWhole(DocumentKind kind, String number, String full) {
        return DocumentShape.isShortByZeros(kind, number)
                && DocumentShape.withZeros(kind, number).equals(full);
    }

    private void keepBirth(OpenRow row) {
        if (!row.values().containsKey(columns.birth())) {
            births(row).stream()
                    .filter(birth -> BirthDateRule.text(birth.date()).equals(row.earlier(columns.birth())))
                    .findFirst()
                    .ifPresent(birth -> apply(row, birth));
        }
    }

    private void mendPair(OpenRow row, String given, boolean numberLost) {
        String full = numberLost ? DocumentShape.withZeros(DocumentKind.CCCD, given) : given;
        IdentityDocument document = new IdentityDocument(DocumentKind.CCCD, full);
        if (!document.isPersonalNumber()) {
            mendBirthAlone(row);
            return;
        }
        if (numberLost && !(ProvinceCodes.mayStart(full) && sexAgrees(document, row.values()))) {
            return;
        }
        List<Pair> pairs = new ArrayList<>();
        for (Birth birth : births(row)) {
            if (birth.date().from().getYear() == document.birthYear()) {
                pairs.add(new Pair(new Number(full, numberLost), birth));
            }
        }
        if (pairs.size() == 1) {
            apply(row, pairs.get(0).number());
            apply(row, pairs.get(0).birth());
        }
    }

    private boolean sexAgrees(IdentityDocument document, Map<String, CellValue> values) {
        return values.get(columns.sex()) instanceof CellValue.Coded sex
                && sex.code().equals(RowRules.FEMALE) == document.saysFemale();
    }

    /** All that the birth date may have been. */
    private List<Birth> births(OpenRow row) {
        if (row.values().get(columns.birth()) instanceof BirthDate known) {
            return List.of(new Birth(known, RepairKind.TWO_DIGIT_YEAR, false));
        }
        if (row.isKept(columns.birth())) {
            return List.of();
        }
        String text = row.text(columns.birth());
        List<Birth> births = new ArrayList<>();
        this.births.ofShortYear(text).forEach(date -> births.add(new Birth(date, RepairKind.TWO_DIGIT_YEAR, true)));
        OptionalInt year = BirthDateRule.yearAsDate(text);
        if (year.isPresent()) {
            BirthDate date = new BirthDate(LocalDate.of(year.getAsInt(), 1, 1), Precision.YEAR);
            births.add(new Birth(date, RepairKind.YEAR_AS_DATE, true));
        }
        return births;
    }

    /** Without a personal number only a year that leaves no doubt is put right. */
    private void mendBirthAlone(OpenRow row) {
        if (row.values().containsKey(columns.birth()) || row.isKept(columns.birth())) {
            return;
        }
        List<BirthDate> dates = births.ofShortYear(row.text(columns.birth()));
        if (dates.size() == 1 && today.getYear() - dates.get(0).from().getYear() <= OLDEST_UNCONFIRMED) {
            apply(row, new Birth(dates.get(0), RepairKind.TWO_DIGIT_YEAR, true));
        }
    }

    private void apply(OpenRow row, Number number) {
        if (number.mended()) {
            row.values().put(columns.number(), new CellValue.Text(number.text()));
            row.findings().takeBack(columns.number());
            row.repaired(columns.number(), RepairKind.ZERO_LOST, number.text());
        }
    }

    private void apply(OpenRow row, Birth birth) {
        if (birth.mended()) {
            row.values().put(columns.birth(), birth.date());
            row.findings().takeBack(columns.birth());
            row.repaired(columns.birth(), birth.kind(), BirthDateRule.text(birth.date()));
        }
    }
}
