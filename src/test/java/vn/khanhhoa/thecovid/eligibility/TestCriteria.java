package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Criteria in force at a place for as long as a test lasts. */
@ApplicationScoped
public class TestCriteria {
    private static final Actor DRAFTER = new Actor(81, "Đặng Thị Soạn", Role.HEALTH_OFFICER, 0, 5);
    private static final Actor SECOND = new Actor(82, "Lý Thị Đối Chiếu", Role.HEALTH_OFFICER, 0, 5);
    private static final Actor STEERING = new Actor(83, "Huỳnh Văn Chỉ Đạo", Role.STEERING_OFFICER, 0, 6);

    @Inject
    private CriteriaSets sets;

    @Inject
    private CriteriaOrders orders;

    @Inject
    private Matrices matrices;

    @Inject
    private ShippedRules shipped;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** One of the shipped sets, attested. */
    public PublicId attested(String code) {
        PublicId set = draft(code);
        sets.saveAbout(DRAFTER, set, revision(set), code, "Bộ tiêu chí thử", "Criteria", "9696/KH-UBND");
        sets.attach(DRAFTER, set, revision(set), "9696.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
        orders.attest(SECOND, set, revision(set));
        return set;
    }

    public PublicId draft(String code) {
        return sets.beginFromShipped(DRAFTER, code);
    }

    private int revision(PublicId set) {
        return sets.read(DRAFTER, set).summary().revision();
    }

    /** The one that comes with the portal, attested. */
    public PublicId shippedMatrix() {
        shipped.load(new Object());
        RuleSetSummary matrix = matrices.list(SECOND).stream()
                .filter(RuleSetSummary::shipped)
                .findFirst()
                .orElseThrow();
        if (!matrix.isAttested()) {
            int revision = matrix.revision();
            matrices.attachToShipped(
                    SECOND,
                    matrix.id(),
                    revision,
                    "9696/KH-UBND",
                    "9696.pdf",
                    "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
            matrices.attest(SECOND, matrix.id(), revision + 1);
        }
        return matrix.id();
    }

    /** Khánh Hòa's, since a minute ago. */
    public void inForce(long area) {
        inForce(attested("KH-2021-10"), area, clock.instant().minus(Duration.ofMinutes(1)));
    }

    public void inForce(PublicId set, long area, Instant from) {
        orders.putInForce(STEERING, set, area, "9696/KH-UBND", from, orders.lastNumber(STEERING, area), true);
    }

    public long area(String code) {
        return sql.number("SELECT id FROM registry_area WHERE code = ? AND valid_to IS NULL", code);
    }

    public void noneInForce() {
        sql.update("DELETE FROM eligibility_criteria_order WHERE entered_by = ?", STEERING.accountId());
    }
}
