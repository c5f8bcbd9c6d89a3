package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.registry.TaxCode;

/**
 * What holds for every kind of text that is understood and put right, whatever stands in the cell: what was understood is
 * understood the same again, no digit comes from nowhere, and a text is put right only where it can have been one thing.
 */
class NormaliserPropertiesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Map<ColumnType, CellRule> RULES = new EnumMap<>(ColumnType.class);
    private static final Map<ColumnType, Set<String>> CODES = Map.of(
            ColumnType.AREA, codes(ListFiles.LISTS.communes()),
            ColumnType.WORKPLACE, codes(ListFiles.LISTS.workplaces()),
            ColumnType.ACTIVITIES, codes(ListFiles.LISTS.activities()),
            ColumnType.SECTOR, codes(ListFiles.LISTS.sectors()));

    static {
        for (ColumnType type : ColumnType.values()) {
            String list = type == ColumnType.AREA ? "communes-or-outside" : "";
            FormColumn column = new FormColumn("x", type, false, List.of(), list, "X", "X", List.of(), "", "", 500, "");
            RULES.put(type, CellRule.of(column, new RowChecker.Context(ListFiles.LISTS, TODAY, 180)));
        }
    }

    record Cell(ColumnType type, String text) {
        CellRule rule() {
            return RULES.getOrDefault(type, new NameRule());
        }

        Optional<CellValue> read() {
            return rule().read(text, findings());
        }

        Cell with(String other) {
            return new Cell(type, other);
        }

        Optional<Mending> mending(@Nullable CellHint hint) {
            return read().isPresent()
                    ? Optional.empty()
                    : rule().mend(text, hint)
                            .filter(mending -> with(mending.text()).read().isPresent());
        }
    }

    private static Findings findings() {
        return new Findings(new ListRow(2, List.of(), List.of()));
    }

    private static Set<String> codes(List<Choice> choices) {
        return choices.stream().map(Choice::code).collect(Collectors.toSet());
    }

    private static Arbitrary<String> digits(int least, int most) {
        return Arbitraries.strings().withChars("0123456789").ofMinLength(least).ofMaxLength(most);
    }

    /** As people write it: with separators, in small letters, with blanks around. */
    private static Arbitrary<String> written(Arbitrary<String> texts) {
        return Combinators.combine(
                        texts,
                        Arbitraries.of("", " ", ".", "-"),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(true, false))
                .as((text, separator, at, small) -> {
                    int place = Math.min(at, text.length());
                    String parted = text.substring(0, place) + separator + text.substring(place);
                    return small ? parted.toLowerCase(Locale.ROOT) : parted;
                });
    }

    private static Arbitrary<String> taxCodes() {
        return digits(9, 9)
                .map(nine -> Stream.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
                        .map(check -> nine + check)
                        .filter(code -> TaxCode.isValid(code))
                        .findFirst()
                        .orElse(nine + "0"));
    }

    private static Arbitrary<String> dates() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 32),
                        Arbitraries.integers().between(0, 32),
                        Arbitraries.of("85", "5", "05", "15", "1985", "2005", "1905", "1909", "2031"),
                        Arbitraries.of(
                                "%d/%d/%s", "%02d-%02d-%s", "%d.%d.%s", "%3$s-%2$02d-%1$02d", "%2$d/%3$s", "%3$s"))
                .as((first, second, year, pattern) -> String.format(pattern, first, second, year));
    }

    private static Arbitrary<String> choices(List<Choice> choices) {
        return Combinators.combine(
                        Arbitraries.of(choices), Arbitraries.integers().between(0, 6))
                .as((choice, way) -> switch (way) {
                    case 0 -> choice.code();
                    case 1 -> choice.name();
                    case 2 -> choice.fullName().toUpperCase(Locale.ROOT);
                    case 3 -> choice.code() + " - " + choice.name();
                    case 4 -> choice.name().substring(1);
                    case 5 -> choice.code().substring(1);
                    default -> choice.label();
                });
    }

    private static Arbitrary<String> textsOf(ColumnType type) {
        return switch (type) {
            case NAME ->
                Arbitraries.strings()
                        .withChars("aeoduÐðƉĐđấàìÔÑß \u00A0\u200B\u0301\u0302.,'’-\tA19")
                        .ofMaxLength(14);
            case BIRTH_DATE, DATE, VALID_FROM, VALID_TO -> dates();
            case PHONE ->
                written(Arbitraries.oneOf(
                        digits(8, 12),
                        digits(6, 9).map(rest -> "0905" + rest),
                        Combinators.combine(
                                        Arbitraries.of("+84", "84", "0084", "(+84)", ""),
                                        Arbitraries.of("0162", "162", "120", "0199", "90", "0258", "150"),
                                        digits(6, 8))
                                .as((country, prefix, rest) -> country + prefix + rest)));
            case IDENTITY_NUMBER ->
                written(Arbitraries.oneOf(
                        digits(7, 13),
                        digits(7, 7).map("B"::concat),
                        digits(2, 3).map(e -> "5.6" + e + "E+10")));
            case TAX_CODE ->
                written(Arbitraries.oneOf(
                        digits(8, 13),
                        taxCodes(),
                        taxCodes().map(code -> code.replaceFirst("^0", "")),
                        taxCodes().map(code -> code + "001")));
            case SOCIAL_INSURANCE ->
                written(Arbitraries.oneOf(digits(8, 11), digits(12, 12).map(rest -> "HT2" + rest)));
            case PLATE ->
                written(Combinators.combine(Arbitraries.of("79C", "79-LD", "TH", "80011NG", "79Đ1", "7C"), digits(1, 7))
                        .as(String::concat));
            case VESSEL_NUMBER ->
                written(Combinators.combine(
                                Arbitraries.of("KH-", "BTh", "K"), digits(3, 6), Arbitraries.of("-TS", "TS", ""))
                        .as((province, number, end) -> province + number + end));
            case AREA -> choices(ListFiles.LISTS.communes());
            case WORKPLACE -> choices(ListFiles.LISTS.workplaces());
            case SECTOR -> choices(ListFiles.LISTS.sectors());
            case ACTIVITIES ->
                choices(ListFiles.LISTS.activities())
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(parts -> String.join("; ", parts));
            default -> Arbitraries.strings().ofMaxLength(12);
        };
    }

    private static final List<ColumnType> TYPES = List.of(
            ColumnType.NAME,
            ColumnType.BIRTH_DATE,
            ColumnType.DATE,
            ColumnType.PHONE,
            ColumnType.IDENTITY_NUMBER,
            ColumnType.TAX_CODE,
            ColumnType.SOCIAL_INSURANCE,
            ColumnType.PLATE,
            ColumnType.VESSEL_NUMBER,
            ColumnType.AREA,
            ColumnType.WORKPLACE,
            ColumnType.SECTOR,
            ColumnType.ACTIVITIES);

    /** Cleaned as the checker does it; one in eight of any characters at all. */
    @Provide
    Arbitrary<Cell> cells() {
        return Arbitraries.of(TYPES)
                .flatMap(type -> Arbitraries.frequencyOf(
                                Tuple.of(7, textsOf(type)),
                                Tuple.of(1, Arbitraries.strings().ofMaxLength(20)))
                        .map(text -> clean(type, text)))
                .filter(cell -> !cell.text().isEmpty());
    }

    @Provide
    Arbitrary<CellHint> hints() {
        return Arbitraries.of(CellHint.values()).injectNull(0.3);
    }

    private static Cell clean(ColumnType type, String text) {
        Cell cell = new Cell(type, CellText.normalise(text));
        return cell.with(CellText.withoutLookAlikes(cell.rule().tidy(cell.text())));
    }

    /** As the portal would write the value into a cell. */
    private static String write(CellValue value) {
        return value instanceof CellValue.Codes codes ? String.join("; ", codes.codes()) : GeneratedList.text(value);
    }

    @Property(tries = 4_000)
    void cleaning_twice_is_cleaning_once(@ForAll("cells") Cell cell) {
        assertThat(clean(cell.type(), cell.text())).isEqualTo(cell);
    }

    @Property(tries = 8_000)
    void what_was_understood_is_understood_the_same_again(
            @ForAll("cells") Cell cell, @ForAll("hints") @Nullable CellHint hint) {
        Optional<CellValue> value = cell.mending(hint)
                .map(mending -> cell.with(mending.text()).read())
                .orElseGet(cell::read);
        // Workplaces are known by a code that only the portal knows.
        if (value.isPresent() && cell.type() != ColumnType.WORKPLACE) {
            String again =
                    value.get() instanceof CellValue.Coded coded && coded.code().equals(ReferenceLists.OUTSIDE)
                            ? ReferenceLists.OUTSIDE_LABEL
                            : write(value.get());
            assertThat(cell.with(again).read()).isEqualTo(value);
            assertThat(clean(cell.type(), again).text()).isEqualTo(again);
        }
    }

    @Property(tries = 8_000)
    void no_digit_comes_from_nowhere(@ForAll("cells") Cell cell, @ForAll("hints") @Nullable CellHint hint) {
        String given = digits(cell.text());
        cell.read()
                .ifPresent(value ->
                        assertThat(isOf(cell, given, value, 0)).as("%s", value).isTrue());
        cell.mending(hint).ifPresent(mending -> {
            CellValue value = cell.with(mending.text()).read().orElseThrow();
            switch (mending.kind()) {
                case ZERO_LOST ->
                    assertThat(isOf(cell, given, value, 1)).as("%s", value).isTrue();
                case OLD_PHONE_NUMBER ->
                    assertThat(given).endsWith(digits(write(value)).substring(3));
                case YEAR_AS_DATE ->
                    assertThat(BirthDateRule.yearAsDate(cell.text())).hasValue(Integer.parseInt(write(value)));
                default ->
                    assertThat(isOf(cell, given, value, 0)).as("%s", value).isTrue();
            }
        });
    }

    /** Whether the digits of a value stood in the text, but for some zeros in front. */
    private static boolean isOf(Cell cell, String given, CellValue value, int zeros) {
        String found = digits(write(value));
        return switch (cell.type()) {
            case NAME -> found.isEmpty();
            case BIRTH_DATE, DATE ->
                numbers(write(value))
                        .allMatch(numbers(cell.text()).collect(Collectors.toCollection(HashSet::new))::contains);
            // The country's code stands for the zero.
            case PHONE ->
                found.equals("0".repeat(zeros) + given) || given.endsWith(found.substring(1)) && given.contains("84");
            case SOCIAL_INSURANCE -> ("0".repeat(zeros) + given).endsWith(found);
            case AREA, WORKPLACE, SECTOR, ACTIVITIES ->
                value instanceof CellValue.Coded coded && coded.code().equals(ReferenceLists.OUTSIDE)
                        || codesOf(value).stream().allMatch(known(cell.type())::contains);
            default -> found.equals("0".repeat(zeros) + given);
        };
    }

    private static Set<String> known(ColumnType type) {
        return CODES.getOrDefault(type, Set.of());
    }

    private static List<String> codesOf(CellValue value) {
        return value instanceof CellValue.Codes codes ? codes.codes() : List.of(GeneratedList.text(value));
    }

    private static Stream<Integer> numbers(String text) {
        return Arrays.stream(text.split("\\D+", -1))
                .filter(number -> !number.isEmpty() && number.length() < 9)
                .map(Integer::valueOf);
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** All that a text may have been, by the letter of each rule, against what it is repaired to. */
    @Property(tries = 8_000)
    void a_text_is_put_right_only_where_it_can_have_been_one_thing(
            @ForAll("cells") Cell cell, @ForAll("hints") @Nullable CellHint hint) {
        Set<String> readings = new HashSet<>();
        for (String candidate : candidates(cell, hint)) {
            cell.with(candidate).read().ifPresent(value -> readings.add(write(value)));
        }
        Optional<String> put = cell.mending(hint)
                .map(mending -> write(cell.with(mending.text()).read().orElseThrow()));
        if (cell.read().isPresent() || readings.size() != 1) {
            assertThat(put).isEmpty();
        } else {
            assertThat(put).hasValue(readings.iterator().next());
        }
    }

    private static List<String> candidates(Cell cell, @Nullable CellHint hint) {
        String text = cell.text();
        boolean number = hint == CellHint.NUMBER;
        String bare = NumberText.strip(text);
        List<String> candidates = new ArrayList<>();
        switch (cell.type()) {
            case PHONE -> {
                String national = bare.replaceAll("[()]", "");
                for (String country : List.of("+84", "0084", "84")) {
                    if (national.startsWith(country) && national.length() > 10) {
                        national = "0" + national.substring(country.length()).replaceFirst("^0", "");
                        break;
                    }
                }
                if (CellText.isDigits(national)) {
                    String whole = national.startsWith("0") ? national : "0" + national;
                    candidates.add(whole);
                    if (whole.length() == 11 && whole.startsWith("01")) {
                        OLD_TO_NEW.forEach((old, today) -> {
                            if (whole.startsWith(old)) {
                                candidates.add(today + whole.substring(4));
                            }
                        });
                    }
                }
            }
            case TAX_CODE -> {
                if (number && !bare.startsWith("0")) {
                    candidates.add("0" + bare);
                }
            }
            case SOCIAL_INSURANCE -> {
                boolean digits = CellText.isDigits(bare) && bare.length() == 9;
                if (number && digits && ProvinceCodes.isProvince("0" + bare.charAt(0))) {
                    candidates.add("0" + bare);
                }
            }
            case SECTOR -> {
                if (CellText.isDigits(text) && (number || text.length() == 1)) {
                    candidates.add("0" + text);
                }
            }
            case BIRTH_DATE, DATE -> {
                if (hint == CellHint.YEAR_AS_DATE && cell.type() == ColumnType.BIRTH_DATE) {
                    BirthDateRule.yearAsDate(text).ifPresent(year -> candidates.add(Integer.toString(year)));
                }
                // Month first, where there is no such month in the second place.
                String[] parts = text.split("[-/.]", -1);
                boolean yearFirst = text.matches("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}");
                if ((yearFirst || text.matches("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}"))
                        && Integer.parseInt(parts[1]) > 12) {
                    String day = parts[1];
                    String month = parts[yearFirst ? 2 : 0];
                    candidates.add(day + "/" + month + "/" + parts[yearFirst ? 0 : 2]);
                }
            }
            default -> {}
        }
        return candidates;
    }

    /** The change of 2018, each prefix of eleven digits. */
    private static final Map<String, String> OLD_TO_NEW = Stream.of(
                    "0162 032",
                    "0163 033",
                    "0164 034",
                    "0165 035",
                    "0166 036",
                    "0167 037",
                    "0168 038",
                    "0169 039",
                    "0120 070",
                    "0121 079",
                    "0122 077",
                    "0126 076",
                    "0128 078",
                    "0123 083",
                    "0124 084",
                    "0125 085",
                    "0127 081",
                    "0129 082",
                    "0186 056",
                    "0188 058",
                    "0199 059")
            .map(pair -> pair.split(" "))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
}
