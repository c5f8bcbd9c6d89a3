package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Modes in force for as long as a test lasts. */
@ApplicationScoped
public class TestModes {
    public static final Actor HEALTH = new Actor(86, "Đinh Thị Đề Nghị", Role.HEALTH_OFFICER, 0, 5);
    public static final Actor STEERING = new Actor(87, "Lương Văn Đồng Ý", Role.STEERING_OFFICER, 0, 6);

    @Inject
    private IssueModes modes;

    @Inject
    private StoredModes stored;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Since now. @param place code of an area */
    public void automatic(String place) {
        automatic(place, "");
    }

    public void automatic(String place, String activity) {
        IssueModes.Wish wish = wish(place, activity, IssueMode.AUTOMATIC);
        PublicId proposal = modes.propose(HEALTH, wish, paper());
        modes.agree(STEERING, proposal, lastNumber(place, activity));
    }

    public void reviewed(String place) {
        reviewed(place, "");
    }

    public void reviewed(String place, String activity) {
        modes.putInForce(HEALTH, wish(place, activity, IssueMode.REVIEWED), paper(), lastNumber(place, activity));
    }

    IssueModes.Wish wish(String place, String activity, IssueMode mode) {
        return new IssueModes.Wish(place, activity, mode, clock.instant());
    }

    ScenarioOrders.Paper paper() {
        return new ScenarioOrders.Paper("88/BCĐ", LocalDate.now(clock));
    }

    int lastNumber(String place, String activity) {
        return stored.lastNumber(
                sql.number("SELECT id FROM registry_area WHERE code = ? AND valid_to IS NULL", place), activity);
    }

    public void nothingOrdered() {
        sql.update("DELETE FROM eligibility_mode_order WHERE entered_by IN (86, 87)");
        sql.update("DELETE FROM eligibility_mode_proposal WHERE proposed_by IN (86, 87)");
    }
}
