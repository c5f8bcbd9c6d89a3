package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Criteria sets and matrices and the orders by which they are in force, as they are stored. Each is written whole, as its file.
 * The tables have the name of what was first in them.
 */
@ApplicationScoped
class StoredRules {
    private static final int STEP = 50;
    private static final String PORTAL = "Cổng Thẻ Covid";
    private static final String SUMMARY = "SELECT s.public_id, s.code, s.name_vi, s.name_en, s.document, s.revision,"
            + " s.begun_by = 0 AS shipped, s.beginner, s.begun_at, s.editor, s.edited_at, s.document_name, s.attester, s.attested_at"
            + " FROM eligibility_criteria_set s";
    /** With what ended each, as far as it was known then. */
    private static final String ORDER = "SELECT o.*, s.public_id, s.code, s.name_vi, s.name_en,"
            + " e.valid_from AS ended_at, e.document AS end_document"
            + " FROM eligibility_criteria_order o JOIN eligibility_criteria_set s ON s.id = o.set_id"
            + " LEFT JOIN eligibility_criteria_order e ON e.kind = o.kind AND e.area_id = o.area_id"
            + " AND e.ends = o.number AND e.entered_at <= ?"
            + " WHERE o.ends IS NULL AND o.kind = ? AND o.entered_at <= ?";

    private static final String TEXT = "SELECT code, name_vi, name_en, document, text FROM eligibility_criteria_set"
            + " WHERE kind = ? AND public_id = ?";

    /** With its text. */
    record Held(RuleSetSummary summary, RuleText text) {}

    @Inject
    private Sql sql;

    @Inject
    private Catalogue catalogue;

    /** The newest first. */
    List<RuleSetSummary> all(RuleKind kind) {
        return sql.list(
                SUMMARY + " WHERE s.kind = ? ORDER BY s.begun_at DESC, s.id DESC", StoredRules::summary, kind.name());
    }

    RuleSetSummary summary(RuleKind kind, PublicId id) {
        return sql.first(SUMMARY + " WHERE s.kind = ? AND s.public_id = ?", StoredRules::summary, kind.name(), id)
                .orElseThrow(NotFound::new);
    }

    private static RuleSetSummary summary(ResultSet row) throws SQLException {
        return new RuleSetSummary(
                Sql.publicId(row, "public_id"),
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("document"),
                row.getInt("revision"),
                row.getBoolean("shipped"),
                row.getString("beginner"),
                Objects.requireNonNull(Sql.instant(row, "begun_at")),
                row.getString("editor"),
                Objects.requireNonNull(Sql.instant(row, "edited_at")),
                row.getString("document_name"),
                row.getString("attester"),
                Sql.instant(row, "attested_at"));
    }

    /** As it is now and stays until the transaction ends. */
    Held hold(RuleKind kind, PublicId id) {
        return new Held(
                sql.first(
                                SUMMARY + " WHERE s.kind = ? AND s.public_id = ? FOR UPDATE",
                                StoredRules::summary,
                                kind.name(),
                                id)
                        .orElseThrow(NotFound::new),
                sql.first(TEXT + " FOR UPDATE", StoredRules::ruleText, kind.name(), id)
                        .orElseThrow(NotFound::new));
    }

    RuleText text(RuleKind kind, PublicId id) {
        return sql.first(TEXT, StoredRules::ruleText, kind.name(), id).orElseThrow(NotFound::new);
    }

    private static RuleText ruleText(ResultSet row) throws SQLException {
        return new RuleText(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }

    boolean isWrittenBy(PublicId id, long accountId) {
        return sql.number(
                        "SELECT COUNT(*) FROM eligibility_criteria_editor e JOIN eligibility_criteria_set s ON s.id = e.set_id"
                                + " WHERE s.public_id = ? AND e.account_id = ?",
                        id,
                        accountId)
                > 0;
    }

    boolean isAttestedBy(PublicId id, long accountId) {
        return sql.number(
                        "SELECT COUNT(*) FROM eligibility_criteria_set WHERE public_id = ? AND attested_by = ?",
                        id,
                        accountId)
                > 0;
    }

    PublicId add(RuleKind kind, Actor actor, RuleText table, Instant now) {
        long id = nextId();
        PublicId publicId = PublicId.random();
        sql.update(
                "INSERT INTO eligibility_criteria_set (id, public_id, kind, code, name_vi, name_en, document, text, revision,"
                        + " begun_by, beginner, begun_at, editor, edited_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)",
                id,
                publicId,
                kind.name(),
                table.code(),
                table.nameVi(),
                table.nameEn(),
                table.document(),
                table.text(),
                actor.accountId(),
                actor.name(),
                now,
                actor.name(),
                now);
        wrote(actor, publicId);
        return publicId;
    }

    private void wrote(Actor actor, PublicId id) {
        sql.update(
                "INSERT IGNORE INTO eligibility_criteria_editor (set_id, account_id)"
                        + " SELECT id, ? FROM eligibility_criteria_set WHERE public_id = ?",
                actor.accountId(),
                id);
    }

    /** @throws OptimisticLockException where somebody changed, attested or discarded it since that revision was read */
    void change(Actor actor, PublicId id, int revision, RuleText table, Instant now) {
        requireOne(sql.update(
                "UPDATE eligibility_criteria_set SET code = ?, name_vi = ?, name_en = ?, document = ?, text = ?, editor = ?,"
                        + " edited_at = ?, revision = revision + 1"
                        + " WHERE public_id = ? AND attested_at IS NULL AND revision = ?",
                table.code(),
                table.nameVi(),
                table.nameEn(),
                table.document(),
                table.text(),
                actor.name(),
                now,
                id,
                revision));
        wrote(actor, id);
    }

    void attach(Actor actor, PublicId id, int revision, String name, byte[] sealed, Instant now) {
        requireOne(sql.update(
                "UPDATE eligibility_criteria_set SET document_name = ?, document_content = ?, editor = ?, edited_at = ?,"
                        + " revision = revision + 1 WHERE public_id = ? AND attested_at IS NULL AND revision = ?",
                name,
                sealed,
                actor.name(),
                now,
                id,
                revision));
        wrote(actor, id);
    }

    /** What it is compared with; nobody has written it by that. @param table with the number of the document */
    void attachToShipped(PublicId id, int revision, RuleText table, String name, byte[] sealed) {
        requireOne(sql.update(
                "UPDATE eligibility_criteria_set SET document = ?, text = ?, document_name = ?, document_content = ?,"
                        + " revision = revision + 1"
                        + " WHERE public_id = ? AND begun_by = 0 AND attested_at IS NULL AND revision = ?",
                table.document(),
                table.text(),
                name,
                sealed,
                id,
                revision));
    }

    byte[] sealedDocument(RuleKind kind, PublicId id) {
        return sql.first(
                        "SELECT document_content FROM eligibility_criteria_set"
                                + " WHERE kind = ? AND public_id = ? AND document_content IS NOT NULL",
                        row -> row.getBytes(1),
                        kind.name(),
                        id)
                .orElseThrow(NotFound::new);
    }

    void attest(Actor actor, PublicId id, int revision, Instant now) {
        requireOne(sql.update(
                "UPDATE eligibility_criteria_set SET attested_by = ?, attester = ?, attested_at = ?, revision = revision + 1"
                        + " WHERE public_id = ? AND attested_at IS NULL AND revision = ?",
                actor.accountId(),
                actor.name(),
                now,
                id,
                revision));
    }

    void discard(PublicId id, int revision) {
        requireOne(sql.update(
                "DELETE FROM eligibility_criteria_set WHERE public_id = ? AND attested_at IS NULL AND revision = ?",
                id,
                revision));
    }

    /** Refused where another order of the place has been entered since that number was seen. */
    void order(
            RuleKind kind,
            Actor actor,
            PublicId id,
            AreaView place,
            int seen,
            String document,
            Instant from,
            Instant now) {
        requireOne(sql.update(
                "INSERT IGNORE INTO eligibility_criteria_order (id, set_id, kind, area_id, number, document, valid_from,"
                        + " entered_at, entered_by, enterer) SELECT ?, id, kind, ?, ?, ?, ?, ?, ?, ?"
                        + " FROM eligibility_criteria_set WHERE public_id = ? AND kind = ?",
                nextId(),
                place.id(),
                seen + 1,
                document,
                from,
                now,
                actor.accountId(),
                actor.name(),
                id,
                kind.name()));
    }

    /** One that comes with the portal. @param id below those of the sequence; nothing is done where it is there */
    void addShipped(long id, RuleKind kind, RuleText table, Instant now) {
        sql.update(
                "INSERT IGNORE INTO eligibility_criteria_set (id, public_id, kind, code, name_vi, name_en, document, text,"
                        + " revision, begun_by, beginner, begun_at, editor, edited_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)",
                id,
                PublicId.random(),
                kind.name(),
                table.code(),
                table.nameVi(),
                table.nameEn(),
                table.document(),
                table.text(),
                PORTAL,
                now,
                PORTAL,
                now);
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new OptimisticLockException("the criteria were changed meanwhile");
        }
    }

    private long nextId() {
        return sql.ids("eligibility_criteria_seq", STEP).next();
    }

    /** Of all places, the last to begin first. */
    List<RuleOrderView> orders(RuleKind kind, Instant knownBy) {
        return sql.list(
                ORDER + " ORDER BY o.valid_from DESC, o.area_id, o.number DESC",
                this::order,
                knownBy,
                kind.name(),
                knownBy);
    }

    RuleOrderView order(RuleKind kind, long areaId, int number, Instant knownBy) {
        return sql.first(
                        ORDER + " AND o.area_id = ? AND o.number = ?",
                        this::order,
                        knownBy,
                        kind.name(),
                        knownBy,
                        areaId,
                        number)
                .orElseThrow(NotFound::new);
    }

    int lastNumber(RuleKind kind, long areaId) {
        return (int) sql.number(
                "SELECT COALESCE(MAX(number), 0) FROM eligibility_criteria_order WHERE kind = ? AND area_id = ?",
                kind.name(),
                areaId);
    }

    /** The next to begin after a moment, of this very place. */
    Optional<RuleOrderView> next(RuleKind kind, long areaId, Instant after, Instant knownBy) {
        return own(kind, areaId, " AND o.valid_from > ? ORDER BY o.valid_from, o.number DESC", after, knownBy);
    }

    /** When, by what is known of a place and those around it, another order begins or one ends. */
    Optional<Instant> nextTurn(RuleKind kind, long areaId, Instant after, Instant knownBy) {
        List<Long> chain = chain(areaId);
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        List<Object> args = new ArrayList<>(List.of(kind.name(), knownBy, after));
        args.addAll(chain);
        // Ends are rows of the same count, with the moment of the end.
        return sql.first(
                "SELECT MIN(valid_from) AS turn FROM eligibility_criteria_order WHERE kind = ? AND entered_at <= ? AND valid_from"
                        + " > ? AND area_id IN (" + Sql.marks(chain.size()) + ") HAVING turn IS NOT NULL",
                row -> row.getTimestamp(1).toInstant(),
                args.toArray());
    }

    /** Greater once another order, or end of one, is committed. */
    long stamp(RuleKind kind) {
        return sql.number("SELECT IFNULL(SUM(id), 0) FROM eligibility_criteria_order WHERE kind = ?", kind.name());
    }

    /** The place and those around it, the nearest first. */
    private List<Long> chain(long areaId) {
        return Stream.iterate(
                        catalogue.area(areaId),
                        Optional::isPresent,
                        place -> place.map(AreaView::parentId).flatMap(catalogue::area))
                .flatMap(Optional::stream)
                .map(AreaView::id)
                .toList();
    }

    private Optional<RuleOrderView> own(RuleKind kind, long areaId, String which, Instant at, Instant knownBy) {
        return sql
                .list(ORDER + " AND o.area_id = ?" + which, this::order, knownBy, kind.name(), knownBy, areaId, at)
                .stream()
                .filter(order -> !order.isTakenBack())
                .findFirst();
    }

    /** Of the place itself, or else of the nearest around it that has one. */
    Optional<RuleOrderView> inForce(RuleKind kind, long areaId, Instant at, Instant knownBy) {
        List<Long> chain = chain(areaId);
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        List<Object> args = new ArrayList<>(List.of(knownBy, kind.name(), knownBy));
        args.addAll(chain);
        args.add(at);
        List<RuleOrderView> begun = sql.list(
                ORDER + " AND o.area_id IN (" + Sql.marks(chain.size())
                        + ") AND o.valid_from <= ? ORDER BY o.valid_from DESC, o.number DESC",
                this::order,
                args.toArray());
        return chain.stream()
                .flatMap(place -> begun.stream()
                        .filter(order -> order.place().id() == place && !order.isTakenBack())
                        .limit(1))
                .filter(order -> !order.isOver(at))
                .findFirst();
    }

    /** Refused as {@link #order} is. @param document by which it ends, empty where it is taken back */
    void end(RuleKind kind, Actor actor, RuleOrderView order, int seen, String document, Instant at, Instant now) {
        requireOne(sql.update(
                "INSERT IGNORE INTO eligibility_criteria_order (id, set_id, kind, area_id, number, ends, document, valid_from,"
                        + " entered_at, entered_by, enterer) SELECT ?, id, kind, ?, ?, ?, ?, ?, ?, ?, ?"
                        + " FROM eligibility_criteria_set WHERE public_id = ? AND kind = ?",
                nextId(),
                order.place().id(),
                seen + 1,
                order.number(),
                document,
                at,
                now,
                actor.accountId(),
                actor.name(),
                order.setId(),
                kind.name()));
    }

    private RuleOrderView order(ResultSet row) throws SQLException {
        return new RuleOrderView(
                Sql.publicId(row, "public_id"),
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                catalogue.area(row.getLong("area_id")).orElseThrow(NotFound::new),
                row.getInt("number"),
                row.getString("document"),
                Objects.requireNonNull(Sql.instant(row, "valid_from")),
                Sql.instant(row, "ended_at"),
                Objects.requireNonNullElse(row.getString("end_document"), ""),
                Objects.requireNonNull(Sql.instant(row, "entered_at")),
                row.getString("enterer"));
    }
}
