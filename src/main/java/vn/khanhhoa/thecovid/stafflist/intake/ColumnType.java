package vn.khanhhoa.thecovid.stafflist.intake;

/** How the text of a column is understood and checked. A template may have each of the named types at most once. */
public enum ColumnType {
    /** Running number of the sender; says nothing by itself, so a row with nothing else is blank. */
    ORDINAL,
    TEXT,
    NAME,
    /** dd/MM/yyyy, MM/yyyy or yyyy. */
    BIRTH_DATE,
    SEX,
    DOCUMENT_KIND,
    IDENTITY_NUMBER,
    PHONE,
    SOCIAL_INSURANCE,
    /** A commune, by code or by a name that only one has. */
    AREA,
    WORKPLACE,
    /** One or more codes between semicolons or commas. */
    ACTIVITIES,
    VALID_FROM,
    VALID_TO,
    DATE,
    CHOICE,
    YES_NO
}
