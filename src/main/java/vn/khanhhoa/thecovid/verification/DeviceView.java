package vn.khanhhoa.thecovid.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A device of a post.
 *
 * @param post where it is used; none for nowhere yet
 * @param codeUntil until when it can be signed in with the code that was given out; none where it was, or no code is left
 * @param signedInAt none while it never was
 */
public record DeviceView(
        PublicId id,
        String name,
        @Nullable PublicId post,
        String postName,
        Instant madeAt,
        @Nullable Instant codeUntil,
        @Nullable Instant signedInAt,
        @Nullable Instant lastSeenAt,
        @Nullable Instant shutOutAt) {
    public boolean isShutOut() {
        return shutOutAt != null;
    }

    /** Key of the word for how it stands. */
    public String key() {
        return isShutOut()
                ? "verification.device-shut-out"
                : signedInAt == null ? "verification.device-waiting" : "verification.device-signed-in";
    }

    public String tone() {
        return isShutOut() ? "bad" : signedInAt == null ? "progress" : "good";
    }
}
