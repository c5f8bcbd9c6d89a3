package vn.khanhhoa.thecovid.review;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.Holder;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/** The numbered lines of an act of approval: each stays under its number, also where what was agreed to holds no more. */
@UseCase
public class ApprovedLines {
    /**
     * A line of what was approved.
     *
     * @param holder what of whom it is about may stand on paper
     * @param voided what became of it where it holds no more; none where it does
     */
    public record Line(
            int number,
            PublicId entry,
            String name,
            Holder holder,
            long organisationId,
            Outcome outcome,
            String reasonCode,
            String proposer,
            @Nullable Voided voided) {}

    /** Undone or lapsed before it took effect, or reopened after. @param by who did it; the portal itself where it lapsed */
    public record Voided(Step step, String by, Instant at) {
        /** Key of the sentence. */
        public String key() {
            return key("review.list.this.", step);
        }

        static String key(String prefix, Step step) {
            return prefix + step.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Lines of an act of which the same became by the same person. @param last when the last of them did */
    public record VoidedLines(Step step, String by, long lines, Instant last) {
        /** Key of the sentence. */
        public String key() {
            return Voided.key("review.list.of-it.", step);
        }
    }

    private static final Holder NOBODY = new Holder("", 0);

    /** What was agreed to in an act {@code a}, as {@code d}, with what came next of each where that ended it, as {@code n}. */
    private static final String AGREED =
            " FROM review_approval a JOIN review_decision d ON d.act_id = a.id AND d.step = 'CONFIRMED'%s JOIN review_decision n ON"
                    + " n.id = (SELECT MIN(f.id) FROM review_decision f WHERE f.entry_id = d.entry_id AND f.id > d.id) AND"
                    + " n.step IN ('UNDONE', 'LAPSED', 'REOPENED')%s WHERE a.public_id = ? AND a.agency_id = ?";

    private record Found(long personId, Line line) {}

    @Inject
    private People people;

    @Inject
    private Sql sql;

    /** What the act agreed to, numbered, for the file. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Line> lines(Actor actor, PublicId id, int first, int count) {
        List<Found> found = sql.list(
                "SELECT e.public_id, e.name, e.organisation_id, d.outcome, d.reason_code, (SELECT p.decider FROM review_decision p"
                        + " WHERE p.entry_id = d.entry_id AND p.step = 'PROPOSED' AND p.id < d.id ORDER BY p.id DESC"
                        + " LIMIT 1), IFNULL(d.person_id, e.person_id), n.step, n.decider, n.decided_at"
                        + AGREED.formatted(" LEFT", " JOIN stafflist_entry e ON e.id = d.entry_id")
                        + " ORDER BY d.entry_id LIMIT ? OFFSET ?",
                row -> new Found(
                        row.getLong(7),
                        new Line(
                                0,
                                Sql.publicId(row, "public_id"),
                                row.getString(2),
                                NOBODY,
                                row.getLong(3),
                                Outcome.valueOf(row.getString(4)),
                                Objects.requireNonNullElse(row.getString(5), ""),
                                Objects.requireNonNullElse(row.getString(6), ""),
                                row.getString(8) == null
                                        ? null
                                        : new Voided(
                                                Step.valueOf(row.getString(8)),
                                                row.getString(9),
                                                Objects.requireNonNull(Sql.instant(row, "decided_at"))))),
                id,
                actor.agencyId(),
                count,
                first);
        Map<Long, Holder> holders =
                people.holders(found.stream().map(Found::personId).distinct().toList());
        List<Line> lines = new ArrayList<>();
        for (Found each : found) {
            Line line = each.line();
            lines.add(new Line(
                    first + lines.size() + 1,
                    line.entry(),
                    line.name(),
                    holders.getOrDefault(each.personId(), NOBODY),
                    line.organisationId(),
                    line.outcome(),
                    line.reasonCode(),
                    line.proposer(),
                    line.voided()));
        }
        return lines;
    }

    /** What became of lines of the act that hold no more, in the order in which it did. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<VoidedLines> voided(Actor actor, PublicId id) {
        return sql.list(
                "SELECT n.step, IF(n.step = 'LAPSED', '', n.decider) AS whose, COUNT(*), MAX(n.decided_at) AS last_at"
                        + AGREED.formatted("", "") + " GROUP BY n.step, whose ORDER BY last_at",
                row -> new VoidedLines(
                        Step.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        Objects.requireNonNull(Sql.instant(row, "last_at"))),
                id,
                actor.agencyId());
    }
}
