package vn.khanhhoa.thecovid.eligibility.criteria;

/** What kind of value a term has, and so what a cell may say of it. */
public enum ValueType {
    YES_NO,
    /** How many, without a unit. */
    COUNT,
    /** The time since something, absent where it never was. */
    ELAPSED,
    /** Whole years of age, absent where no birth date is known. */
    AGE,
    DATE,
    DATE_TIME,
    /** Some of a list of codes, or none. */
    CODES
}
