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
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Orders of scenarios with all their versions, as they are stored. */
@ApplicationScoped
class StoredScenarios {
    private static final int STEP = 50;

    private static final String VERSION = "SELECT o.*,"
            + " LEAD(o.entered_at) OVER (PARTITION BY o.order_id ORDER BY o.number) AS known_to"
            + " FROM eligibility_scenario_order o";

    @Inject
    private Sql sql;

    /** Of all places, in the order in which they were entered. */
    List<ScenarioVersion> all() {
        return sql.list(VERSION + " ORDER BY o.entered_at, o.id", StoredScenarios::version);
    }

    /** Of one order, the last first. */
    List<ScenarioVersion> of(PublicId order) {
        List<ScenarioVersion> versions =
                sql.list(VERSION + " WHERE o.order_id = ? ORDER BY o.number DESC", StoredScenarios::version, order);
        if (versions.isEmpty()) {
            throw new NotFound();
        }
        return versions;
    }

    int lastNumber(long areaId, long zoneId) {
        return (int) sql.number(
                "SELECT COALESCE(MAX(number), 0) FROM eligibility_scenario_order WHERE area_id = ? AND zone_id = ?",
                areaId,
                zoneId);
    }

    /** @throws OptimisticLockException where somebody has entered something for the place since that number was seen */
    void add(Actor actor, ScenarioVersion version, int number, Instant now) {
        int added = sql.update(
                "INSERT IGNORE INTO eligibility_scenario_order (id, order_id, area_id, zone_id, number, scenario, document,"
                        + " document_day, valid_from, valid_until, end_document, end_document_day, taken_back, entered_at,"
                        + " entered_by, enterer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sql.ids("eligibility_scenario_seq", STEP).next(),
                version.order(),
                version.areaId(),
                version.zoneId(),
                number,
                version.scenario(),
                version.document(),
                Date.valueOf(version.documentDay()),
                version.from(),
                version.until(),
                version.endDocument(),
                version.endDay() == null ? null : Date.valueOf(version.endDay()),
                version.takenBack(),
                now,
                actor.accountId(),
                actor.name());
        if (added != 1) {
            throw new OptimisticLockException("the orders of the place were changed meanwhile");
        }
    }

    private static ScenarioVersion version(ResultSet row) throws SQLException {
        return new ScenarioVersion(
                row.getLong("id"),
                Sql.publicId(row, "order_id"),
                row.getLong("area_id"),
                row.getLong("zone_id"),
                row.getInt("number"),
                row.getString("scenario"),
                row.getString("document"),
                Objects.requireNonNull(day(row, "document_day")),
                Objects.requireNonNull(Sql.instant(row, "valid_from")),
                Sql.instant(row, "valid_until"),
                row.getString("end_document"),
                day(row, "end_document_day"),
                row.getBoolean("taken_back"),
                Objects.requireNonNull(Sql.instant(row, "entered_at")),
                row.getString("enterer"),
                Sql.instant(row, "known_to"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
