package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.Correspondence.EntryRef;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/** What happened to a list, counted until its organisation is told of all of it together. */
@ApplicationScoped
@Transactional
class Digests {
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    /** Each is a column. */
    enum Counted {
        APPROVED,
        RETURNED,
        REFUSED,
        RENEWED,
        REVOKED,
        ENDING;

        static Counted of(Outcome outcome) {
            return switch (outcome) {
                case APPROVE -> APPROVED;
                case RETURN -> RETURNED;
                case REFUSE -> REFUSED;
            };
        }

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Digest(long number, int approved, int returned, int refused, int renewed, int revoked, int ending) {
        boolean isOfDecisions() {
            return approved + returned + refused > 0;
        }

        boolean isOfCards() {
            return renewed + revoked + ending > 0;
        }
    }

    @Inject
    private OrganisationLetters organisations;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Of people without an organisation nobody is told but themselves. */
    void count(List<EntryRef> entries, Counted what, Instant happenedAt) {
        Map<Long, Integer> counts = new TreeMap<>();
        entries.stream()
                .filter(entry -> !entry.individual())
                .forEach(entry -> counts.merge(entry.listId(), 1, Integer::sum));
        String column = what.column();
        counts.forEach((list, count) -> sql.update(
                "INSERT INTO notification_digest (list_id, number, " + column
                        + ", first_at, last_at) VALUES (?, NEXT VALUE"
                        + " FOR notification_task_seq, ?, ?, ?) ON DUPLICATE KEY UPDATE " + column + " = " + column
                        + " + VALUES(" + column + "), last_at = VALUES(last_at)",
                list,
                count,
                happenedAt,
                happenedAt));
    }

    /** Lists to which nothing happened for a while, or whose organisation has waited long enough. */
    List<Long> due(int most) {
        Instant now = clock.instant();
        return sql.list(
                "SELECT list_id FROM notification_digest WHERE last_at <= ? OR first_at <= ? ORDER BY first_at LIMIT ?",
                row -> row.getLong(1),
                now.minus(QUIET),
                now.minus(LONGEST_SILENCE),
                most);
    }

    /** What cannot be told now is told in a while. */
    void postpone(long listId) {
        sql.update(
                "UPDATE notification_digest SET first_at = ?, last_at = ? WHERE list_id = ?",
                clock.instant(),
                clock.instant(),
                listId);
    }

    void tell(long listId) {
        sql.first(
                        "SELECT * FROM notification_digest WHERE list_id = ? FOR UPDATE",
                        row -> new Digest(
                                row.getLong("number"),
                                row.getInt("approved"),
                                row.getInt("returned"),
                                row.getInt("refused"),
                                row.getInt("renewed"),
                                row.getInt("revoked"),
                                row.getInt("ending")),
                        listId)
                .ifPresent(digest -> {
                    String cause = "d" + listId + "/" + digest.number();
                    if (digest.isOfDecisions()) {
                        organisations.decided(cause, listId, digest.approved(), digest.returned(), digest.refused());
                    }
                    if (digest.isOfCards()) {
                        organisations.cards(cause + "/c", listId, digest.renewed(), digest.revoked(), digest.ending());
                    }
                    sql.update("DELETE FROM notification_digest WHERE list_id = ?", listId);
                });
    }
}
