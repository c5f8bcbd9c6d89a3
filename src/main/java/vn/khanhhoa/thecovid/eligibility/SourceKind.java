package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;

/** What the records of a source tell of. */
public enum SourceKind {
    /** Doses. */
    VACCINATION(FacilityKind.VACCINATION_SITE),
    /** Samples and what became of them. */
    TESTING(FacilityKind.LABORATORY),
    /** Recoveries. */
    TREATMENT(FacilityKind.HOSPITAL);

    private final FacilityKind usual;

    SourceKind(FacilityKind usual) {
        this.usual = usual;
    }

    /** What most of its facilities are. */
    public FacilityKind usualFacility() {
        return usual;
    }

    public String key() {
        return "eligibility.source-kind." + name().toLowerCase(Locale.ROOT);
    }

    /** What its facilities count a day. */
    public String unitKey() {
        return "eligibility.source-unit." + name().toLowerCase(Locale.ROOT);
    }
}
