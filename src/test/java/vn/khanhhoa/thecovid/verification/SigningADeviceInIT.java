package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class SigningADeviceInIT {
    private static final Actor HEAD = new Actor(8_001, "Lê Thị Lãnh Đạo", Role.APPROVER, 0, 77_001);
    private static final Actor OTHER_HEAD = new Actor(8_002, "Phạm Văn Lãnh Đạo", Role.APPROVER, 0, 77_002);
    private static final String HERE = "http://127.0.0.1/api/v1/status-list";

    @Inject
    private Devices devices;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_code_signs_one_device_in_however_it_is_typed_and_never_again() {
        Devices.Code code = devices.add(HEAD, null, "Chốt Đèo Cả");

        Devices.SignedIn device = signedIn(code.code().toLowerCase(Locale.ROOT).replace("-", " "));
        assertThat(device.name()).isEqualTo("Chốt Đèo Cả");
        assertThat(devices.statusList(device.secret(), HERE)).isPresent();
        assertThat(devices.statusChanges(device.secret(), HERE, clock.instant()))
                .isPresent();

        assertThat(attempt(code.code())).isInstanceOf(Devices.Refused.class);
    }

    @Test
    void a_code_is_over_after_twelve_hours_and_void_when_another_was_given() {
        Devices.Code late = devices.add(HEAD, null, "Máy 1");
        Devices.Code first = devices.add(HEAD, null, "Máy 2");
        Devices.Code second = devices.anotherCode(HEAD, first.device());

        assertThat(attempt(first.code())).isInstanceOf(Devices.Refused.class);
        signedIn(second.code());
        clock.forward(Duration.ofHours(13));
        assertThat(attempt(late.code())).isInstanceOf(Devices.Refused.class);
    }

    @Test
    void who_is_shut_out_gets_nothing_any_more_by_secret_or_code() {
        Devices.SignedIn device = signedIn(devices.add(HEAD, null, "Máy mất").code());
        Devices.Code unused = devices.anotherCode(HEAD, device.device());

        devices.shutOut(HEAD, device.device());
        devices.shutOut(HEAD, device.device());

        assertThat(devices.statusList(device.secret(), HERE)).isEmpty();
        assertThat(devices.statusChanges(device.secret(), HERE, clock.instant()))
                .isEmpty();
        assertThat(attempt(unused.code())).isInstanceOf(Devices.Refused.class);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> devices.anotherCode(HEAD, device.device()));
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'verification.device-shut-out'"
                                + " AND subject_id = ?",
                        device.device().toString()))
                .isEqualTo(1);
    }

    @Test
    void who_signs_in_anew_leaves_the_old_secret_void() {
        Devices.SignedIn before = signedIn(devices.add(HEAD, null, "Máy 3").code());
        Devices.SignedIn after =
                signedIn(devices.anotherCode(HEAD, before.device()).code());

        assertThat(devices.statusList(before.secret(), HERE)).isEmpty();
        assertThat(devices.statusList(after.secret(), HERE)).isPresent();
    }

    @Test
    void an_agency_sees_and_changes_its_own_devices_only() {
        Devices.Code own = devices.add(HEAD, null, "Máy 4");

        assertThat(devices.all(OTHER_HEAD)).extracting(DeviceView::id).doesNotContain(own.device());
        assertThat(devices.all(HEAD)).extracting(DeviceView::id).contains(own.device());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> devices.shutOut(OTHER_HEAD, own.device()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> devices.anotherCode(OTHER_HEAD, own.device()));
        for (Role role : Role.values()) {
            if (role != Role.APPROVER) {
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() -> devices.all(new Actor(8_003, "", role, 1, 77_001)));
            }
        }
    }

    @Test
    void codes_cannot_be_tried_out() {
        String address = PublicId.random().toString();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(devices.signIn("00000-00000", address)).isInstanceOf(Devices.Refused.class);
        }
        Devices.Code code = devices.add(HEAD, null, "Máy 5");

        assertThat(devices.signIn(code.code(), address)).isInstanceOf(Devices.TooManyAttempts.class);
    }

    @Test
    void what_was_never_given_out_opens_nothing_and_a_name_is_needed() {
        assertThat(devices.statusList("made-up", HERE)).isEmpty();
        assertThat(devices.statusChanges("", HERE, Instant.EPOCH)).isEmpty();
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> devices.add(HEAD, null, " "));
    }

    private Devices.SignedIn signedIn(String code) {
        return (Devices.SignedIn) attempt(code);
    }

    private Devices.Outcome attempt(String code) {
        return devices.signIn(code, PublicId.random().toString());
    }
}
