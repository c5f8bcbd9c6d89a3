package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import vn.khanhhoa.thecovid.platform.Sql;

/** What is set, as it is stored. */
@ApplicationScoped
class AlertSettings {
    @Inject
    private Sql sql;

    Map<AlertSetting, Integer> all() {
        Map<AlertSetting, Integer> amounts = new EnumMap<>(AlertSetting.class);
        sql.list(
                "SELECT name, amount FROM verification_alert_setting",
                row -> amounts.put(AlertSetting.valueOf(row.getString(1)), row.getInt(2)));
        return amounts;
    }

    void change(Map<AlertSetting, Integer> amounts) {
        sql.batch(
                "UPDATE verification_alert_setting SET amount = ? WHERE name = ?",
                amounts.entrySet(),
                (statement, each) -> {
                    statement.setInt(1, Objects.requireNonNull(each.getValue()));
                    statement.setString(2, each.getKey().name());
                });
    }
}
