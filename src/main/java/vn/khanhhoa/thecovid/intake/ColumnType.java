package vn.khanhhoa.thecovid.intake;

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
    /** A sector of the Vietnamese classification (VSIC), by code or name. */
    SECTOR,
    VALID_FROM,
    VALID_TO,
    /** dd/MM/yyyy, within {@link ColumnBounds} if the column has them. */
    DATE,
    CHOICE,
    YES_NO,
    /** A whole number, within {@link ColumnBounds} if the column has them. */
    NUMBER,
    /** 08:30, 8h30. */
    TIME_OF_DAY,
    /** A day, and the time of day as far as it is told; within {@link ColumnBounds} if the column has them. */
    DATE_TIME,
    /** Registration plate of a road vehicle: civil, military or diplomatic. */
    PLATE,
    /** Registration number of a fishing boat, as KH-12345-TS. */
    VESSEL_NUMBER,
    /** Tax code of an enterprise or its branch, or the personal number that serves as one since July 2025. */
    TAX_CODE
}
