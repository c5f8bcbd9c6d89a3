package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** People whose facts lie around the moments at which something changes. */
final class RandomPeople {
    record Person(@Nullable LocalDate born, List<Fact> facts, Instant at, Instant knownBy) {
        PersonFacts compact() {
            return new PersonFacts(Sets.VOCABULARY, java.util.Optional.ofNullable(born), facts);
        }
    }

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant CENTRE = Instant.parse("2021-10-07T05:00:00Z");
    private static final int[] DAYS = {
        0, 1, 2, 3, 4, 7, 9, 13, 14, 15, 20, 21, 24, 28, 31, 42, 60, 179, 180, 181, 183, 184, 200
    };
    private static final int[] HOURS = {0, 1, 2, 3, 47, 48, 49, 71, 72, 73, 96, 200};
    private static final int[] NUDGES = {0, 0, 0, 1, -1, 1_000_000, -1_000_000};
    private static final FactKind[] KINDS = FactKind.values();

    private final SplittableRandom random;

    RandomPeople(long seed) {
        random = new SplittableRandom(seed);
    }

    Person next() {
        Instant at = CENTRE.plus(random.nextInt(20), ChronoUnit.DAYS);
        if (random.nextInt(3) == 0) {
            at = at.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant().plus(nudge(), ChronoUnit.MICROS);
        } else {
            at = at.plusSeconds(random.nextInt(80_000));
        }
        Instant knownBy = random.nextInt(5) == 0 ? at.minus(random.nextInt(100), ChronoUnit.HOURS) : at;
        LocalDate today = at.atZone(ZONE).toLocalDate();
        LocalDate born = switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> today.minusYears(pick(12, 18, 60)).plusDays(random.nextInt(3) - 1);
            case 2 -> LocalDate.of(2003, 10, 1).plusDays(random.nextInt(3) - 1);
            default -> today.minusDays(random.nextInt(36_000));
        };
        List<Fact> facts = new ArrayList<>();
        int number = random.nextInt(6);
        for (int i = 0; i < number; i++) {
            facts.add(fact(i + 1, at, today, knownBy));
        }
        return new Person(born, facts, at, knownBy);
    }

    private int nudge() {
        return NUDGES[random.nextInt(NUDGES.length)];
    }

    private int pick(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Fact fact(long id, Instant at, LocalDate today, Instant knownBy) {
        FactKind kind = random.nextInt(5) < 2 ? FactKind.DOSE : KINDS[random.nextInt(KINDS.length)];
        String code = kind.list()
                .map(list -> Sets.VOCABULARY.codes(list))
                .map(codes -> codes.get(random.nextInt(codes.size())).code())
                .orElse("");
        boolean test = kind.list().filter(CodeList.METHOD::equals).isPresent();
        Instant about;
        if (test || (random.nextInt(8) == 0 && kind != FactKind.DOSE)) {
            about = at.minus(HOURS[random.nextInt(HOURS.length)], ChronoUnit.HOURS)
                    .plus(nudge(), ChronoUnit.MICROS);
        } else {
            int days = random.nextInt(12) == 0 ? -random.nextInt(30) : DAYS[random.nextInt(DAYS.length)];
            about = today.minusDays(days).atStartOfDay(ZONE).toInstant();
        }
        Instant from = test ? about.plus(pick(0, 1, 5, 30), ChronoUnit.HOURS) : about;
        Instant until = Instant.MAX;
        if (random.nextInt(4) == 0) {
            until = from.plus(pick(1, 7, 14, 30), ChronoUnit.DAYS);
        }
        Instant knownFrom = random.nextInt(4) == 0 ? knownBy.plus(nudge(), ChronoUnit.MICROS) : Instant.MIN;
        Instant knownTo = Instant.MAX;
        if (random.nextInt(8) == 0) {
            Instant end = knownBy.plus(nudge(), ChronoUnit.MICROS);
            knownTo = end.isAfter(knownFrom) ? end : Instant.MAX;
        }
        return new Fact(id, 1, kind, code, about, from, until, knownFrom, knownTo);
    }
}
