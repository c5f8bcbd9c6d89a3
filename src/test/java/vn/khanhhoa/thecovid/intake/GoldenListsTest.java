package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of {@code src/test/resources/lists} is read and checked by the shipped form as the text beside it says: the
 * cells of each row, its problems and its repairs. With {@code -Dlists.write=true} the texts are written anew, to be looked
 * through before they are kept.
 */
class GoldenListsTest {
    static final Path FOLDER = Path.of("src/test/resources/lists");
    private static final String EXPECTED = ".expected.txt";
    private static final FormDefinition FORM = ListFiles.form();

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(EXPECTED) && !name.endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_read_as_written_beside_it(String name) throws IOException {
        byte[] file = Files.readAllBytes(FOLDER.resolve(name));
        String told = tell(file, ReadingChoices.NONE);
        Path expected = FOLDER.resolve(name + EXPECTED);
        if (Boolean.getBoolean("lists.write")) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected));
    }

    private static String tell(byte[] file, ReadingChoices choices) {
        List<ListRow> rows = new ArrayList<>();
        Reading reading = new ListReader(ReadingLimits.DEFAULT).read(file, FORM, choices, rows::add);
        StringBuilder told = new StringBuilder();
        if (reading instanceof Unreadable unreadable) {
            return "refused " + unreadable.code().key() + " " + unreadable.args() + "\n";
        }
        if (reading instanceof ReadingQuestion.WhichSheet which) {
            which.sheets()
                    .forEach(sheet -> told.append("sheet ")
                            .append(sheet.name())
                            .append(": ")
                            .append(sheet.rows())
                            .append(" rows\n"));
            which.sheets()
                    .forEach(sheet -> told.append("-- when chosen\n")
                            .append(tell(file, ReadingChoices.sheets(List.of(sheet.name())))));
            return told.toString();
        }
        if (reading instanceof ReadingQuestion.ConvertOldFont old) {
            told.append("font ").append(old.font()).append('\n');
            old.samples()
                    .forEach(sample -> told.append("  ")
                            .append(sample.given())
                            .append(" -> ")
                            .append(sample.converted())
                            .append('\n'));
            return told.append("-- when converted\n")
                    .append(tell(file, new ReadingChoices(choices.sheets(), Optional.of(true), Map.of())))
                    .toString();
        }
        FinishedReading finished = (FinishedReading) reading;
        told.append("read ").append(finished.rows()).append(" rows below row ").append(finished.headerRow());
        told.append(finished.sheet().isEmpty() ? "" : " of sheet " + finished.sheet());
        told.append(finished.version().map(version -> ", version " + version).orElse(""));
        told.append('\n');
        finished.differences().stream()
                .filter(difference -> difference.kind() != ColumnDifference.Kind.MISSING)
                .forEach(difference -> told.append(difference.kind())
                        .append(' ')
                        .append(difference.heading())
                        .append(' ')
                        .append(difference.columnKey())
                        .append('\n'));
        List<CheckedRow> checked = checked(rows);
        for (int i = 0; i < rows.size(); i++) {
            tell(rows.get(i), checked.get(i), told);
        }
        return told.toString();
    }

    private static List<CheckedRow> checked(List<ListRow> rows) {
        RowChecker checker = new RowChecker(FORM, ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        return checker.conclude(rows.stream().map(checker::check).toList());
    }

    private static void tell(ListRow row, CheckedRow checked, StringBuilder told) {
        told.append("row ").append(row.number());
        told.append(row.ref().isEmpty() ? "" : " ref " + row.ref());
        told.append(checked.isGood() ? "" : " bad").append('\n');
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cells().get(i).isEmpty()) {
                told.append("  ").append(FORM.columns().get(i).key()).append(" = ");
                told.append(visible(row.cells().get(i)));
                told.append(row.hints().containsKey(i) ? "  (" + row.hints().get(i) + ")" : "");
                told.append('\n');
            }
        }
        checked.problems()
                .forEach(problem -> told.append("  ! ")
                        .append(problem.columnKey())
                        .append(' ')
                        .append(problem.code().key())
                        .append(problem.args().isEmpty() ? "" : " " + problem.args())
                        .append('\n'));
        checked.repairs()
                .forEach(repair -> told.append("  ~ ")
                        .append(repair.columnKey())
                        .append(' ')
                        .append(repair.kind())
                        .append(' ')
                        .append(visible(repair.given()))
                        .append(" -> ")
                        .append(repair.repaired())
                        .append('\n'));
    }

    /** Characters that nobody sees, and those that only look like Vietnamese ones, by their numbers. */
    private static String visible(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.NON_SPACING_MARK
                                || Character.isSpaceChar(c) && c != ' '
                                || "\u00D0\u0189\u00F0\u0256".indexOf(c) >= 0
                        ? String.format("<%04X>", c)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }
}
