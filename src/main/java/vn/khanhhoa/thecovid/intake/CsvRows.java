package vn.khanhhoa.thecovid.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180) with commas, semicolons or tabs; for its encoding see {@link TextEncoding}. A row is
 * numbered as a spreadsheet would show it: a record with line breaks inside quotes counts once.
 */
final class CsvRows implements ListTable {
    private static final String SEPARATORS = ",;\t";
    private static final int ROWS_LOOKED_AT = 60;
    /** Beyond this a quotation mark was never closed. */
    private static final int LONGEST_CELL = 1 << 20;

    private static final TextEncoding AS_IT_STANDS = new TextEncoding(StandardCharsets.ISO_8859_1, 0);

    private final byte[] file;
    private final TextEncoding encoding;
    private final ReadingLimits limits;
    private final char separator;

    CsvRows(byte[] file, ReadingLimits limits, Headings headings) {
        this.file = file;
        this.limits = limits;
        @Nullable Refusal unclear = null;
        TextEncoding known = AS_IT_STANDS;
        try {
            known = TextEncoding.of(file);
        } catch (Refusal notKnown) {
            unclear = notKnown;
        }
        this.encoding = known;
        this.separator = separator(headings);
        // Where letters are lost, no other way of reading the file brings them back.
        requireLetters();
        if (unclear != null) {
            throw unclear;
        }
    }

    private void requireLetters() {
        LostLetters letters = new LostLetters();
        try {
            forEach(separator, letters::look);
        } catch (Refusal broken) {
            return; // which reading the rows tells
        }
        letters.requireFew();
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
        forEach(separator, taker);
    }

    /** The separator by which the most headings of the template are found. */
    private char separator(Headings headings) {
        char best = SEPARATORS.charAt(0);
        int most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            int[] known = {0};
            try {
                forEach(SEPARATORS.charAt(i), row -> {
                    known[0] = Math.max(known[0], headings.match(row).matched());
                    return row.number() < ROWS_LOOKED_AT;
                });
            } catch (Refusal wrongSeparator) {
                continue;
            }
            if (known[0] > most) {
                most = known[0];
                best = SEPARATORS.charAt(i);
            }
        }
        return best;
    }

    private void forEach(char separator, Predicate<RawRow> taker) {
        RawRow row = new RawRow(limits.columns());
        int number = 0;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(encoding.reader(file))) {
            for (CsvRecord csv : records) {
                row.begin(++number);
                fill(row, csv);
                if (!taker.test(row)) {
                    return;
                }
            }
        } catch (CsvParseException broken) {
            throw new Refusal(UnreadableCode.BROKEN_QUOTES, number + 1);
        } catch (IOException notFromMemory) {
            throw new UncheckedIOException(notFromMemory);
        }
    }

    private void fill(RawRow row, CsvRecord csv) {
        for (int i = 0; i < csv.getFieldCount(); i++) {
            String text = encoding.isDecomposed()
                    ? Normalizer.normalize(csv.getField(i), Normalizer.Form.NFC)
                    : csv.getField(i);
            if (text.length() > limits.cellLength()) {
                row.fault(i, ProblemCode.CELL_TOO_LONG);
                text = text.substring(0, limits.cellLength());
            }
            row.set(i, text);
        }
    }
}
