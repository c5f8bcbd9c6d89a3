package vn.khanhhoa.thecovid.verification.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.verification.AlertSetting;
import vn.khanhhoa.thecovid.verification.Alerts;

/** From when on something is worth an alert. */
@Named
@RequestScoped
public class AlertSettingsPage {
    @Inject
    private Alerts alerts;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private final Map<String, Integer> amounts = new HashMap<>();

    @PostConstruct
    void begin() {
        alerts.settings(actor.get()).forEach((setting, amount) -> amounts.put(setting.name(), amount));
    }

    public void save() {
        Map<AlertSetting, Integer> typed = new EnumMap<>(AlertSetting.class);
        for (AlertSetting setting : AlertSetting.values()) {
            Integer amount = amounts.get(setting.name());
            if (amount != null) {
                typed.put(setting, amount);
            }
        }
        alerts.change(actor.get(), typed);
        messages.success("verification.alert-settings-saved");
        messages.go("/health-office/alert-settings");
    }

    public boolean isEditable() {
        return actor.get().may(Permission.SET_ALERTS);
    }

    public AlertSetting[] getAll() {
        return AlertSetting.values();
    }

    /** By the names of settings, as typed. */
    public Map<String, Integer> getAmounts() {
        return amounts;
    }
}
