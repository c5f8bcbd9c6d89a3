package vn.khanhhoa.thecovid.intake;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet, in one pass. Formulas count by the value they last had; what they would compute is never looked
 * at. Addresses that are missing are counted up, as ECMA-376 part 1 (18.3.1.4, 18.3.1.73) allows.
 */
final class SheetCells implements AutoCloseable {
    private static final int LAST_ROW = 1_048_576;
    private static final int LETTERS = 26;
    private static final int LONGEST_COLUMN_NAME = 3;

    private final PartXml xml;
    private final SharedTexts shared;
    private final CellFormats formats;
    private final ReadingLimits limits;
    private final XmlText text;
    private final XmlText index = new XmlText(20);

    SheetCells(PartXml xml, SharedTexts shared, CellFormats formats, ReadingLimits limits) {
        this.xml = xml;
        this.shared = shared;
        this.formats = formats;
        this.limits = limits;
        this.text = new XmlText(limits.cellLength() + 1);
    }

    /** Hands over each row until there are no more or the taker has had enough, which it says by false. */
    void forEach(Predicate<RawRow> taker) {
        if (!xml.findStart("sheetData")) {
            return;
        }
        RawRow row = new RawRow(limits.columns());
        int number = 0;
        for (PartXml.Event event = xml.next(); event != PartXml.Event.EOF; event = xml.next()) {
            if (event == PartXml.Event.START && xml.is("row")) {
                number = rowNumber(xml.attribute("r"), number + 1);
                row.begin(number, isOn(xml.attribute("hidden")));
                readRow(row);
                if (!taker.test(row)) {
                    return;
                }
            }
            // Goes on past the rows to the end of the part, where tags left open and a wrong check sum are met.
        }
    }

    private static boolean isOn(@Nullable String flag) {
        return flag != null && (flag.equals("1") || flag.equals("true"));
    }

    private static int rowNumber(@Nullable String address, int counted) {
        if (address == null) {
            return counted;
        }
        if (!CellText.isDigits(address) || address.length() > 7) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
        int number = Integer.parseInt(address);
        if (number < counted || number > LAST_ROW) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
        return number;
    }

    private void readRow(RawRow row) {
        int column = -1;
        while (true) {
            switch (xml.next()) {
                case START -> {
                    if (xml.is("c")) {
                        column = column(xml.attribute("r"), column + 1);
                        readCell(row, column);
                    }
                }
                case END -> {
                    if (xml.is("row")) {
                        return;
                    }
                }
                case EOF -> throw new Refusal(UnreadableCode.DAMAGED);
            }
        }
    }

    private static int column(@Nullable String address, int counted) {
        if (address == null) {
            return counted;
        }
        int column = 0;
        int at = 0;
        while (at < address.length() && at <= LONGEST_COLUMN_NAME && isLetter(address.charAt(at))) {
            column = column * LETTERS + ((address.charAt(at) & 0xDF) - 'A' + 1);
            at++;
        }
        if (at == 0 || at > LONGEST_COLUMN_NAME || column < 1) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
        return column - 1;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private void readCell(RawRow row, int column) {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        boolean number = type == null || "n".equals(type);
        boolean reference = "s".equals(type);
        XmlText value = reference ? index : text;
        value.clear();
        boolean inside = true;
        while (inside) {
            switch (xml.next()) {
                case START -> {
                    if (xml.is("v")) {
                        xml.text(value);
                    } else if (xml.is("is")) {
                        SharedTexts.collect(xml, "is", value);
                    }
                }
                case END -> inside = !xml.is("c");
                case EOF -> throw new Refusal(UnreadableCode.DAMAGED);
            }
        }
        if (value.isEmpty()) {
            return;
        }
        String taken = value.take();
        if (number && !value.isCut()) {
            formats.set(row, column, taken, style);
            return;
        }
        CellHint hint = null;
        if (reference) {
            taken = shared.get(taken);
        } else if ("d".equals(type)) {
            String day = CellFormats.isoDay(taken);
            hint = day.equals(taken) ? null : CellHint.DATE;
            taken = day;
        } else if ("e".equals(type)) {
            row.fault(column, ProblemCode.FORMULA_ERROR);
        }
        if (value.isCut() || taken.length() > limits.cellLength()) {
            row.fault(column, ProblemCode.CELL_TOO_LONG);
            taken = taken.substring(0, Math.min(taken.length(), limits.cellLength()));
        }
        row.set(column, taken, hint, formats.font(style));
    }

    @Override
    public void close() {
        xml.close();
    }
}
