package vn.khanhhoa.thecovid.access;

/** Whom an account acts for: one organisation, one agency, or neither; 0 means none. */
public record Affiliation(long organisationId, long agencyId) {
    public static final Affiliation NONE = new Affiliation(0, 0);

    public static Affiliation organisation(long id) {
        return new Affiliation(id, 0);
    }

    public static Affiliation agency(long id) {
        return new Affiliation(0, id);
    }
}
