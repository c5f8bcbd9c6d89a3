package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Posts of agencies that no other test has, and devices that have signed in there. */
@ApplicationScoped
public class TestPosts {
    @Inject
    private Posts posts;

    @Inject
    private Devices devices;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The head of an agency that is in no catalogue. */
    public Actor head() {
        return new Actor(
                8_101,
                "Lê Thị Lãnh Đạo",
                Role.APPROVER,
                0,
                7_700_000 + sql.number("SELECT NEXT VALUE FOR verification_post_seq"));
    }

    public PostForm form(PostKind kind, String name) {
        return new PostForm(kind, name, area("22327"), 0, "Km 1354, Quốc lộ 1", kind.usual(), 30, 60, "", "");
    }

    public long area(String code) {
        return catalogue.areas(LocalDate.now(clock)).stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    public PublicId post(Actor head) {
        return posts.add(head, form(PostKind.CHECKPOINT, "Chốt thử " + PublicId.random()));
    }

    /** The secret of a device there. */
    public String device(Actor head, @Nullable PublicId post) {
        return signedIn(devices.add(head, post, "Máy thử").code());
    }

    /** All devices of the agency have been where they are for long. */
    public void settle(Actor head) {
        sql.update(
                "UPDATE verification_device_post SET since = ? WHERE device_id IN (SELECT id FROM verification_device WHERE"
                        + " agency_id = ?)",
                clock.instant().minus(Duration.ofDays(60)),
                head.agencyId());
    }

    public String signedIn(String code) {
        return ((Devices.SignedIn) devices.signIn(code, PublicId.random().toString())).secret();
    }

    public List<DeviceView> devicesOf(Actor head) {
        return devices.all(head);
    }
}
