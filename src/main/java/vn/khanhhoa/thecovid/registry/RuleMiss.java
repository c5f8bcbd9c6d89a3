package vn.khanhhoa.thecovid.registry;

import java.util.List;
import java.util.Locale;

/** Why a rule does not answer a question: a condition that is not met, or no agency to send it to. */
public enum RuleMiss {
    TEMPLATE,
    ORGANISATION_TYPE,
    SECTOR,
    AREA,
    ZONE,
    HEADCOUNT,
    MANY_DISTRICTS,
    /** The conditions are met, but no agency of that kind serves the area, or none has that code. */
    NO_AGENCY,
    /** The agency would decide on its own people, and the rule does not allow that. */
    OWN_PEOPLE;

    static final List<RuleMiss> CONDITIONS =
            List.of(TEMPLATE, ORGANISATION_TYPE, SECTOR, AREA, ZONE, HEADCOUNT, MANY_DISTRICTS);

    public String key() {
        return "registry.miss." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
