package vn.khanhhoa.thecovid.verification.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;

/** What a device shows with each call. */
final class DeviceSecret {
    private static final Pattern SHOWN = Pattern.compile("Device ([A-Za-z0-9_-]{1,100})");

    private DeviceSecret() {}

    static String of(@Nullable String authorization) {
        if (authorization == null) {
            throw refused("verification.device-missing");
        }
        Matcher shown = SHOWN.matcher(authorization);
        return shown.matches() ? shown.group(1) : "";
    }

    /** What a use case has for a device, and for nobody else. */
    static <T> T let(Optional<T> answer) {
        return answer.orElseThrow(() -> refused("verification.device-void"));
    }

    private static ApiRefusal refused(String code) {
        return new ApiRefusal(401, code, Map.of(HttpHeaders.WWW_AUTHENTICATE, "Device realm=\"api\""));
    }
}
