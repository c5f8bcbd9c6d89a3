package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Orders of modes, and proposals of them, as they are stored. */
@ApplicationScoped
class StoredModes {
    private static final int STEP = 50;

    /** A proposal as it is stored. */
    record Proposed(
            long number,
            PublicId id,
            long areaId,
            String activity,
            IssueMode mode,
            String document,
            LocalDate documentDay,
            Instant from,
            Instant proposedAt,
            long proposedBy,
            String proposer) {}

    @Inject
    private Sql sql;

    /** In the order in which they were entered. */
    List<ModeOrder> all() {
        return sql.list("SELECT * FROM eligibility_mode_order ORDER BY id", StoredModes::order);
    }

    int lastNumber(long areaId, String activity) {
        return (int) sql.number(
                "SELECT COALESCE(MAX(number), 0) FROM eligibility_mode_order WHERE area_id = ? AND activity = ?",
                areaId,
                activity);
    }

    /**
     * @param agreedBy the account of the second person; none where none is needed
     * @throws OptimisticLockException where another order was entered for the place and activity since the number was seen
     */
    void add(ModeOrder order, long enteredBy, @Nullable Long agreedBy) {
        int added = sql.update(
                "INSERT IGNORE INTO eligibility_mode_order (id, public_id, area_id, activity, number, mode, document,"
                        + " document_day, valid_from, entered_at, entered_by, enterer, agreed_by, agreer) SELECT ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM DUAL WHERE (SELECT IFNULL(MAX(o.number), 0) FROM"
                        + " eligibility_mode_order o WHERE o.area_id = ? AND o.activity = ?) = ?",
                order.orderId(),
                order.id(),
                order.areaId(),
                order.activity(),
                order.number(),
                order.mode().name(),
                order.document(),
                Date.valueOf(order.documentDay()),
                order.from(),
                order.enteredAt(),
                enteredBy,
                order.enterer(),
                agreedBy,
                order.agreer(),
                order.areaId(),
                order.activity(),
                order.number() - 1);
        if (added != 1) {
            throw new OptimisticLockException("the orders of the place were changed meanwhile");
        }
    }

    long nextId() {
        return sql.ids("eligibility_mode_seq", STEP).next();
    }

    void add(Proposed proposal) {
        sql.update(
                "INSERT INTO eligibility_mode_proposal (id, public_id, area_id, activity, mode, document, document_day,"
                        + " valid_from, proposed_at, proposed_by, proposer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                proposal.number(),
                proposal.id(),
                proposal.areaId(),
                proposal.activity(),
                proposal.mode().name(),
                proposal.document(),
                Date.valueOf(proposal.documentDay()),
                proposal.from(),
                proposal.proposedAt(),
                proposal.proposedBy(),
                proposal.proposer());
    }

    /** The oldest first. */
    List<Proposed> open() {
        return sql.list(
                "SELECT * FROM eligibility_mode_proposal WHERE closed_at IS NULL ORDER BY id", StoredModes::proposed);
    }

    /** Held; none where it is closed already. */
    Optional<Proposed> held(PublicId id) {
        return sql.first(
                "SELECT * FROM eligibility_mode_proposal WHERE public_id = ? AND closed_at IS NULL FOR UPDATE",
                StoredModes::proposed,
                id);
    }

    boolean isKnown(PublicId id) {
        return sql.number("SELECT COUNT(*) FROM eligibility_mode_proposal WHERE public_id = ?", id) > 0;
    }

    void close(Proposed proposal, Actor closer, Instant now, Optional<ModeOrder> order) {
        sql.update(
                "UPDATE eligibility_mode_proposal SET closed_at = ?, closed_by = ?, closer = ?, order_id = ? WHERE id = ?",
                now,
                closer.accountId(),
                closer.name(),
                order.map(ModeOrder::orderId).orElse(null),
                proposal.number());
    }

    private static ModeOrder order(ResultSet row) throws SQLException {
        return new ModeOrder(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getLong("area_id"),
                row.getString("activity"),
                row.getInt("number"),
                IssueMode.valueOf(row.getString("mode")),
                row.getString("document"),
                day(row),
                Objects.requireNonNull(Sql.instant(row, "valid_from")),
                Objects.requireNonNull(Sql.instant(row, "entered_at")),
                row.getString("enterer"),
                row.getString("agreer"));
    }

    private static Proposed proposed(ResultSet row) throws SQLException {
        return new Proposed(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getLong("area_id"),
                row.getString("activity"),
                IssueMode.valueOf(row.getString("mode")),
                row.getString("document"),
                day(row),
                Objects.requireNonNull(Sql.instant(row, "valid_from")),
                Objects.requireNonNull(Sql.instant(row, "proposed_at")),
                row.getLong("proposed_by"),
                row.getString("proposer"));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("document_day", LocalDate.class);
    }
}
