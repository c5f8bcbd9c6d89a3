package vn.khanhhoa.thecovid.stafflist.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list by M01 as it really comes, with what is known to be true of every line. The same seed makes the same list.
 *
 * <p>The truth is what a careful human can decide from the file alone, with no register at hand. A column is meant to be
 * some value where that human would write it down; it is doubtful where he would ask back: because it is empty, cannot be
 * what it should be, contradicts its neighbours, or may be one of several. Where the file says something that is wrong but
 * that nobody could see (another person's valid number, a name spelled unlike the register's), what the file says is the
 * truth: finding that out takes a register, and is not a matter of intake.
 *
 * <p>A digit left out of a number of nine digits leaves eight; typed into a number cell, that is the same as a zero lost
 * in front, for humans too. Such slips are therefore made in text cells only.
 */
public final class GeneratedList {
    /**
     * A line of the list.
     *
     * @param cells in the order of the columns
     * @param hints what a workbook tells of its cells; a CSV file tells nothing
     * @param meant by column, as {@link #text(CellValue)} writes values
     * @param doubtful columns of which the sender is to be told; {@code a|b} for two that contradict each other, where
     *     either will do
     * @param faults what was done to the line
     */
    public record Line(
            List<String> cells,
            Map<Integer, CellHint> hints,
            Map<String, String> meant,
            Set<String> doubtful,
            Set<String> faults) {
        ListRow row(int number) {
            return new ListRow(number, cells, List.of(), hints, "", Set.of());
        }
    }

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private final List<Line> lines = new ArrayList<>();

    private GeneratedList(int count, long seed, ReferenceLists lists, LocalDate today) {
        Random random = new Random(seed);
        GeneratedLine.Habit habit = GeneratedLine.Habit.of(random);
        for (int i = 0; i < count; i++) {
            boolean again = i > 0 && random.nextInt(100) == 0;
            GeneratedLine line = again
                    ? GeneratedLine.again(lines.get(random.nextInt(lines.size())), i)
                    : new GeneratedLine(random, habit, lists, today, seed, i);
            lines.add(line.finish());
        }
    }

    public static GeneratedList m01(int count, long seed) {
        return m01(count, seed, ListFiles.LISTS, ListFiles.TODAY);
    }

    /** With the portal's own communes, workplaces and activities; the first commune's name must be its alone. */
    public static GeneratedList m01(int count, long seed, ReferenceLists lists, LocalDate today) {
        return new GeneratedList(count, seed, lists, today);
    }

    public List<Line> lines() {
        return lines;
    }

    public byte[] csv() {
        return ListFiles.csv(
                ListFiles.headings(), lines.stream().map(Line::cells).toList(), ',', true);
    }

    /** With number cells and day cells where the hints say so. */
    public byte[] xlsx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            for (int column = 0; column < ListFiles.headings().size(); column++) {
                sheet.value(0, column, ListFiles.headings().get(column));
            }
            for (int row = 0; row < lines.size(); row++) {
                Line line = lines.get(row);
                for (int column = 0; column < line.cells().size(); column++) {
                    if (!line.cells().get(column).isEmpty()) {
                        write(sheet, row + 1, column, line);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Line line) {
        String text = line.cells().get(column);
        CellHint hint = line.hints().get(column);
        if (hint == CellHint.NUMBER) {
            sheet.value(row, column, Long.parseLong(text));
        } else if (hint != null) {
            LocalDate day = DateParts.parse(text).flatMap(DateParts::toDay).orElseThrow();
            sheet.value(row, column, ChronoUnit.DAYS.between(EPOCH, day));
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else {
            sheet.value(row, column, text);
        }
    }

    /** A value as the truth has it. */
    static String text(CellValue value) {
        if (value instanceof CellValue.Text text) {
            return text.text();
        } else if (value instanceof CellValue.Coded coded) {
            return coded.code();
        } else if (value instanceof CellValue.Codes codes) {
            return String.join(" ", codes.codes());
        } else if (value instanceof CellValue.BirthDate birth) {
            return BirthDateRule.text(birth);
        } else if (value instanceof CellValue.Day day) {
            return CellFormats.text(day.day());
        }
        return value.toString();
    }
}
