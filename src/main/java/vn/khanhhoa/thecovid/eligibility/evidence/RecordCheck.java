package vn.khanhhoa.thecovid.eligibility.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.intake.CellValue;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.intake.RowChecker;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.intake.Severity;
import vn.khanhhoa.thecovid.platform.PortalClock;

/**
 * Makes records of the rows of one file. The file is walked through twice: {@link #look} at every row first, which shows
 * what only all of them together tell, then {@link #check}. A phone or a commune that cannot be read does not make a dose
 * undone: it is left out, with a warning. Not for several threads.
 */
public final class RecordCheck {
    static final String FACILITY = "facility";
    private static final String KIND = "document_kind";
    private static final String NUMBER = "document_number";
    private static final String SAMPLED_AT = "sampled_at";
    private static final String RESULT_AT = "result_at";
    private static final String RESULT = "result";
    private static final String RECOVERED_ON = "recovered_on";
    private static final Set<String> DISPENSABLE = Set.of("phone", "commune");

    /** Midnight here is five in the afternoon of the day before in UTC. */
    private static final Pattern DAY_IN_UTC =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})[T ]17:00(?::00(?:\\.0+)?)?Z?");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter LOOSE_DAY = DateTimeFormatter.ofPattern("d/M/yyyy");
    private static final int SHORTEST_PERSONAL_NUMBER = 10;

    private final RecordKind kind;
    private final FormDefinition form;
    private final Facilities facilities;
    private final Optional<KnownFacility> usual;
    private final Instant now;
    private final RowChecker looking;
    private final RowChecker checking;
    private final int kindAt;
    private final int numberAt;

    /** @param usual the facility of rows that name none */
    public RecordCheck(
            RecordKind kind,
            FormDefinition form,
            ReferenceLists lists,
            Facilities facilities,
            Optional<KnownFacility> usual,
            Instant now) {
        this.kind = kind;
        this.form = form;
        this.facilities = facilities;
        this.usual = usual;
        this.now = now;
        LocalDate today = now.atZone(PortalClock.ZONE).toLocalDate();
        this.looking = new RowChecker(form, lists, today, 1);
        this.checking = new RowChecker(form, lists, today, 1);
        this.kindAt = indexOf(KIND);
        this.numberAt = indexOf(NUMBER);
    }

    private int indexOf(String key) {
        return form.columns().stream().map(FormColumn::key).toList().indexOf(key);
    }

    public void look(ListRow row) {
        looking.look(row);
    }

    public CheckedRecord check(ListRow read) {
        ListRow row = withKind(read);
        CheckedRow alone = checking.check(row);
        CheckedRow checked =
                looking.isInDoubt() ? looking.conclude(List.of(alone)).get(0) : alone;
        List<RecordProblem> found = new ArrayList<>();
        for (RowProblem problem : checked.problems()) {
            // A person has several doses: their document in two rows is nothing wrong.
            if (problem.code() != ProblemCode.DUPLICATE_IN_FILE) {
                found.add(translated(problem, row));
            }
        }
        Optional<KnownFacility> facility = facility(checked, found);
        Optional<HealthRecord> record = Optional.empty();
        if (found.stream().noneMatch(RecordProblem::isError)) {
            record = facility.flatMap(at -> record(at, checked, found));
        }
        return new CheckedRecord(
                checked.rowNumber(),
                checked.cells(),
                found.stream().anyMatch(RecordProblem::isError) ? Optional.empty() : record,
                found,
                !checked.repairs().isEmpty());
    }

    /** Files of health data have one column for all kinds of documents: the number shows which one it is. */
    private ListRow withKind(ListRow row) {
        String number = row.cells().get(numberAt).strip();
        if (number.isEmpty() || !row.cells().get(kindAt).isBlank()) {
            return row;
        }
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(kindAt, documentKind(number.replaceAll("[\\s.'-]", "")));
        return new ListRow(
                row.number(), cells, row.problems(), row.hints(), row.ref(), row.kept(), row.earlier(), row.repairs());
    }

    private static String documentKind(String number) {
        if (!number.isEmpty() && Character.isLetter(number.charAt(0))) {
            return "PASSPORT";
        }
        return number.length() >= SHORTEST_PERSONAL_NUMBER ? "CCCD" : "CMND";
    }

    private RecordProblem translated(RowProblem problem, ListRow row) {
        String column = problem.columnKey();
        if (problem.code() == ProblemCode.DATE_INVALID || problem.code() == ProblemCode.BIRTH_DATE_INVALID) {
            Matcher utc = DAY_IN_UTC.matcher(row.cells().get(indexOf(column)).strip());
            if (utc.matches()) {
                LocalDate day = day(utc.group(1));
                return RecordProblem.error(column, "day-in-utc", DAY.format(day), DAY.format(day.plusDays(1)));
            }
        }
        if (problem.severity() == Severity.ERROR && DISPENSABLE.contains(column)) {
            return RecordProblem.warning(column, "left-out");
        }
        return new RecordProblem(column, problem.messageKey(), problem.severity() == Severity.ERROR, problem.args());
    }

    private static LocalDate day(String text) {
        return text.charAt(4) == '-' ? LocalDate.parse(text) : LocalDate.parse(text, LOOSE_DAY);
    }

    private Optional<KnownFacility> facility(CheckedRow row, List<RecordProblem> found) {
        Optional<String> named = row.text(FACILITY);
        if (named.isEmpty()) {
            if (usual.isEmpty() && !row.texts().containsKey(FACILITY)) {
                found.add(RecordProblem.error(FACILITY, "facility-missing"));
            }
            return usual;
        }
        List<KnownFacility> possible = facilities.find(named.get());
        if (possible.size() == 1) {
            return Optional.of(possible.get(0));
        }
        found.add(RecordProblem.error(FACILITY, possible.isEmpty() ? "facility-unknown" : "facility-ambiguous"));
        return Optional.empty();
    }

    private Optional<HealthRecord> record(KnownFacility facility, CheckedRow row, List<RecordProblem> found) {
        HealthRecord record = switch (kind) {
            case DOSE -> dose(facility, row);
            case TEST -> test(facility, row, found);
            case RECOVERY -> recovery(facility, row, found);
        };
        String column = kind == RecordKind.DOSE ? "injected_on" : kind == RecordKind.TEST ? SAMPLED_AT : RECOVERED_ON;
        if (!facility.worksOn(record.day())) {
            found.add(RecordProblem.error(FACILITY, "facility-not-working", facility.name(), DAY.format(record.day())));
        }
        row.birthDate("birth_date")
                .filter(birth -> birth.from().isAfter(record.day()))
                .ifPresent(birth -> found.add(RecordProblem.error(column, "before-birth")));
        return Optional.of(record);
    }

    private HealthRecord dose(KnownFacility facility, CheckedRow row) {
        Instant day = midnight(row.day("injected_on").orElseThrow());
        return new HealthRecord(
                kind,
                facility.id(),
                person(row),
                text(row, "vaccine"),
                (int) row.amount("dose_number").orElseThrow(),
                day,
                day,
                Optional.empty(),
                false,
                text(row, "lot"),
                Optional.empty());
    }

    private HealthRecord test(KnownFacility facility, CheckedRow row, List<RecordProblem> found) {
        CellValue.Moment sampled = row.moment(SAMPLED_AT).orElseThrow();
        Instant about = instant(sampled);
        Fact.TestOutcome outcome = Fact.TestOutcome.valueOf(text(row, RESULT));
        if (!sampled.timeKnown()) {
            found.add(RecordProblem.warning(SAMPLED_AT, "sampling-time-unknown"));
        } else if (sampled.at().toLocalTime().equals(LocalTime.MIN)) {
            found.add(RecordProblem.warning(SAMPLED_AT, "sampling-at-midnight"));
        }
        if (about.isAfter(now)) {
            found.add(RecordProblem.error(SAMPLED_AT, "in-the-future"));
        }
        Instant from = about;
        Optional<CellValue.Moment> result = row.moment(RESULT_AT);
        if (result.isPresent()) {
            from = result(result.get(), about, found);
        } else if (outcome != Fact.TestOutcome.PENDING) {
            found.add(RecordProblem.error(RESULT_AT, "result-time-missing"));
        }
        boolean pooled = text(row, "specimen_pool").equals("POOLED");
        if (pooled && outcome == Fact.TestOutcome.POSITIVE) {
            found.add(RecordProblem.warning(RESULT, "pool-positive"));
        }
        return new HealthRecord(
                kind,
                facility.id(),
                person(row),
                text(row, "method"),
                0,
                about,
                from,
                Optional.of(outcome),
                pooled,
                "",
                Optional.empty());
    }

    /** Without a time of day it holds from the end of that day, so that nobody is told something too soon. */
    private Instant result(CellValue.Moment result, Instant sampled, List<RecordProblem> found) {
        if (!result.timeKnown()) {
            found.add(RecordProblem.warning(RESULT_AT, "result-time-unknown"));
            Instant end = midnight(result.at().toLocalDate().plusDays(1)).minusSeconds(1);
            Instant known = end.isBefore(now) ? end : now;
            if (known.isBefore(sampled)) {
                found.add(RecordProblem.error(RESULT_AT, "result-before-sample"));
            }
            return known;
        }
        Instant moment = instant(result);
        if (moment.isBefore(sampled)) {
            found.add(RecordProblem.error(RESULT_AT, "result-before-sample"));
        } else if (moment.isAfter(now)) {
            found.add(RecordProblem.error(RESULT_AT, "in-the-future"));
        }
        return moment;
    }

    private HealthRecord recovery(KnownFacility facility, CheckedRow row, List<RecordProblem> found) {
        LocalDate recovered = row.day(RECOVERED_ON).orElseThrow();
        Optional<LocalDate> confirmed = row.day("confirmed_on");
        if (confirmed.filter(recovered::isBefore).isPresent()) {
            found.add(RecordProblem.error(RECOVERED_ON, "recovered-before-confirmed"));
        }
        Instant day = midnight(recovered);
        return new HealthRecord(
                kind,
                facility.id(),
                person(row),
                text(row, "certificate"),
                0,
                day,
                day,
                Optional.empty(),
                false,
                "",
                confirmed);
    }

    private static HealthRecord.PersonGiven person(CheckedRow row) {
        return new HealthRecord.PersonGiven(
                row.identity().map(document -> document.kind().name()).orElse(""),
                row.identity().map(document -> document.number()).orElse(""),
                text(row, "full_name"),
                row.birthDate("birth_date").map(RecordCheck::text).orElseThrow(),
                text(row, "sex"),
                text(row, "phone"),
                text(row, "commune"));
    }

    private static String text(CellValue.BirthDate birth) {
        String day = birth.from().toString();
        return switch (birth.precision()) {
            case DAY -> day;
            case MONTH -> day.substring(0, 7);
            case YEAR -> day.substring(0, 4);
        };
    }

    private static String text(CheckedRow row, String column) {
        return row.text(column).orElse("");
    }

    private static Instant instant(CellValue.Moment moment) {
        return moment.at().atZone(PortalClock.ZONE).toInstant();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(PortalClock.ZONE).toInstant();
    }
}
