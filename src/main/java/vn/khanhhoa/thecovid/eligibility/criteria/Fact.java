package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Instant;
import java.time.LocalDate;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * A dated record of a source about one person. Never overwritten: a later version is another fact, and the earlier one is
 * known up to then.
 *
 * @param id by which explanations name it
 * @param source by which explanations name where it is from
 * @param code on the list of its kind, empty where the kind has none
 * @param about the time it is about: the day of the injection, of recovery or of the last contact as its midnight; the
 *     taking of the sample; the beginning of treatment, order, zone or exception
 * @param from the first moment at which it holds: a test from its result on, else as {@code about}
 * @param until the first moment at which it no longer does, {@link Instant#MAX} for none: the end of an order, an
 *     exception, a zone, or of the trust in a paper that awaits its source
 * @param knownFrom when it became known
 * @param knownTo when another version took its place or it was withdrawn, {@link Instant#MAX} for not yet
 */
public record Fact(
        long id,
        int source,
        FactKind kind,
        String code,
        Instant about,
        Instant from,
        Instant until,
        Instant knownFrom,
        Instant knownTo) {
    /** What became of a sample, as laboratories report it. */
    public enum TestOutcome {
        NEGATIVE,
        POSITIVE,
        INDETERMINATE,
        PENDING;

        /** @param pooled several people's samples in one tube: if positive, no person is */
        public FactKind kind(boolean pooled) {
            return switch (this) {
                case NEGATIVE -> FactKind.NEGATIVE_TEST;
                case POSITIVE -> pooled ? FactKind.UNDECIDED_TEST : FactKind.POSITIVE_TEST;
                case INDETERMINATE, PENDING -> FactKind.UNDECIDED_TEST;
            };
        }
    }

    public Fact {
        if (from.isBefore(about)) {
            throw new RuleViolation("eligibility.fact-before-its-time");
        }
        if (!until.isAfter(from)) {
            throw new RuleViolation("eligibility.fact-ends-before-it-begins");
        }
        if (!knownTo.isAfter(knownFrom)) {
            throw new RuleViolation("eligibility.fact-forgotten-before-known");
        }
        if (kind.list().isEmpty() != code.isEmpty()) {
            throw new IllegalArgumentException(kind + " with code " + code);
        }
    }

    /** One that holds from the time it is about, for good, and has always been known. */
    public static Fact of(long id, int source, FactKind kind, String code, Instant about) {
        return new Fact(id, source, kind, code, about, about, Instant.MAX, Instant.MIN, Instant.MAX);
    }

    public static Fact of(long id, int source, FactKind kind, String code, LocalDate day) {
        return of(id, source, kind, code, Moments.midnight(day));
    }

    /** @param pooled several people's samples in one tube: if positive, no person is */
    public static Fact test(
            long id, int source, String method, TestOutcome outcome, boolean pooled, Instant sampled, Instant result) {
        return new Fact(
                id, source, outcome.kind(pooled), method, sampled, result, Instant.MAX, Instant.MIN, Instant.MAX);
    }

    public Fact until(Instant end) {
        return new Fact(id, source, kind, code, about, from, end, knownFrom, knownTo);
    }

    public Fact known(Instant first, Instant end) {
        return new Fact(id, source, kind, code, about, from, until, first, end);
    }
}
