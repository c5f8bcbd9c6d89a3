package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form template with the versions that count today.
 *
 * @param inForce null where none has begun
 * @param coming published for a later day
 */
public record FormOverview(
        String code,
        @Nullable FormVersion inForce,
        List<FormVersion> coming,
        @Nullable FormVersion draft) {
    /** The one that says best what the form is: in force, else coming, else the draft. */
    public FormVersion shown() {
        return Optional.ofNullable(inForce)
                .or(() -> coming.stream().findFirst())
                .or(() -> Optional.ofNullable(draft))
                .orElseThrow();
    }
}
