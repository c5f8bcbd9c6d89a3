package vn.khanhhoa.thecovid.review;

/** A reason of the catalogue: the name is for the agency only, the text goes to the organisation. */
public record Reason(String code, String nameVi, String nameEn, String textVi, String textEn) {
    /** Says nothing by itself. */
    private static final String OTHER = "R99";

    /** Whether it says nothing without the agency's own words. */
    public boolean needsText() {
        return code.equals(OTHER);
    }

    /** Whether nobody decides by it alone. */
    public boolean isProposal() {
        return code.equals(SecondLook.FORGERY);
    }
}
