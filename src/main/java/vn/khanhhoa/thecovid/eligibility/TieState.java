package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;
import vn.khanhhoa.thecovid.person.Grade;

/** Whether those whom records are about are a person of the portal. */
public enum TieState {
    /** One person: what the records say counts for them. */
    TIED("good"),
    /** Somebody has to look at both sides. */
    OPEN("progress"),
    /** They cannot both be right, and the source has to mend what is wrong. */
    CONFLICT("warn"),
    /** Two people. */
    APART("neutral");

    private final String tone;

    TieState(String tone) {
        this.tone = tone;
    }

    /** What a grade comes to before anybody has looked. */
    static TieState of(Grade grade) {
        if (grade.isCertain()) {
            return TIED;
        }
        return grade == Grade.X ? CONFLICT : OPEN;
    }

    public String tone() {
        return tone;
    }

    public String key() {
        return "eligibility.tie-state." + name().toLowerCase(Locale.ROOT);
    }
}
