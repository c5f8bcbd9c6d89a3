package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.khanhhoa.thecovid.platform.Sql;

/** The steps of {@link ForgottenScans}, a transaction each. Each says whether more may follow. */
@ApplicationScoped
@Transactional
class ForgettingSteps {
    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    boolean forgetScans(int most) {
        List<Long> old = sql.list(
                "SELECT id FROM verification_scan WHERE at < ? ORDER BY at LIMIT ?",
                row -> row.getLong(1),
                cutOff(),
                most);
        delete("DELETE FROM verification_alert_scan WHERE scan_id = ?", old);
        delete("DELETE FROM verification_scan WHERE id = ?", old);
        return old.size() == most;
    }

    /** An alert of which no scan is left. */
    boolean forgetAlerts(int most) {
        List<Long> old = sql.list(
                "SELECT a.id FROM verification_alert a WHERE a.last_at < ? AND NOT EXISTS (SELECT 1 FROM"
                        + " verification_alert_scan s WHERE s.alert_id = a.id) ORDER BY a.last_at LIMIT ?",
                row -> row.getLong(1),
                cutOff(),
                most);
        delete("DELETE FROM verification_alert_agency WHERE alert_id = ?", old);
        delete("DELETE FROM verification_alert WHERE id = ?", old);
        return old.size() == most;
    }

    /** That a post asked for more of somebody's card, and why: it tells where the holder was. */
    boolean forgetLooks(int most) {
        return sql.update("DELETE FROM verification_look WHERE at < ? LIMIT " + most, cutOff()) == most;
    }

    /** That contacts were asked for, by whom and why, stays; of whom does not. */
    boolean forgetPeople(int most) {
        return sql.update(
                        "UPDATE verification_tracing SET person_id = NULL WHERE to_at < ? AND person_id IS NOT NULL LIMIT "
                                + most,
                        cutOff())
                == most;
    }

    private void delete(String statement, List<Long> ids) {
        sql.batch(statement, ids, (prepared, id) -> prepared.setLong(1, id));
    }

    private Instant cutOff() {
        return clock.instant().minus(Scans.KEPT);
    }
}
