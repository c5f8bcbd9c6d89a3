package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What only several cells of a row, or several rows of a file, can tell. */
final class RowRules {
    static final String FEMALE = "FEMALE";
    private static final String ADDRESS = "address";
    private static final String NATIONALITY = "nationality";
    private static final int OLD_ENOUGH_TO_WORK = 15;
    private static final int OF_AGE = 18;

    private final RowChecker.Context context;
    /** By number alone, by which lines are stored as well: an old card and a passport may have the same. */
    private final Map<String, Integer> firstRowOf = new HashMap<>();

    private final PersonColumns person;
    private final String fromKey;
    private final String toKey;
    private final String areaKey;
    private final boolean ofWorkers;

    RowRules(FormDefinition form, RowChecker.Context context) {
        this.context = context;
        this.person = PersonColumns.of(form);
        this.fromKey = PersonColumns.key(form, ColumnType.VALID_FROM);
        this.toKey = PersonColumns.key(form, ColumnType.VALID_TO);
        this.areaKey = PersonColumns.key(form, ColumnType.AREA);
        this.ofWorkers = form.columns().stream().anyMatch(FormColumn::isOfWorkers);
    }

    Optional<IdentityDocument> check(Map<String, CellValue> values, Findings findings) {
        checkPeriod(values, findings);
        checkOutside(values, findings);
        checkAge(values, findings);
        Optional<IdentityDocument> identity = identity(values, findings.at(person.number()));
        identity.ifPresent(document -> crossCheck(document, values, findings));
        return identity;
    }

    /** Of a file, the first row with a document has it. */
    void meet(IdentityDocument document, OpenRow row) {
        Integer first = firstRowOf.putIfAbsent(document.number(), row.number());
        if (first != null) {
            row.findings().at(person.number()).add(ProblemCode.DUPLICATE_IN_FILE, first);
        }
    }

    private Optional<IdentityDocument> identity(Map<String, CellValue> values, Findings findings) {
        if (values.get(person.kind()) instanceof CellValue.Coded kind
                && values.get(person.number()) instanceof CellValue.Text number) {
            DocumentKind documentKind = DocumentKind.valueOf(kind.code());
            if (DocumentShape.check(documentKind, number.text(), findings)) {
                return Optional.of(new IdentityDocument(documentKind, number.text()));
            }
            values.remove(person.number());
        }
        return Optional.empty();
    }

    private void crossCheck(IdentityDocument document, Map<String, CellValue> values, Findings findings) {
        if (document.kind() == DocumentKind.PASSPORT
                && isVietnamese(values)
                && !DocumentShape.isVietnamesePassport(document.number())) {
            findings.add(ProblemCode.PASSPORT_UNUSUAL);
        }
        if (!document.isPersonalNumber()) {
            return;
        }
        if (!ProvinceCodes.mayStart(document.number())) {
            findings.add(ProblemCode.IDENTITY_PLACE_UNKNOWN);
        }
        if (values.get(person.sex()) instanceof CellValue.Coded sex
                && sex.code().equals(FEMALE) != document.saysFemale()) {
            findings.add(ProblemCode.IDENTITY_SEX_DIFFERS);
        }
        if (values.get(person.birth()) instanceof CellValue.BirthDate birth
                && birth.from().getYear() != document.birthYear()) {
            findings.add(ProblemCode.IDENTITY_YEAR_DIFFERS);
        }
    }

    private static boolean isVietnamese(Map<String, CellValue> values) {
        return values.get(NATIONALITY) instanceof CellValue.Text nationality
                && CellText.fold(nationality.text()).equals("vietnam");
    }

    private void checkPeriod(Map<String, CellValue> values, Findings findings) {
        if (!(values.get(toKey) instanceof CellValue.Day to)) {
            return;
        }
        findings.at(toKey);
        if (to.day().isBefore(context.today())) {
            findings.add(ProblemCode.PERIOD_OVER);
        }
        if (values.get(fromKey) instanceof CellValue.Day from) {
            LocalDate first = from.day();
            if (to.day().isBefore(first)) {
                findings.add(ProblemCode.PERIOD_REVERSED);
            } else if (ChronoUnit.DAYS.between(first, to.day()) >= context.longestPeriodDays()) {
                findings.add(ProblemCode.PERIOD_TOO_LONG, context.longestPeriodDays());
            }
        }
    }

    /** On the first day; of a year or a month alone, who may have been old enough by then is. */
    private void checkAge(Map<String, CellValue> values, Findings findings) {
        if (!ofWorkers || !(values.get(person.birth()) instanceof CellValue.BirthDate birth)) {
            return;
        }
        LocalDate first = values.get(fromKey) instanceof CellValue.Day from ? from.day() : context.today();
        findings.at(person.birth());
        if (birth.from().plusYears(OLD_ENOUGH_TO_WORK).isAfter(first)) {
            findings.add(ProblemCode.WORKER_CHILD, OLD_ENOUGH_TO_WORK);
        } else if (birth.from().plusYears(OF_AGE).isAfter(first)) {
            findings.add(ProblemCode.WORKER_MINOR, OF_AGE);
        }
    }

    /** Nobody can find a residence of which nothing is known but that it is elsewhere. */
    private void checkOutside(Map<String, CellValue> values, Findings findings) {
        boolean outside = values.get(areaKey) instanceof CellValue.Coded area
                && area.code().equals(ReferenceLists.OUTSIDE);
        if (outside && !values.containsKey(ADDRESS) && !findings.isFormulaError(ADDRESS)) {
            findings.at(ADDRESS).add(ProblemCode.ADDRESS_NEEDED);
        }
    }
}
