package vn.khanhhoa.thecovid.eligibility.criteria;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An example person of 7 October 2021. Times count from that day (d) or from the moment that is asked about (h, us); a
 * fact is its kind, its code, when, and until when or with which result.
 */
record Example(
        String who, Instant at, Optional<LocalDate> born, List<Fact> facts, String row, Optional<Instant> until) {
    static final LocalDate TODAY = LocalDate.of(2021, 10, 7);

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern FACT =
            Pattern.compile("([A-Z_]+)(?: ([A-Z][A-Z_]+))? ([-+0-9][^ ]*)(?: (until|result) ([^ ]+))?");
    private static final Pattern AGE = Pattern.compile("-(\\d+)y(?:\\+(\\d+)d)?");
    private static final Pattern TIME = Pattern.compile("([-+]?)(\\d+)(d|h|us)(?:(\\d+)us)?");

    static List<Example> of(CriteriaSet set) {
        String name = "/eligibility/examples-" + set.code() + ".csv";
        InputStream file = Objects.requireNonNull(Example.class.getResourceAsStream(name), name);
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return csv.stream().map(Example::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Example read(NamedCsvRecord line) {
        Instant at =
                TODAY.atTime(LocalTime.parse(line.getField("at"))).atZone(ZONE).toInstant();
        List<Fact> facts = new ArrayList<>();
        for (String text : line.getField("facts").split("; ?")) {
            if (!text.isBlank()) {
                facts.add(fact(text, at, facts.size() + 1));
            }
        }
        Optional<LocalDate> born = Optional.of(line.getField("born"))
                .map(AGE::matcher)
                .filter(Matcher::matches)
                .map(age -> TODAY.minusYears(Long.parseLong(age.group(1)))
                        .plusDays(age.group(2) == null ? 0 : Long.parseLong(age.group(2))));
        Optional<Instant> until = Optional.of(line.getField("until"))
                .filter(text -> !text.isBlank())
                .map(text -> time(text, at));
        return new Example(line.getField("who"), at, born, facts, line.getField("row"), until);
    }

    private static Fact fact(String text, Instant at, long id) {
        Matcher parts = FACT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        Instant about = time(parts.group(3), at);
        boolean result = "result".equals(parts.group(4));
        Instant other = parts.group(4) == null ? Instant.MAX : time(parts.group(5), at);
        return new Fact(
                id,
                1,
                FactKind.valueOf(parts.group(1)),
                parts.group(2) == null ? "" : parts.group(2),
                about,
                result ? other : about,
                result ? Instant.MAX : other,
                Instant.MIN,
                Instant.MAX);
    }

    private static Instant time(String text, Instant at) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        int sign = parts.group(1).equals("-") ? -1 : 1;
        long amount = sign * Long.parseLong(parts.group(2));
        long more = parts.group(4) == null ? 0 : sign * Long.parseLong(parts.group(4));
        return switch (parts.group(3)) {
            case "d" -> TODAY.plusDays(amount).atStartOfDay(ZONE).toInstant();
            case "h" -> at.plus(amount, ChronoUnit.HOURS).plus(more, ChronoUnit.MICROS);
            default -> at.plus(amount, ChronoUnit.MICROS);
        };
    }

    PersonFacts compact() {
        return new PersonFacts(Sets.VOCABULARY, born, facts);
    }
}
