package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.intake.CellValue;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.intake.RowChecker;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.intake.Severity;
import vn.khanhhoa.thecovid.intake.WrittenDate;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Makes lines of rows, as of one day. Remembers the documents it has met; for one file or one act. One thread at a time
 * makes lines of rows; what it says of them and warns of, another may ask meanwhile.
 */
final class LineCheck {
    static final int LONGEST_PERIOD_DAYS = 366;
    private static final int LONGEST_NAME = 200;
    static final String BIRTH = "birth_date";

    private final Map<Integer, Integer> metAs = new HashMap<>();
    private final FormDefinition form;
    private final RowChecker checker;
    private final DataCipher cipher;
    private final LocalDate today;
    private final long organisationId;
    private final long listId;
    private final int toldADay;
    private final String documentColumn;

    /** @param toldADay of how many lines a day the organisation may ask what others have */
    LineCheck(
            FormDefinition form,
            ReferenceLists lists,
            LocalDate today,
            long organisationId,
            long listId,
            int toldADay,
            DataCipher cipher) {
        this.form = form;
        this.checker = new RowChecker(form, lists, today, LONGEST_PERIOD_DAYS);
        this.cipher = cipher;
        this.today = today;
        this.organisationId = organisationId;
        this.listId = listId;
        this.toldADay = toldADay;
        this.documentColumn = form.columns().stream()
                .filter(column -> column.type() == ColumnType.IDENTITY_NUMBER)
                .map(FormColumn::key)
                .findFirst()
                .orElse("");
    }

    /** A line that is not stored yet; upload 0 for one that was typed. */
    DraftRow fresh(ListRow row, long uploadId) {
        CheckedRow checked = checker.check(row);
        return line(
                new DraftRow(
                        0,
                        PublicId.random(),
                        uploadId,
                        row.number(),
                        uploadId == 0 ? 0 : row.number(),
                        new byte[0],
                        new byte[0],
                        0,
                        RowState.BAD,
                        EntryKind.NEW,
                        0,
                        null,
                        "",
                        DraftCells.of(form, row, checked, Map.of()),
                        List.of()),
                checked);
    }

    DraftRow again(DraftRow row) {
        ListRow given = row.listRow(form);
        CheckedRow checked = checker.check(given);
        return line(row.with(DraftCells.of(form, given, checked, row.cells().filed())), checked);
    }

    /**
     * A row of a file with what the sender had decided on the line it stands for: what was undone or accepted there stays so
     * where the file says the same, and what was mended there stays mended where the file says what it said before. A file that
     * names its lines is none that was read for the first time: it knows nothing of what was found then, so that stays too,
     * and what it says may be what was mended.
     *
     * @param row as it was met in this check
     * @param named whether the file names the line
     */
    DraftRow heeding(DraftRow row, DraftRow stored, boolean named) {
        List<RowProblem> found = new ArrayList<>(row.problems());
        if (named) {
            stored.ofTheFile().stream()
                    .filter(problem -> row.cells()
                            .text(problem.columnKey())
                            .equals(stored.cells().text(problem.columnKey())))
                    .map(problem -> problem.numbered(row.number(), Map.of()))
                    .filter(problem -> !found.contains(problem))
                    .forEach(found::add);
        }
        DraftCells cells = row.cells().heeding(stored.cells());
        if (!named) {
            List<String> mended = row.cells().mendedIn(stored.cells());
            cells = cells.with(mended, stored.cells());
            found.removeIf(problem -> mended.contains(problem.columnKey())
                    && (problem.code().isOfTheFile() || isOfOthers(problem.code())));
            stored.problems().stream()
                    .filter(problem -> mended.contains(problem.columnKey())
                            && isOfOthers(problem.code())
                            && problem.severity() == Severity.WARNING)
                    .forEach(found::add);
        }
        if (cells == row.cells() && found.size() == row.problems().size()) {
            return row;
        }
        DraftRow heeded = metBefore(row.with(cells, found));
        // A repair may hang together with other cells of the row, which are other ones now: then the file's own text
        // counts.
        List<String> otherwise = differences(heeded.cells(), cells);
        return otherwise.isEmpty() ? heeded : metBefore(row.with(cells.with(otherwise, row.cells()), found));
    }

    /** A row of a file without what was mended in its line. */
    DraftRow asFiled(DraftRow row, List<String> columns) {
        return columns.isEmpty() ? row : metBefore(row.with(row.cells().asFiled(columns)));
    }

    /** What other rows told of it stays. */
    private DraftRow metBefore(DraftRow row) {
        ListRow given = row.listRow(form).afresh();
        CheckedRow checked = checker.again(given);
        List<RowProblem> found = new ArrayList<>(checked.problems());
        if (checked.identity().isPresent()) {
            row.problems().stream()
                    .filter(problem -> isOfOthers(problem.code()))
                    .forEach(found::add);
        }
        return line(row.with(DraftCells.of(form, given, checked, row.cells().filed())), checked.withProblems(found));
    }

    private static boolean isOfOthers(ProblemCode code) {
        return switch (code) {
            case DUPLICATE_IN_FILE, DUPLICATE_IN_OWN_LIST, DUPLICATE_ELSEWHERE -> true;
            default -> false;
        };
    }

    /** Whether the whole file tells something that no row of it does. */
    boolean isInDoubt() {
        return checker.isInDoubt();
    }

    /** Of the rows that were met, in parts: those of which the whole file tells more, with that. */
    List<DraftRow> concluded(List<DraftRow> rows) {
        List<CheckedRow> known = rows.stream().map(this::asMet).toList();
        List<CheckedRow> concluded = checker.conclude(known);
        List<DraftRow> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            DraftRow row = rows.get(i);
            List<RowProblem> problems = concluded.get(i).problems().stream()
                    .map(problem -> problem.numbered(row.number(), Map.of()))
                    .filter(problem ->
                            !row.isSettled(problem) && !row.cells().filed().containsKey(problem.columnKey()))
                    .toList();
            if (problems.size() > row.problems().size()) {
                changed.add(row.found(row.key(), row.state(), problems));
            }
        }
        return changed;
    }

    /** Under the number by which it was met. */
    private CheckedRow asMet(DraftRow row) {
        int met = metAs.getOrDefault(row.number(), row.number());
        return new CheckedRow(
                met,
                row.cells().texts(),
                values(row),
                List.of(),
                Optional.empty(),
                row.problems().stream()
                        .map(problem -> problem.numbered(met, Map.of()))
                        .toList());
    }

    /** A row of the file has another number in the list. */
    void numbered(int inFile, int inList) {
        metAs.put(inList, inFile);
    }

    private static Map<String, CellValue> values(DraftRow row) {
        return row.cells().texts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, cell -> new CellValue.Text(cell.getValue())));
    }

    private DraftRow line(DraftRow row, CheckedRow checked) {
        String name = row.cells().texts().getOrDefault(DraftRows.NAME, "");
        String birth = checked.birthDate(BIRTH)
                .map(WrittenDate::of)
                .orElseGet(() -> row.cells().text(BIRTH));
        boolean twice = checked.problems().stream().anyMatch(LineCheck::isTwice);
        byte[] key = checked.identity()
                .filter(identity -> !twice)
                .map(identity -> cipher.match("row", identity.number()))
                .orElseGet(() -> ownKey(row));
        return new DraftRow(
                row.id(),
                row.publicId(),
                row.uploadId(),
                row.number(),
                row.fileRow(),
                key,
                cipher.match("alike", NameWords.plain(name) + "|" + birth),
                checked.text(DraftRows.WORKPLACE).map(Long::valueOf).orElse(0L),
                checked.isGood() ? RowState.GOOD : RowState.BAD,
                row.intent(),
                row.entryId(),
                row.leaveOn(),
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                row.cells(),
                checked.problems());
    }

    private byte[] ownKey(DraftRow row) {
        return cipher.match("line", row.publicId().toString());
    }

    private static boolean isTwice(RowProblem problem) {
        return problem.code() == ProblemCode.DUPLICATE_IN_FILE;
    }

    /** Keys of the columns, the running number apart, whose texts are not the same. */
    List<String> differences(DraftCells one, DraftCells other) {
        return form.columns().stream()
                .filter(column -> column.type() != ColumnType.ORDINAL)
                .map(FormColumn::key)
                .filter(key ->
                        !one.texts().getOrDefault(key, "").equals(other.texts().getOrDefault(key, "")))
                .toList();
    }

    /** The same person stands in another line already. */
    DraftRow twice(DraftRow row, int otherNumber) {
        return row.found(
                ownKey(row),
                RowState.BAD,
                and(row.problems(), problem(row, ProblemCode.DUPLICATE_IN_FILE, otherNumber)));
    }

    /** Its document is another line's. */
    DraftRow withoutDocument(DraftRow row) {
        return row.found(ownKey(row), row.state(), row.problems());
    }

    /** The same line, but that the other one is not there any more. */
    DraftRow once(DraftRow row, byte[] document) {
        List<RowProblem> others =
                row.problems().stream().filter(problem -> !isTwice(problem)).toList();
        boolean good = others.stream().allMatch(problem -> problem.severity() == Severity.WARNING);
        return row.found(document, good ? RowState.GOOD : RowState.BAD, others);
    }

    /** By which a person may be known who has another document in another line; empty for who has none or is leaving. */
    Optional<Likeness> likeness(DraftRow row) {
        if (row.intent() == EntryKind.LEAVE) {
            return Optional.empty();
        }
        CheckedRow read = checker.again(row.listRow(form).afresh());
        Optional<CellValue.BirthDate> birth = read.birthDate(BIRTH);
        // Of a year alone, people of one name in one commune are too many.
        boolean day = birth.filter(date -> date.precision() == CellValue.BirthDate.Precision.DAY)
                .isPresent();
        return birth.flatMap(known -> read.identity())
                .map(identity -> new Likeness(
                        row,
                        identity.number(),
                        valueOf(read, ColumnType.PHONE),
                        valueOf(read, ColumnType.AREA).filter(area -> day && !area.equals(ReferenceLists.OUTSIDE))));
    }

    private Optional<String> valueOf(CheckedRow read, ColumnType type) {
        return form.columns().stream()
                .filter(column -> column.type() == type)
                .findFirst()
                .flatMap(column -> read.text(column.key()));
    }

    /** @param phone as it is dialled; the commune by its code */
    record Likeness(DraftRow row, String document, Optional<String> phone, Optional<String> commune) {
        boolean isOfSamePerson(Likeness other) {
            return !document.equals(other.document)
                    && (phone.isPresent() && phone.equals(other.phone)
                            || commune.isPresent() && commune.equals(other.commune));
        }
    }

    /** The line with, or without, the warning that the same person stands in another line; the same where nothing changes. */
    DraftRow samePerson(DraftRow row, int otherNumber) {
        List<RowProblem> problems = new ArrayList<>(row.problems());
        problems.removeIf(problem -> problem.code() == ProblemCode.SAME_PERSON);
        RowProblem warning = problem(row, ProblemCode.SAME_PERSON, otherNumber);
        if (otherNumber != 0 && !row.isSettled(warning)) {
            problems.add(warning);
        }
        boolean as = problems.size() == row.problems().size()
                && row.problems().stream()
                        .filter(problem -> problem.code() == ProblemCode.SAME_PERSON)
                        .allMatch(problem ->
                                problem.args().get(0) instanceof Number named && named.intValue() == otherNumber);
        return as ? row : row.found(row.key(), row.state(), problems);
    }

    DraftRow warned(DraftRow row, ProblemCode code, Object... args) {
        return row.found(row.key(), row.state(), and(row.problems(), problem(row, code, args)));
    }

    private RowProblem problem(DraftRow row, ProblemCode code, Object... args) {
        return new RowProblem(row.number(), documentColumn, code, List.of(args));
    }

    private static List<RowProblem> and(List<RowProblem> problems, RowProblem another) {
        List<RowProblem> all = new ArrayList<>(problems);
        all.add(another);
        return List.copyOf(all);
    }

    FormDefinition form() {
        return form;
    }

    LocalDate today() {
        return today;
    }

    long organisationId() {
        return organisationId;
    }

    long listId() {
        return listId;
    }

    int toldADay() {
        return toldADay;
    }
}
