package vn.khanhhoa.thecovid.stafflist.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of {@code src/test/resources/lists} is read as the text beside it says. With {@code -Dlists.write=true} the
 * texts are written anew, to be looked through before they are kept.
 */
class GoldenListsTest {
    private static final Path FOLDER = Path.of("src/test/resources/lists");
    private static final String EXPECTED = ".expected.txt";

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
        Reading reading =
                new ListReader(ReadingLimits.DEFAULT).read(file, ListFiles.formWithAliases(), choices, rows::add);
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
        rows.forEach(row -> tell(row, told));
        return told.toString();
    }

    private static void tell(ListRow row, StringBuilder told) {
        told.append("row ").append(row.number());
        told.append(row.ref().isEmpty() ? "" : " ref " + row.ref()).append('\n');
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cells().get(i).isEmpty()) {
                told.append("  ")
                        .append(ListFiles.form().columns().get(i).key())
                        .append(" = ");
                told.append(row.cells().get(i));
                told.append(row.hints().containsKey(i) ? "  (" + row.hints().get(i) + ")" : "");
                told.append('\n');
            }
        }
        row.problems()
                .forEach(problem -> told.append("  ! ")
                        .append(problem.columnKey())
                        .append(' ')
                        .append(problem.code().key())
                        .append('\n'));
        row.repairs()
                .forEach(repair -> told.append("  ~ ")
                        .append(repair.columnKey())
                        .append(' ')
                        .append(repair.kind())
                        .append(" given ")
                        .append(repair.given())
                        .append('\n'));
    }
}
