package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Codes of posters, as they are stored. */
@ApplicationScoped
class StoredPosters {
    private static final String COLUMNS = "SELECT code, post_id, made_at, valid_to FROM verification_poster WHERE ";

    /** @param post number of it */
    record Stored(PublicId code, long post, PosterView view) {}

    @Inject
    private Sql sql;

    /** By its code as an address has it. */
    Optional<Stored> find(String code) {
        return PublicId.parse(code).flatMap(id -> sql.first(COLUMNS + "code = ?", StoredPosters::stored, id));
    }

    Optional<Stored> newest(long post) {
        return sql.first(COLUMNS + "post_id = ? ORDER BY made_at DESC LIMIT 1", StoredPosters::stored, post);
    }

    /** @param lastOfOthers until when those that there are count at the most */
    void add(long post, long actorId, Instant now, Instant validTo, Instant lastOfOthers) {
        sql.update(
                "UPDATE verification_poster SET valid_to = LEAST(valid_to, ?) WHERE post_id = ?", lastOfOthers, post);
        sql.update(
                "INSERT INTO verification_poster (code, post_id, made_by, made_at, valid_to) VALUES (?, ?, ?, ?, ?)",
                PublicId.random(),
                post,
                actorId,
                now,
                validTo);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                Sql.publicId(row, "code"),
                row.getLong("post_id"),
                new PosterView(
                        Objects.requireNonNull(Sql.instant(row, "made_at")),
                        Objects.requireNonNull(Sql.instant(row, "valid_to"))));
    }
}
