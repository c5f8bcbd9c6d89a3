package vn.khanhhoa.thecovid.intake;

import java.util.function.Predicate;

/** One table of an uploaded file: a sheet, a table of a page, or the whole of a CSV file. May be walked through again. */
interface ListTable {
    /** Empty where tables of this kind of file have no names. */
    String name();

    boolean hidden();

    /** Hands over each row until there are no more or the taker has had enough, which it says by false. */
    void forEach(Predicate<RawRow> taker);
}
