package vn.khanhhoa.thecovid.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/**
 * The table of a page (HTML) whose headings are those of the form; the first, if there are several. Payroll programs
 * write such pages and call them {@code .xls}. Of a table within a table only the inner one is taken for data.
 */
final class PageTable implements ListTable {
    private static final int NOT_FOUND = -1;

    private final byte[] file;
    private final TextEncoding encoding;
    private final ReadingLimits limits;
    private int number = NOT_FOUND;

    PageTable(byte[] file, ReadingLimits limits, Headings headings) {
        this.file = file;
        this.limits = limits;
        this.encoding = TextEncoding.of(file);
        walk((table, row) -> {
            if (headings.match(row).isHeader()) {
                number = table;
            }
            return number == NOT_FOUND;
        });
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public boolean hidden() {
        return false;
    }

    @Override
    public void forEach(Predicate<RawRow> taker) {
        walk((table, row) -> table <= number && (table != number || taker.test(row)));
    }

    private void walk(PageRows.Taker taker) {
        try {
            new PageRows(encoding.reader(file), encoding.isDecomposed(), limits, taker).read();
        } catch (IOException notFromMemory) {
            throw new UncheckedIOException(notFromMemory);
        }
    }
}
