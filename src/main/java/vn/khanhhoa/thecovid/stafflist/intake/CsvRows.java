package vn.khanhhoa.thecovid.stafflist.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Rows of a CSV file (RFC 4180) in UTF-8, with or without byte order mark. A row is numbered as a spreadsheet would show
 * it: a record with line breaks inside quotes counts once.
 */
final class CsvRows {
    private static final String SEPARATORS = ",;\t";
    private static final int ROWS_LOOKED_AT = 60;
    /** Beyond this a quotation mark was never closed. */
    private static final int LONGEST_CELL = 1 << 20;

    private final byte[] file;
    private final int start;
    private final ReadingLimits limits;

    CsvRows(byte[] file, ReadingLimits limits) {
        this.file = file;
        this.limits = limits;
        this.start =
                file.length >= 3 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF ? 3 : 0;
        requireUtf8();
    }

    private void requireUtf8() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file, start, file.length - start);
        CharBuffer characters = CharBuffer.allocate(1 << 13);
        CoderResult result;
        do {
            characters.clear();
            result = decoder.decode(bytes, characters, true);
        } while (result.isOverflow());
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += file[i] == '\n' ? 1 : 0;
            }
            throw new Refusal(UnreadableCode.NOT_UTF8, line);
        }
    }

    /** The separator by which the most headings of the template are found. */
    char separator(HeaderMatch.Headings headings) {
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

    /** Hands over each row until there are no more or the taker has had enough, which it says by false. */
    void forEach(char separator, Predicate<RawRow> taker) {
        RawRow row = new RawRow(limits.columns());
        int number = 0;
        InputStream bytes = new ByteArrayInputStream(file, start, file.length - start);
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
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
            String text = csv.getField(i);
            if (text.length() > limits.cellLength()) {
                row.fault(i, ProblemCode.CELL_TOO_LONG);
                text = text.substring(0, limits.cellLength());
            }
            row.set(i, text);
        }
    }
}
