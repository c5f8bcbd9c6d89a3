package vn.khanhhoa.thecovid.card.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.khanhhoa.thecovid.platform.paper.Ink;
import vn.khanhhoa.thecovid.platform.paper.Pen;
import vn.khanhhoa.thecovid.platform.paper.TaggedPdf;
import vn.khanhhoa.thecovid.platform.paper.TextBox;
import vn.khanhhoa.thecovid.platform.paper.Typeface;

/** The sheet on which people sign that they got their cards: name, card number, room for the signature. */
final class HandOver {
    private static final double WIDTH = 210;
    private static final double HEIGHT = 297;
    private static final double MARGIN = 18;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double TOP = 46;
    private static final double ROW = 11;
    private static final double HEAD = 8;
    private static final double PADDING = 1.5;
    private static final double FOOT = HEIGHT - 44;
    private static final double[] COLUMNS = {0, 14, 84, 122, INNER};
    private static final int ROWS = (int) ((FOOT - TOP - HEAD) / ROW);

    private record Line(String name, String number) {}

    private final Wording words;
    private final String whose;
    private final List<Line> lines = new ArrayList<>();

    /** @param whose cards these are: a list, an organisation, an agency */
    HandOver(Wording words, String whose) {
        this.words = words;
        this.whose = whose;
    }

    void add(CardFace face) {
        lines.add(new Line(Typeface.REGULAR.printable(face.fullName()), face.number()));
    }

    void draw(TaggedPdf pdf) throws IOException {
        for (int first = 0; first < lines.size(); first += ROWS) {
            pdf.page(WIDTH, HEIGHT);
            Pen pen = new Pen(pdf);
            int from = first;
            int to = Math.min(lines.size(), first + ROWS);
            pdf.part(TaggedPdf.PART, () -> page(pen, from, to));
        }
    }

    private void page(Pen pen, int first, int last) throws IOException {
        pen.content(
                TaggedPdf.TITLE,
                () -> TextBox.line(Typeface.BOLD, words.say("hand-over.title"), INNER, 16, 9)
                        .draw(pen, Ink.TEXT, MARGIN, 18));
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.fit(Typeface.REGULAR, whose, INNER, 9, 10, 7).draw(pen, Ink.TEXT, MARGIN, 27));
        pen.content(
                TaggedPdf.TEXT,
                () -> TextBox.line(
                                Typeface.REGULAR,
                                words.say("hand-over.count", first + 1, last, lines.size()),
                                INNER,
                                9,
                                7)
                        .draw(pen, Ink.LABEL, MARGIN, 37));
        double bottom = TOP + HEAD + (last - first) * ROW;
        for (double y = TOP + HEAD; y <= bottom + 0.1; y += ROW) {
            pen.line(Ink.RULE, 0.6, MARGIN, y, MARGIN + INNER, y);
        }
        pen.part(TaggedPdf.TABLE, () -> {
            pen.part(TaggedPdf.ROW, () -> {
                String[] heads = {"no", "name", "number", "signature"};
                for (int column = 0; column < heads.length; column++) {
                    String head = words.say("hand-over." + heads[column]);
                    int at = column;
                    pen.headCell(
                            TaggedPdf.HeadOf.COLUMN, () -> cell(pen, Typeface.BOLD, head, 8.5, at, TOP + HEAD - 2.2));
                }
            });
            for (int row = first; row < last; row++) {
                Line line = lines.get(row);
                double top = TOP + HEAD + (row - first) * ROW;
                double base = top + 7;
                String number = String.valueOf(row + 1);
                TextBox name = TextBox.fit(Typeface.REGULAR, line.name(), width(1), ROW - 2, 10.5, 7);
                double middle = top + (ROW - name.height()) / 2;
                pen.part(TaggedPdf.ROW, () -> {
                    pen.content(TaggedPdf.CELL, () -> cell(pen, Typeface.REGULAR, number, 10.5, 0, base));
                    pen.content(TaggedPdf.CELL, () -> name.draw(pen, Ink.TEXT, MARGIN + COLUMNS[1], middle));
                    pen.content(TaggedPdf.CELL, () -> cell(pen, Typeface.REGULAR, line.number(), 10.5, 2, base));
                    pen.content(TaggedPdf.CELL, () -> cell(pen, Typeface.REGULAR, "", 10.5, 3, base));
                });
            }
        });
        pen.content(TaggedPdf.TEXT, () -> {
            double y = FOOT + 4;
            pen.text(words.say("hand-over.date") + " ", Typeface.REGULAR, 9.5, Ink.TEXT, MARGIN, y);
            pen.text(words.say("hand-over.giver"), Typeface.REGULAR, 9.5, Ink.TEXT, MARGIN, y + 7);
        });
    }

    private static void cell(Pen pen, Typeface typeface, String text, double size, int column, double base) {
        TextBox.line(typeface, text, width(column), size, 6).drawLeft(pen, Ink.TEXT, MARGIN + COLUMNS[column], base);
    }

    private static double width(int column) {
        return COLUMNS[column + 1] - COLUMNS[column] - PADDING;
    }
}
