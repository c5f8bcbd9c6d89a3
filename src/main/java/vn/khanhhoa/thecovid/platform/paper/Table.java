package vn.khanhhoa.thecovid.platform.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a {@link Flow}. On each page on which they go on the heads of the columns are drawn again. A row stands on one page, with
 * smaller letters where it has very much to say.
 */
public final class Table {
    private static final double PADDING = 1.4;
    private static final double RULE = 0.5;

    /** @param size in points @param ruled with a line below each row */
    public record Style(double size, boolean ruled) {}

    /** A row laid out, before it is known where it will stand. */
    private record Row(List<Cell> cells, List<List<TextBox>> boxes, double height) {}

    private final Flow flow;
    private final Style style;
    private final double[] lefts;
    private Row heads = new Row(List.of(), List.of(), 0);

    Table(Flow flow, Style style, double[] widths) {
        this.flow = flow;
        this.style = style;
        this.lefts = new double[widths.length + 1];
        double whole = Arrays.stream(widths).sum();
        lefts[0] = Flow.MARGIN;
        for (int column = 0; column < widths.length; column++) {
            lefts[column + 1] = lefts[column] + Flow.INNER * widths[column] / whole;
        }
    }

    public void heads(List<String> words) throws IOException {
        Row row = laidOut(
                words.stream().map(word -> Cell.head(Typeface.BOLD, word)).toList());
        flow.room(2 * row.height());
        double top = flow.y();
        flow.pen().part(TaggedPdf.ROW, () -> {
            for (int column = 0; column < words.size(); column++) {
                int at = column;
                flow.pen().headCell(TaggedPdf.HeadOf.COLUMN, () -> draw(row, at, top));
            }
        });
        end(row);
        heads = row;
    }

    public void row(Cell... cells) throws IOException {
        Row row = laidOut(List.of(cells));
        if (!flow.hasRoom(row.height())) {
            flow.room(row.height());
            drawHeadsAgain();
        }
        double top = flow.y();
        flow.pen().part(TaggedPdf.ROW, () -> {
            for (int column = 0; column < cells.length; column++) {
                int at = column;
                if (cells[column].isHead()) {
                    flow.pen().headCell(TaggedPdf.HeadOf.ROW, () -> draw(row, at, top));
                } else {
                    flow.pen().content(TaggedPdf.CELL, () -> draw(row, at, top));
                }
            }
        });
        strike(row, top);
        end(row);
    }

    private Row laidOut(List<Cell> cells) {
        double room = Flow.BOTTOM - Flow.MARGIN - heads.height() - 2 * PADDING;
        List<List<TextBox>> boxes = new ArrayList<>();
        double height = 0;
        for (Cell cell : cells) {
            double width = lefts[boxes.size() + 1] - lefts[boxes.size()] - 2 * PADDING;
            List<TextBox> texts = cell.pieces().stream()
                    .map(piece -> TextBox.fit(
                            piece.typeface(),
                            piece.text(),
                            width,
                            room / cell.pieces().size(),
                            style.size(),
                            Flow.SMALLEST))
                    .toList();
            boxes.add(texts);
            height =
                    Math.max(height, texts.stream().mapToDouble(TextBox::height).sum());
        }
        return new Row(cells, boxes, height + 2 * PADDING);
    }

    private void drawHeadsAgain() {
        double top = flow.y();
        flow.pen().again(() -> {
            for (int column = 0; column < heads.cells().size(); column++) {
                draw(heads, column, top);
            }
        });
        end(heads);
    }

    private void draw(Row row, int column, double top) {
        double left = lefts[column] + PADDING;
        double y = top + PADDING;
        for (TextBox box : row.boxes().get(column)) {
            if (y > top + PADDING) {
                flow.pen().text(" ", box.typeface(), box.size(), Ink.TEXT, left, y);
            }
            y = box.draw(flow.pen(), Ink.TEXT, left, y);
        }
    }

    private void strike(Row row, double top) {
        for (int column = 0; column < row.cells().size(); column++) {
            double y = top + PADDING;
            List<Cell.Piece> pieces = row.cells().get(column).pieces();
            for (int piece = 0; piece < pieces.size(); piece++) {
                TextBox box = row.boxes().get(column).get(piece);
                if (pieces.get(piece).struck()) {
                    box.strike(flow.pen(), Ink.TEXT, lefts[column] + PADDING, y);
                }
                y += box.height();
            }
        }
    }

    private void end(Row row) {
        flow.gap(row.height());
        if (style.ruled()) {
            flow.pen().line(Ink.RULE, RULE, Flow.MARGIN, flow.y(), Flow.MARGIN + Flow.INNER, flow.y());
        }
    }
}
