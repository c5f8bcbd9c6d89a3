package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What an officer said of people of the register.
 *
 * @param other none where records were parted from somebody and are nobody's
 * @param records statements of sources that a parting moved
 * @param undone when, by whom and why; none as long as it holds
 */
public record PeopleAct(
        PublicId id,
        Kind kind,
        FindingPeople.Found person,
        FindingPeople.@Nullable Found other,
        int records,
        Done done,
        @Nullable Done undone) {
    public enum Kind {
        /** Two are one. */
        MERGED,
        /** Records of one are another's, or nobody's. */
        PARTED;

        public String key() {
            return "eligibility.people.kind." + name().toLowerCase(Locale.ROOT);
        }
    }

    public record Done(String who, Instant at, String why) {}

    public boolean isInForce() {
        return undone == null;
    }
}
