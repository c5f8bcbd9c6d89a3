package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What stands at the top of pages, and who says so. Every page asks, error pages too, so what is shown is remembered for a
 * quarter of a minute, and for longer where the database does not answer.
 */
@UseCase
public class Notices {
    private static final Logger LOG = Logger.getLogger(Notices.class.getName());
    private static final Duration REMEMBERED = Duration.ofSeconds(15);
    private static final int SHOWN = 200;

    /** What is shown soon or now, as of a moment. */
    private record Board(Instant asOf, List<Stored> notices) {}

    private record Stored(PublicId id, NoticeText text, int version) {
        NoticeView view(Instant now) {
            NoticeView.State state = now.isBefore(text.begin())
                    ? NoticeView.State.PLANNED
                    : now.isBefore(text.end()) ? NoticeView.State.SHOWN : NoticeView.State.OVER;
            return new NoticeView(id, text, state, version);
        }
    }

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    private volatile Board board = new Board(Instant.MIN, List.of());

    /** For whoever reads now, the newest first. */
    @Requires(Permission.ANYONE)
    public List<NoticeView> current(Actor actor) {
        Instant now = clock.instant();
        return board(now).notices().stream()
                .filter(notice -> notice.text().audience().includes(actor.role()))
                .map(notice -> notice.view(now))
                .filter(notice -> notice.state() == NoticeView.State.SHOWN)
                .toList();
    }

    private Board board(Instant now) {
        Board known = board;
        if (Duration.between(known.asOf(), now).abs().compareTo(REMEMBERED) < 0) {
            return known;
        }
        List<Stored> notices = known.notices();
        try {
            notices = sql.list(
                    "SELECT * FROM notification_notice WHERE shown_to > ? ORDER BY id DESC LIMIT ?",
                    Notices::stored,
                    now,
                    SHOWN);
        } catch (IllegalStateException unreachable) {
            // A page without its notices is better than no page.
            Incident.log(LOG, Level.WARNING, unreachable);
        }
        board = new Board(now, notices);
        return board;
    }

    /** The newest first. */
    @Requires(Permission.ADMINISTER)
    public List<NoticeView> all(Actor actor) {
        Instant now = clock.instant();
        return sql.list("SELECT * FROM notification_notice ORDER BY id DESC LIMIT ?", Notices::stored, SHOWN).stream()
                .map(notice -> notice.view(now))
                .toList();
    }

    @Requires(Permission.ADMINISTER)
    public NoticeView notice(Actor actor, PublicId id) {
        return sql.first("SELECT * FROM notification_notice WHERE public_id = ?", Notices::stored, id)
                .map(notice -> notice.view(clock.instant()))
                .orElseThrow(NotFound::new);
    }

    @Requires(Permission.ADMINISTER)
    public PublicId add(Actor actor, NoticeText text) {
        PublicId id = PublicId.random();
        sql.update(
                "INSERT INTO notification_notice (id, public_id, kind, audience, text_vi, text_en, link, shown_from,"
                        + " shown_to) VALUES (NEXT VALUE FOR notification_seq, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                text.kind().name(),
                text.audience().name(),
                text.vietnamese(),
                text.english(),
                text.link().isEmpty() ? null : text.link(),
                text.begin(),
                text.end());
        told(actor, "notification.notice-added", id);
        return id;
    }

    /** @param version that was changed */
    @Requires(Permission.ADMINISTER)
    public void change(Actor actor, PublicId id, int version, NoticeText text) {
        int changed = sql.update(
                "UPDATE notification_notice SET kind = ?, audience = ?, text_vi = ?, text_en = ?, link = ?, shown_from = ?,"
                        + " shown_to = ?, version = version + 1 WHERE public_id = ? AND version = ?",
                text.kind().name(),
                text.audience().name(),
                text.vietnamese(),
                text.english(),
                text.link().isEmpty() ? null : text.link(),
                text.begin(),
                text.end(),
                id,
                version);
        if (changed == 0) {
            throw new RuleViolation("platform.changed-meanwhile");
        }
        told(actor, "notification.notice-changed", id);
    }

    /** From this moment on; one that has not begun is taken away. */
    @Requires(Permission.ADMINISTER)
    public void end(Actor actor, PublicId id) {
        Instant now = clock.instant();
        sql.update("DELETE FROM notification_notice WHERE public_id = ? AND shown_from >= ?", id, now);
        sql.update(
                "UPDATE notification_notice SET shown_to = ?, version = version + 1 WHERE public_id = ? AND shown_to > ?",
                now,
                id,
                now);
        told(actor, "notification.notice-ended", id);
    }

    private void told(Actor actor, String action, PublicId id) {
        trail.fire(new MessageEvent(actor.accountId(), action, "notice", id.toString(), Map.of()));
        board = new Board(Instant.MIN, board.notices());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Instant from = Objects.requireNonNull(Sql.instant(row, "shown_from"));
        Instant to = Objects.requireNonNull(Sql.instant(row, "shown_to"));
        return new Stored(
                Sql.publicId(row, "public_id"),
                new NoticeText(
                        NoticeKind.valueOf(row.getString("kind")),
                        NoticeAudience.valueOf(row.getString("audience")),
                        row.getString("text_vi"),
                        row.getString("text_en"),
                        Objects.requireNonNullElse(row.getString("link"), ""),
                        LocalDateTime.ofInstant(from, PortalClock.ZONE),
                        LocalDateTime.ofInstant(to, PortalClock.ZONE)),
                row.getInt("version"));
    }
}
