package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * The steps of {@link SweepJob}, a transaction each: what is marked and how far the sweep is are stored together, so one that is killed
 * goes on where it was. Whoever keeps assessments asks them anew in the step, or marks them for its own job.
 */
@ApplicationScoped
@Transactional
class SweepSteps {
    private static final int STEP = 2_000;
    /** Whatever changes with the day has changed by then, and few people are awake. */
    private static final LocalTime AT_NIGHT = LocalTime.of(0, 30);

    @Inject
    @Any
    private Instance<Swept> parts;

    @Inject
    private StoredRules rules;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private record Sweep(long id, int part, long after) {}

    /** Says whether more may follow. */
    boolean step() {
        return step(STEP, Swept::sweep);
    }

    /** The same, where it failed for some of them: whoever keeps their assessments finds out of whom. */
    boolean mark() {
        return step(STEP, Swept::mark);
    }

    boolean step(int most) {
        return step(most, Swept::sweep);
    }

    private interface Step {
        Swept.Marked of(Swept part, long after, int most);
    }

    private boolean step(int most, Step one) {
        Optional<Sweep> open = sql.first(
                "SELECT id, part, after_id FROM eligibility_sweep WHERE ended_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE",
                row -> new Sweep(row.getLong(1), row.getInt(2), row.getLong(3)));
        if (open.isEmpty()) {
            return begin();
        }
        Sweep sweep = open.get();
        List<Swept> inOrder =
                parts.stream().sorted(Comparator.comparing(Swept::part)).toList();
        if (sweep.part() >= inOrder.size()) {
            sql.update("UPDATE eligibility_sweep SET ended_at = ? WHERE id = ?", clock.instant(), sweep.id());
            return true;
        }
        Swept.Marked marked = one.of(inOrder.get(sweep.part()), sweep.after(), most);
        sql.update(
                "UPDATE eligibility_sweep SET part = part + ?, after_id = ?, marked = marked + ? WHERE id = ?",
                marked.count() == 0 ? 1 : 0,
                marked.last(),
                marked.count(),
                sweep.id());
        return true;
    }

    private boolean begin() {
        long stamp = rules.stamp(RuleKind.CRITERIA);
        LocalDate night = night();
        boolean swept = sql.number("SELECT COUNT(*) FROM eligibility_sweep WHERE night = ?", night) > 0;
        boolean known = sql.first("SELECT stamp FROM eligibility_sweep ORDER BY id DESC LIMIT 1", row -> row.getLong(1))
                .filter(last -> last == stamp)
                .isPresent();
        if (swept && known) {
            return false;
        }
        add(swept ? null : night, stamp, clock.instant());
        return true;
    }

    /** The last one whose hour has come. */
    private LocalDate night() {
        Instant now = clock.instant();
        LocalDate today = now.atZone(PortalClock.ZONE).toLocalDate();
        return now.isBefore(today.atTime(AT_NIGHT).atZone(PortalClock.ZONE).toInstant()) ? today.minusDays(1) : today;
    }

    private void add(@Nullable LocalDate night, long stamp, Instant now) {
        sql.update(
                "INSERT IGNORE INTO eligibility_sweep (id, night, stamp, begun_at) VALUES (NEXT VALUE FOR eligibility_sweep_seq, ?, ?,"
                        + " ?)",
                night,
                stamp,
                now);
    }
}
