package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What the agency that answers for a post found when it looked at it. */
@UseCase
public class Inspections {
    private static final int LONGEST_NOTE = 500;
    private static final int MOST = 50;

    /** @param posterUp whether the poster hangs where people see it @param scanning whether people were checked */
    public record Inspection(LocalDate day, boolean posterUp, boolean scanning, String note, String inspector) {}

    @Inject
    private StoredPosts posts;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** The last first. */
    @Requires(Permission.KEEP_POSTS)
    public List<Inspection> of(Actor actor, PublicId id) {
        return sql.list(
                "SELECT * FROM verification_inspection WHERE post_id = ? ORDER BY day DESC, id DESC LIMIT " + MOST,
                row -> new Inspection(
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("poster_up"),
                        row.getBoolean("scanning"),
                        row.getString("note"),
                        row.getString("inspector")),
                post(actor, id));
    }

    @Requires(Permission.KEEP_POSTS)
    public void add(Actor actor, PublicId id, LocalDate day, boolean posterUp, boolean scanning, String note) {
        long post = post(actor, id);
        if (day.isAfter(LocalDate.now(clock))) {
            throw new RuleViolation("verification.inspection-future");
        }
        String words = OneLine.named(note, LONGEST_NOTE);
        if ((!posterUp || !scanning) && words.isEmpty()) {
            throw new RuleViolation("verification.inspection-note-needed");
        }
        sql.update(
                "INSERT INTO verification_inspection (id, post_id, day, poster_up, scanning, note, inspector, entered_by,"
                        + " entered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                posts.ids().next(),
                post,
                Date.valueOf(day),
                posterUp,
                scanning,
                words,
                actor.name(),
                actor.accountId(),
                clock.instant());
        trail.fire(new Posts.PostChanged(
                actor.accountId(), "verification.post-inspected", id, Map.of("day", day.toString())));
    }

    private long post(Actor actor, PublicId id) {
        return posts.find(actor.agencyId(), id).orElseThrow(NotFound::new).number();
    }
}
