package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RepairPropertiesTest {
    /** People of any age are entered; a child at work is worth a warning. */
    private static final Set<ProblemCode> AGE = Set.of(ProblemCode.WORKER_CHILD, ProblemCode.WORKER_MINOR);

    /** A person whose number, sex and birth date agree. */
    record Person(String number, boolean female, LocalDate birth) {
        Map<String, String> cells() {
            Map<String, String> cells = new HashMap<>(Map.of(
                    "full_name", "Lê Hòa",
                    "document_kind", "CCCD",
                    "residence", "22327",
                    "workplace", "Nhà máy Suối Dầu",
                    "activities", "LV_DN",
                    "valid_from", "05/10/2021",
                    "valid_to", "30/11/2021"));
            cells.put("document_number", number);
            cells.put("sex", female ? "Nữ" : "Nam");
            cells.put("birth_date", CellFormats.text(birth));
            return cells;
        }
    }

    @Provide
    Arbitrary<Person> people() {
        return Combinators.combine(
                        Arbitraries.of("001", "002", "004", "008", "010", "031", "056", "058", "079", "096"),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 36_000),
                        Arbitraries.integers().between(0, 999_999))
                .as((place, female, age, serial) -> {
                    LocalDate birth = ListFiles.TODAY.minusDays(age);
                    int digit = (birth.getYear() >= 2000 ? 2 : 0) + (female ? 1 : 0);
                    String number = String.format("%s%d%02d%06d", place, digit, birth.getYear() % 100, serial);
                    return new Person(number, female, birth);
                });
    }

    /** Texts as they come: what is nearly right, and anything at all. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().withChars("0123456789").ofMinLength(7).ofMaxLength(13),
                Arbitraries.strings().withChars("0123456789./- +E").ofMaxLength(14),
                Arbitraries.strings()
                        .withChars("aeoduÐðƉĐđấàìÔ \u00A0\u200B\u0301\u0302.\t\uFF21")
                        .ofMaxLength(12),
                Combinators.combine(
                                Arbitraries.integers().between(0, 32),
                                Arbitraries.integers().between(0, 32),
                                Arbitraries.of("85", "05", "15", "1985", "2005", "1905", "1909"))
                        .as((first, second, year) -> first + "/" + second + "/" + year));
    }

    @Provide
    Arbitrary<String> columns() {
        return Arbitraries.of(
                "full_name",
                "birth_date",
                "document_number",
                "phone",
                "social_insurance",
                "address",
                "residence",
                "sex",
                "document_kind",
                "workplace",
                "activities",
                "sector",
                "valid_from",
                "valid_to",
                "note");
    }

    private static CheckedRow check(Map<String, String> cells, Map<Integer, CellHint> hints, Set<String> kept) {
        return new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD)
                .check(new ListRow(2, ListFiles.row(cells), List.of(), hints, "", kept));
    }

    private static List<ProblemCode> beside(CheckedRow row, Set<ProblemCode> expected) {
        return row.problems().stream()
                .map(RowProblem::code)
                .filter(code -> !expected.contains(code))
                .toList();
    }

    private static CheckedRow check(Map<String, String> cells) {
        return check(cells, Map.of(), Set.of());
    }

    @Property(tries = 2_000)
    void normalising_twice_is_normalising_once(@ForAll("texts") String text) {
        String once = CellText.normalise(text);
        assertThat(CellText.normalise(once)).isEqualTo(once);
        String composed = CellText.composed(text);
        assertThat(CellText.composed(composed)).isEqualTo(composed);
        assertThat(CellText.normalise(composed)).isEqualTo(once);
        String known = CellText.withoutLookAlikes(once);
        assertThat(CellText.withoutLookAlikes(known)).isEqualTo(known);
        String tidy = new NameRule().tidy(once);
        assertThat(new NameRule().tidy(tidy)).isEqualTo(tidy);
    }

    @Property(tries = 500)
    void a_row_without_fault_is_never_changed(@ForAll("people") Person person) {
        CheckedRow row = check(person.cells());
        assertThat(row.repairs()).isEmpty();
        assertThat(beside(row, AGE)).isEmpty();
    }

    @Property(tries = 5_000)
    void what_is_repaired_is_good_stays_and_can_be_undone(
            @ForAll("people") Person person,
            @ForAll("columns") String column,
            @ForAll("texts") String text,
            @ForAll CellHint hint) {
        Map<String, String> cells = person.cells();
        cells.put(column, text);
        Map<Integer, CellHint> hints = Map.of(ListFiles.index(column), hint);
        CheckedRow row = check(cells, hints, Set.of());
        for (Repair repair : row.repairs()) {
            assertThat(repair.given()).isEqualTo(cells.get(repair.columnKey())).isNotEqualTo(repair.repaired());
        }

        Map<String, String> repaired = new HashMap<>(row.cells());
        CheckedRow again = check(repaired, hints, Set.of());
        assertThat(again.repairs()).isEmpty();
        assertThat(again.values()).isEqualTo(row.values());
        assertThat(again.problems()).isEqualTo(row.problems());

        CheckedRow undone = check(cells, hints, Set.of(column));
        assertThat(undone.repairs()).isEmpty();
        assertThat(undone.cells().getOrDefault(column, "")).isEqualTo(CellText.composed(text));
    }

    @Property(tries = 5_000)
    void more_than_characters_is_repaired_only_where_the_text_itself_cannot_stand(
            @ForAll("people") Person person,
            @ForAll("columns") String column,
            @ForAll("texts") String text,
            @ForAll CellHint hint) {
        Map<String, String> cells = person.cells();
        cells.put(column, text);
        Map<Integer, CellHint> hints = Map.of(ListFiles.index(column), hint);
        for (Repair repair : check(cells, hints, Set.of()).repairs()) {
            if (repair.kind() != RepairKind.CHARACTERS && repair.kind() != RepairKind.LOOK_ALIKE) {
                // A name in small letters could stand, and is only warned of where it is to stay so.
                boolean couldStand = repair.kind() == RepairKind.NAME_CASE;
                assertThat(check(cells, hints, Set.of(repair.columnKey())).problems())
                        .anyMatch(problem -> problem.columnKey().equals(repair.columnKey())
                                && (couldStand || problem.severity() == Severity.ERROR));
            }
        }
    }

    @Property(tries = 1_000)
    void all_zeros_that_a_spreadsheet_drops_come_back(@ForAll("people") Person person) {
        Map<String, String> cells = person.cells();
        String given = person.number().replaceFirst("^0+", "");
        cells.put("document_number", given);
        CheckedRow row = check(cells);
        assertThat(beside(row, AGE)).isEmpty();
        assertThat(row.repairs())
                .containsExactly(new Repair("document_number", RepairKind.ZERO_LOST, given, person.number()));
    }

    /** Against every number that the given one may have been, by the letter of the rule. */
    @Property(tries = 5_000)
    void an_identity_number_is_repaired_only_to_the_one_that_agrees_with_everything(
            @ForAll("people") Person person, @ForAll("numbers") String given) {
        Map<String, String> cells = person.cells();
        cells.put("document_number", given);
        CheckedRow row = check(cells);
        List<String> agreeing = Arbitraries.of(1, 2, 3, 4)
                .allValues()
                .orElseThrow()
                .map(zeros -> "0".repeat(zeros) + given)
                .filter(number -> number.length() == 12 && !given.startsWith("0"))
                .filter(number -> ProvinceCodes.mayStart(number))
                .map(number -> new IdentityDocument(DocumentKind.CCCD, number))
                .filter(document -> document.saysFemale() == person.female()
                        && document.birthYear() == person.birth().getYear())
                .map(IdentityDocument::number)
                .toList();
        assertThat(agreeing).hasSizeLessThanOrEqualTo(1);
        assertThat(row.repairs()).extracting(Repair::repaired).isEqualTo(agreeing);
    }

    /** Beside any, numbers of people that lost digits here and there. */
    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789").ofMinLength(8).ofMaxLength(12),
                people().map(person -> person.number().substring(1)),
                people().map(person -> person.number().substring(2)),
                Combinators.combine(people(), Arbitraries.integers().between(0, 11))
                        .as((person, at) -> new StringBuilder(person.number())
                                .deleteCharAt(at)
                                .toString()));
    }

    @Property(tries = 1_000)
    void an_identity_number_lacking_another_digit_is_never_repaired(
            @ForAll("people") Person person, @ForAll @IntRange(min = 1, max = 11) int missing) {
        Map<String, String> cells = person.cells();
        String given = new StringBuilder(person.number()).deleteCharAt(missing).toString();
        cells.put("document_number", given);
        assertThat(check(cells).repairs()).isEmpty();
    }

    @Property(tries = 1_000)
    void a_year_of_two_digits_comes_back_beside_a_personal_number(@ForAll("people") Person person) {
        Map<String, String> cells = person.cells();
        String given = String.format(
                "%d/%d/%02d",
                person.birth().getDayOfMonth(),
                person.birth().getMonthValue(),
                person.birth().getYear() % 100);
        cells.put("birth_date", given);
        assertThat(check(cells).repairs())
                .containsExactly(
                        new Repair("birth_date", RepairKind.TWO_DIGIT_YEAR, given, CellFormats.text(person.birth())));
    }

    @Property(tries = 1_000)
    void a_year_taken_for_a_day_count_comes_back(@ForAll @IntRange(min = 1912, max = 2021) int year) {
        Map<String, String> cells = new Person("056185001234", true, LocalDate.of(1985, 2, 9)).cells();
        String given = CellFormats.none(false).date(String.valueOf(year));
        cells.put("birth_date", given);
        Map<Integer, CellHint> hints = Map.of(ListFiles.index("birth_date"), CellHint.YEAR_AS_DATE);
        assertThat(check(cells, hints, Set.of()).repairs())
                .containsExactly(new Repair("birth_date", RepairKind.YEAR_AS_DATE, given, String.valueOf(year)));
        cells.put("birth_date", CellFormats.none(true).date(String.valueOf(year)));
        assertThat(check(cells, hints, Set.of()).repairs())
                .extracting(Repair::repaired)
                .containsExactly(String.valueOf(year));
    }

    @Property(tries = 1_000)
    void a_phone_number_that_lost_its_zero_comes_back(
            @ForAll @IntRange(min = 300_000_000, max = 999_999_999) int number) {
        Map<String, String> whole = new Person("056185001234", true, LocalDate.of(1985, 2, 9)).cells();
        whole.put("phone", "0" + number);
        Map<String, String> dropped = new HashMap<>(whole);
        dropped.put("phone", String.valueOf(number));
        CheckedRow row = check(dropped);
        if (check(whole).isGood()) {
            assertThat(row.repairs())
                    .containsExactly(new Repair("phone", RepairKind.ZERO_LOST, "" + number, "0" + number));
        } else {
            assertThat(row.repairs()).isEmpty();
            assertThat(row.isGood()).isFalse();
        }
    }
}
