package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Whose contacts are asked for, as it is stored. */
@ApplicationScoped
class StoredTracings {
    /** @param personId 0 once it is forgotten @param to the first moment that is not meant any more */
    record Stored(
            long number,
            PublicId id,
            long personId,
            Instant from,
            Instant to,
            String reason,
            String document,
            TracingState state,
            long askedBy,
            String asker,
            Instant askedAt,
            String judge,
            @Nullable Instant judgedAt,
            String word,
            int version) {}

    @Inject
    private Sql sql;

    PublicId add(Actor actor, long personId, Instant from, Instant to, String reason, String document, Instant now) {
        PublicId id = PublicId.random();
        sql.update(
                "INSERT INTO verification_tracing (id, public_id, agency_id, person_id, from_at, to_at, reason, document, state,"
                        + " asked_by, asker, asked_at) VALUES (NEXT VALUE FOR verification_tracing_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                actor.agencyId(),
                personId,
                from,
                to,
                reason,
                document,
                TracingState.ASKED.name(),
                actor.accountId(),
                actor.name(),
                now);
        return id;
    }

    /** @param version that was seen @return whether it still waited, as it was seen */
    boolean judge(Actor actor, Stored asked, int version, TracingState state, String word, Instant now) {
        return sql.update(
                        "UPDATE verification_tracing SET state = ?, judged_by = ?, judge = ?, judged_at = ?, word = ?, version ="
                                + " version + 1 WHERE id = ? AND version = ? AND state = 'ASKED'",
                        state.name(),
                        actor.accountId(),
                        actor.name(),
                        now,
                        word,
                        asked.number(),
                        version)
                == 1;
    }

    Optional<Stored> find(long agencyId, PublicId id) {
        return sql.first(
                "SELECT * FROM verification_tracing WHERE public_id = ? AND agency_id = ?",
                StoredTracings::stored,
                id,
                agencyId);
    }

    /** The newest first. */
    List<Stored> list(long agencyId, int first, int count) {
        return sql.list(
                "SELECT * FROM verification_tracing WHERE agency_id = ? ORDER BY id DESC LIMIT ? OFFSET ?",
                StoredTracings::stored,
                agencyId,
                count,
                first);
    }

    long count(long agencyId) {
        return sql.number("SELECT COUNT(*) FROM verification_tracing WHERE agency_id = ?", agencyId);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getLong("person_id"),
                Objects.requireNonNull(Sql.instant(row, "from_at")),
                Objects.requireNonNull(Sql.instant(row, "to_at")),
                row.getString("reason"),
                row.getString("document"),
                TracingState.valueOf(row.getString("state")),
                row.getLong("asked_by"),
                row.getString("asker"),
                Objects.requireNonNull(Sql.instant(row, "asked_at")),
                Objects.requireNonNullElse(row.getString("judge"), ""),
                Sql.instant(row, "judged_at"),
                Objects.requireNonNullElse(row.getString("word"), ""),
                row.getInt("version"));
    }
}
