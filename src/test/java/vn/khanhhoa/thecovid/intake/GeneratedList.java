package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A list as it really comes, with what is known to be true of every line. The same seed makes the same list.
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
final class GeneratedList {
    /**
     * A line of the list; all by column.
     *
     * @param hints what a workbook tells of its cells; a CSV file tells nothing
     * @param meant as {@link #text(CellValue)} writes values
     * @param doubtful columns of which the sender is to be told; {@code a|b} for two that contradict each other, where
     *     either will do
     * @param doubtfulUnlessRight columns that may come out as they were meant instead
     * @param faults what was done to the line
     */
    record Line(
            Map<String, String> cells,
            Map<String, CellHint> hints,
            Map<String, String> meant,
            Set<String> doubtful,
            Set<String> doubtfulUnlessRight,
            Set<String> faults) {}

    /**
     * How whoever made the file works: one for all its lines.
     *
     * @param tcvn3 how many in a hundred of the names that came from files in old fonts were typed in TCVN3; the others in VNI
     */
    record Habit(GeneratedFile.Kind kind, boolean monthFirst, boolean americanSpreadsheet, int tcvn3) {
        static Habit of(Random random) {
            GeneratedFile.Kind kind = GeneratedFile.Kind.any(random);
            int order = random.nextInt(50);
            return new Habit(kind, order == 0, kind.isWorkbook() && order == 1, 50 * random.nextInt(3));
        }

        boolean workbook() {
            return kind.isWorkbook();
        }

        boolean unicode() {
            return kind.isUnicode();
        }
    }

    /** The forms that lists are made by: workers, drivers, stallholders, foreigners, people without an organisation. */
    static final List<FormDefinition> FORMS = ListFiles.forms().definitions().stream()
            .filter(form -> Set.of("M01", "M03", "M04", "M09", "M10").contains(form.code()))
            .toList();

    private final List<Line> lines = new ArrayList<>();
    private final FormDefinition form;
    private final GeneratedFile file;

    GeneratedList(FormDefinition form, int count, long seed, ReferenceLists lists, LocalDate today) {
        this.form = form;
        Random random = new Random(seed);
        Habit habit = Habit.of(random);
        this.file = new GeneratedFile(habit.kind(), form, random);
        for (int i = 0; i < count; i++) {
            boolean again = i > 0 && random.nextInt(100) == 0;
            LineDraft draft = new LineDraft(random, habit, lists, form);
            lines.add(
                    again
                            ? GeneratedLine.again(lines.get(random.nextInt(lines.size())), draft, i)
                            : new GeneratedLine(draft, today, seed, i).finish());
        }
    }

    /** The list of a seed, by one form after the other. */
    static GeneratedList of(int count, long seed) {
        FormDefinition form = FORMS.get((int) Math.floorMod(seed, (long) FORMS.size()));
        return new GeneratedList(form, count, seed, ListFiles.LISTS, ListFiles.TODAY);
    }

    FormDefinition form() {
        return form;
    }

    GeneratedFile.Kind kind() {
        return file.kind();
    }

    List<Line> lines() {
        return lines;
    }

    byte[] bytes() {
        return file.bytes(lines);
    }

    /** The line that stands in a row of the file. */
    Line line(int row) {
        return lines.get(row - file.firstRow());
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
