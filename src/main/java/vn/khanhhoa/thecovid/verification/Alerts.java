package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.card.CardNumber;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What an agency is to look at: raised by {@link AlertJob} for whoever answers for the post and for the card, looked at and settled with a
 * word by each. Of a card that an agency does not keep, it sees the number only.
 */
@UseCase
public class Alerts {
    private static final int LONGEST_WORD = 300;
    private static final int SHORTEST_WORD = 3;
    private static final int MOST_SCANS = 200;
    private static final String ALERTS =
            "SELECT a.*, g.state, g.settled_at, g.settler, g.word, p.name AS post, o.name AS other_post, c.card_number,"
                    + " c.public_id AS card_public_id, c.name AS holder, c.agency_id AS keeper, (SELECT COUNT(*) FROM"
                    + " verification_alert_scan s WHERE s.alert_id = a.id) AS scans FROM verification_alert_agency g JOIN"
                    + " verification_alert a ON a.id = g.alert_id JOIN verification_post p ON p.id = a.post_id LEFT JOIN"
                    + " verification_post o ON o.id = a.other_post_id LEFT JOIN card_card c ON c.id = a.card_id WHERE"
                    + " g.agency_id = ?";

    private record AlertChanged(
            long actorId, String action, String subjectKind, String subjectId, Map<String, String> details)
            implements AuditedEvent {}

    /** One of the scans that an alert is about. */
    public record ScanLine(Instant at, String post, String way, Verdict verdict) {}

    @Inject
    private AlertSettings settings;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** The newest first. */
    @Requires(Permission.WATCH_ALERTS)
    public List<AlertView> list(Actor actor, Optional<AlertState> state, int first, int count) {
        List<Object> args = new ArrayList<>(List.of(actor.agencyId()));
        String which = which(state, args);
        args.add(count);
        args.add(first);
        return sql.list(
                ALERTS + which + " ORDER BY a.id DESC LIMIT ? OFFSET ?", row -> view(actor, row), args.toArray());
    }

    @Requires(Permission.WATCH_ALERTS)
    public long count(Actor actor, Optional<AlertState> state) {
        List<Object> args = new ArrayList<>(List.of(actor.agencyId()));
        String which = which(state, args);
        return sql.number(
                "SELECT COUNT(*) FROM verification_alert_agency g WHERE g.agency_id = ?" + which, args.toArray());
    }

    private static String which(Optional<AlertState> state, List<Object> args) {
        state.ifPresent(wanted -> args.add(wanted.name()));
        return state.isPresent() ? " AND g.state = ?" : "";
    }

    /** Somebody of the agency has looked at it from then on. */
    @Requires(Permission.WATCH_ALERTS)
    public AlertView open(Actor actor, PublicId id) {
        find(actor, id);
        sql.update(
                "UPDATE verification_alert_agency g JOIN verification_alert a ON a.id = g.alert_id SET g.state = 'LOOKED',"
                        + " g.looked_at = ? WHERE a.public_id = ? AND g.agency_id = ? AND g.state = 'NEW'",
                clock.instant(),
                id,
                actor.agencyId());
        tell(actor, "verification.alert-looked", id, Map.of());
        return find(actor, id);
    }

    /** The last first, up to {@value #MOST_SCANS}. */
    @Requires(Permission.WATCH_ALERTS)
    public List<ScanLine> scans(Actor actor, PublicId id) {
        find(actor, id);
        return sql.list(
                "SELECT s.at, p.name, s.way, s.verdict FROM verification_alert a JOIN verification_alert_scan x ON x.alert_id ="
                        + " a.id JOIN verification_scan s ON s.id = x.scan_id JOIN verification_post p ON p.id = s.post_id WHERE"
                        + " a.public_id = ? ORDER BY s.at DESC, s.id DESC LIMIT " + MOST_SCANS,
                row -> new ScanLine(
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getString(2),
                        row.getString(3),
                        Verdict.valueOf(row.getString(4))),
                id);
    }

    /** With what came of it; for the actor's agency. */
    @Requires(Permission.WATCH_ALERTS)
    public void settle(Actor actor, PublicId id, String typed) {
        find(actor, id);
        String word = OneLine.of(typed, LONGEST_WORD);
        if (word.length() < SHORTEST_WORD) {
            throw new RuleViolation("verification.alert-word-missing");
        }
        int changed = sql.update(
                "UPDATE verification_alert_agency g JOIN verification_alert a ON a.id = g.alert_id SET g.state = 'SETTLED',"
                        + " g.settled_at = ?, g.settled_by = ?, g.settler = ?, g.word = ? WHERE a.public_id = ? AND g.agency_id"
                        + " = ? AND g.state <> 'SETTLED'",
                clock.instant(),
                actor.accountId(),
                actor.name(),
                word,
                id,
                actor.agencyId());
        if (changed == 0) {
            throw new RuleViolation("verification.alert-settled");
        }
        tell(actor, "verification.alert-settled", id, Map.of());
    }

    @Requires(Permission.WATCH_ALERTS)
    public Map<AlertSetting, Integer> settings(Actor actor) {
        return settings.all();
    }

    /** Hold for what arrives from then on. */
    @Requires(Permission.SET_ALERTS)
    public void change(Actor actor, Map<AlertSetting, Integer> amounts) {
        amounts.forEach((setting, amount) -> {
            if (!setting.allows(amount)) {
                throw new RuleViolation(
                        "verification.alert-setting-bounds", setting.key(), setting.least(), setting.most());
            }
        });
        settings.change(amounts);
        trail.fire(new AlertChanged(
                actor.accountId(),
                "verification.alert-settings",
                "agency",
                String.valueOf(actor.agencyId()),
                Map.of("changed", amounts.toString())));
    }

    private AlertView find(Actor actor, PublicId id) {
        return sql.first(ALERTS + " AND a.public_id = ?", row -> view(actor, row), actor.agencyId(), id)
                .orElseThrow(NotFound::new);
    }

    private static AlertView view(Actor actor, ResultSet row) throws SQLException {
        boolean keeps = actor.role() == Role.HEALTH_OFFICER || row.getLong("keeper") == actor.agencyId();
        String number = row.getString("card_number");
        boolean shown = number != null && keeps;
        return new AlertView(
                Sql.publicId(row, "public_id"),
                AlertKind.valueOf(row.getString("kind")),
                AlertState.valueOf(row.getString("state")),
                row.getString("post"),
                text(row.getString("other_post")),
                number == null ? null : new CardNumber(number),
                shown ? Sql.publicId(row, "card_public_id") : null,
                shown ? row.getString("holder") : "",
                row.getInt("km"),
                row.getInt("minutes"),
                row.getInt("scans"),
                Objects.requireNonNull(Sql.instant(row, "first_at")),
                Objects.requireNonNull(Sql.instant(row, "last_at")),
                Objects.requireNonNull(Sql.instant(row, "raised_at")),
                Sql.instant(row, "settled_at"),
                text(row.getString("settler")),
                text(row.getString("word")));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private void tell(Actor actor, String action, PublicId id, Map<String, String> details) {
        trail.fire(new AlertChanged(actor.accountId(), action, "alert", id.toString(), details));
    }
}
