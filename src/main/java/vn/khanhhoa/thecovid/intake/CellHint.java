package vn.khanhhoa.thecovid.intake;

/** What a spreadsheet knows of a cell beyond its text, where that helps to tell what was meant. */
public enum CellHint {
    /** A number, so zeros in front of it may be lost. */
    NUMBER,
    /** A day count that is shown as a date, so day and month may have been turned around before. */
    DATE,
    /** A day count from 1900 to 2030 that is shown as a date: a year typed into a cell made for dates. */
    YEAR_AS_DATE
}
