package vn.khanhhoa.thecovid.intake;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rows of one sheet of an old workbook. Cells may stand in any order, and some programs write them column by column,
 * so the first walk notes where each stands and the second takes them row by row.
 */
final class OldSheetCells {
    private static final int ROW = 0x208;
    private static final int LABEL_SST = 0xFD;
    private static final int LABEL = 0x204;
    private static final int RICH_LABEL = 0xD6;
    private static final int NUMBER = 0x203;
    private static final int SHORT_NUMBER = 0x27E;
    private static final int SHORT_NUMBERS = 0xBD;
    private static final int FORMULA = 0x06;
    private static final int TEXT_OF_FORMULA = 0x207;
    private static final int BOOL_OR_ERROR = 0x205;

    private static final int NO_NUMBER = 0xFFFF;
    private static final int HIDDEN = 0x20;
    private static final int SHORT_NUMBER_LENGTH = 6;

    private final BiffRecords records;
    private final List<String> texts;
    private final CellFormats formats;
    private final ReadingLimits limits;
    private final BitSet hidden = new BitSet();
    /** Row in the upper half, position of the record in the lower. */
    private long[] cells = new long[1024];

    private int count;

    OldSheetCells(BiffRecords records, List<String> texts, CellFormats formats, ReadingLimits limits) {
        this.records = records;
        this.texts = texts;
        this.formats = formats;
        this.limits = limits;
    }

    /** @param taker see {@link ListTable#forEach} */
    void forEach(Predicate<RawRow> taker) {
        note();
        Arrays.sort(cells, 0, count);
        RawRow row = new RawRow(limits.columns());
        int at = 0;
        while (at < count) {
            int number = (int) (cells[at] >>> 32);
            row.begin(number + 1, hidden.get(number));
            for (; at < count && (int) (cells[at] >>> 32) == number; at++) {
                records.goTo((int) cells[at]);
                readCell(row, records.next());
            }
            if (!taker.test(row)) {
                return;
            }
        }
    }

    private void note() {
        int depth = 1;
        for (int type = records.next(); type >= 0 && depth > 0; type = records.next()) {
            if (type == BiffRecords.BOF) {
                depth++;
            } else if (type == BiffRecords.EOF) {
                depth--;
            } else if (depth == 1) {
                note(type);
            }
        }
    }

    private void note(int type) {
        switch (type) {
            case ROW -> {
                int number = records.u16();
                records.skip(10);
                hidden.set(number, (records.u16() & HIDDEN) != 0);
            }
            case LABEL_SST, LABEL, RICH_LABEL, NUMBER, SHORT_NUMBER, SHORT_NUMBERS, FORMULA, BOOL_OR_ERROR -> {
                if (count == cells.length) {
                    cells = Arrays.copyOf(cells, count * 2);
                }
                cells[count++] = (long) records.u16() << 32 | records.start();
            }
            default -> {
                // Has no content of a cell.
            }
        }
    }

    private void readCell(RawRow row, int type) {
        records.skip(2);
        int column = records.u16();
        if (type == SHORT_NUMBERS) {
            for (int at = column; records.left() >= SHORT_NUMBER_LENGTH; at++) {
                int style = records.u16();
                number(row, at, shortNumber(records.i32()), style);
            }
            return;
        }
        int style = records.u16();
        switch (type) {
            case LABEL_SST -> {
                int index = records.i32();
                if (index < 0 || index >= texts.size()) {
                    throw new Refusal(UnreadableCode.DAMAGED);
                }
                text(row, column, texts.get(index), style);
            }
            case LABEL, RICH_LABEL -> text(row, column, records.text(records.u16(), limits.cellLength() + 1), style);
            case NUMBER -> number(row, column, records.real(), style);
            case SHORT_NUMBER -> number(row, column, shortNumber(records.i32()), style);
            case BOOL_OR_ERROR -> {
                int value = records.u8();
                boolOrError(row, column, value, records.u8() == 1);
            }
            default -> formula(row, column, style);
        }
    }

    /** 30 bits of a whole number or of the upper half of a real one, and whether it counts hundredths. */
    private static double shortNumber(int packed) {
        double value = (packed & 2) != 0 ? packed >> 2 : Double.longBitsToDouble((long) (packed & ~3) << 32);
        return (packed & 1) != 0 ? value / 100 : value;
    }

    private void number(RawRow row, int column, double value, int style) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return;
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        formats.set(row, column, whole ? Long.toString((long) value) : Double.toString(value), style);
    }

    private void text(RawRow row, int column, String text, int style) {
        String kept = text;
        if (text.length() > limits.cellLength()) {
            row.fault(column, ProblemCode.CELL_TOO_LONG);
            kept = text.substring(0, limits.cellLength());
        }
        row.set(column, kept, null, formats.font(style));
    }

    private static void boolOrError(RawRow row, int column, int value, boolean error) {
        if (error) {
            row.fault(column, ProblemCode.FORMULA_ERROR);
            row.set(column, "#");
        } else {
            row.set(column, Integer.toString(value));
        }
    }

    /** A formula counts by the value that it last had; a text stands in a record behind it. */
    private void formula(RawRow row, int column, int style) {
        int low = records.i32();
        int high = records.i32();
        if (high >>> 16 != NO_NUMBER) {
            number(row, column, Double.longBitsToDouble((long) high << 32 | Integer.toUnsignedLong(low)), style);
            return;
        }
        int value = low >>> 16 & 0xFF;
        switch (low & 0xFF) {
            case 0 -> {
                int behind = records.next();
                // A formula shared by cells, or an array, stands between.
                for (int passed = 0; passed < 3 && behind >= 0 && behind != TEXT_OF_FORMULA; passed++) {
                    behind = records.next();
                }
                if (behind == TEXT_OF_FORMULA) {
                    text(row, column, records.text(records.u16(), limits.cellLength() + 1), style);
                }
            }
            case 1 -> boolOrError(row, column, value, false);
            case 2 -> boolOrError(row, column, value, true);
            default -> {
                // An empty text.
            }
        }
    }
}
