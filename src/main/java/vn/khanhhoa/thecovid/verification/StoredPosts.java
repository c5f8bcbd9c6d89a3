package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Posts and what people come for, as they are stored. */
@ApplicationScoped
class StoredPosts {
    private static final int STEP = 50;
    private static final String COLUMNS =
            "SELECT p.*, (SELECT GROUP_CONCAT(a.activity_code ORDER BY a.place SEPARATOR ' ') FROM verification_post_activity a"
                    + " WHERE a.post_id = p.id) AS activities FROM verification_post p WHERE ";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    Iterator<Long> ids() {
        return sql.ids("verification_post_seq", STEP);
    }

    Optional<PostView> find(long agencyId, PublicId id) {
        return sql.first(COLUMNS + "p.public_id = ? AND p.agency_id = ?", StoredPosts::view, id, agencyId);
    }

    Optional<PostView> find(long number) {
        return sql.first(COLUMNS + "p.id = ?", StoredPosts::view, number);
    }

    /** By name. */
    List<PostView> list(long agencyId, PostFilter filter, int first, int count) {
        return sql.list(
                COLUMNS + filter.sql() + " ORDER BY p.name, p.id LIMIT ? OFFSET ?",
                StoredPosts::view,
                filter.args(agencyId, count, first));
    }

    long count(long agencyId, PostFilter filter) {
        return sql.number("SELECT COUNT(*) FROM verification_post p WHERE " + filter.sql(), filter.args(agencyId));
    }

    PostView add(Actor actor, PostForm form) {
        long number = ids().next();
        PublicId id = PublicId.random();
        sql.update(
                "INSERT INTO verification_post (id, public_id, agency_id, kind, name, area_id, beyond_area_id, address,"
                        + " visit_minutes, stale_minutes, fallback_vi, fallback_en, made_by, made_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                number,
                id,
                actor.agencyId(),
                form.kind().name(),
                form.name(),
                form.areaId(),
                form.beyondId() == 0 ? null : form.beyondId(),
                form.address(),
                form.visitMinutes(),
                form.staleMinutes(),
                form.fallbackVi(),
                form.fallbackEn(),
                actor.accountId(),
                clock.instant());
        setActivities(number, form.activities());
        return new PostView(number, id, actor.agencyId(), form, 0);
    }

    /** @return whether it was still as it was seen */
    boolean change(long number, int version, PostForm form) {
        int changed = sql.update(
                "UPDATE verification_post SET kind = ?, name = ?, area_id = ?, beyond_area_id = ?, address = ?, visit_minutes = ?,"
                        + " stale_minutes = ?, fallback_vi = ?, fallback_en = ?, version = version + 1 WHERE id = ? AND version = ?",
                form.kind().name(),
                form.name(),
                form.areaId(),
                form.beyondId() == 0 ? null : form.beyondId(),
                form.address(),
                form.visitMinutes(),
                form.staleMinutes(),
                form.fallbackVi(),
                form.fallbackEn(),
                number,
                version);
        if (changed == 1) {
            sql.update("DELETE FROM verification_post_activity WHERE post_id = ?", number);
            setActivities(number, form.activities());
        }
        return changed == 1;
    }

    private void setActivities(long number, List<String> activities) {
        for (int place = 0; place < activities.size(); place++) {
            sql.update(
                    "INSERT INTO verification_post_activity (post_id, place, activity_code) VALUES (?, ?, ?)",
                    number,
                    place,
                    activities.get(place));
        }
    }

    private static PostView view(ResultSet row) throws SQLException {
        PostForm form = new PostForm(
                PostKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getLong("area_id"),
                row.getLong("beyond_area_id"),
                row.getString("address"),
                List.of(Objects.requireNonNullElse(row.getString("activities"), "")
                        .split(" ")),
                row.getInt("visit_minutes"),
                row.getInt("stale_minutes"),
                row.getString("fallback_vi"),
                row.getString("fallback_en"));
        return new PostView(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getLong("agency_id"),
                form,
                row.getInt("version"));
    }
}
