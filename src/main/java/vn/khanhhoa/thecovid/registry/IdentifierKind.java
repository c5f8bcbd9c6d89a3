package vn.khanhhoa.thecovid.registry;

/** What an organisation is known by; which of them depends on its type. */
public enum IdentifierKind {
    TAX_CODE,
    /** Number of the founding decision or licence. */
    ESTABLISHMENT_NO,
    /** Registration number of a household business. */
    HOUSEHOLD_NO,
    /** Code of a state agency; where it is that of an agency in the catalogue, the organisation is that agency. */
    AGENCY_CODE,
    NONE
}
