package vn.khanhhoa.thecovid.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/** The rows of one pack as the loader sees them: the pack's own file where there is one, else the common file. */
@NullUnmarked // a column that a file lacks fails the test that asks for it
record ReferencePack(String name) {
    static final Path HOME = Path.of("sql", "reference");

    static List<String> tables() {
        return lines(HOME.resolve("order.txt"));
    }

    List<Map<String, String>> rows(String table) {
        Path own = HOME.resolve(name).resolve(table + ".csv");
        Path file = Files.exists(own) ? own : HOME.resolve("common").resolve(table + ".csv");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The rows that are in force with an open end. */
    List<Map<String, String>> open(String table) {
        return rows(table).stream().filter(row -> row.get("valid_to").isEmpty()).toList();
    }

    Set<String> codes(String table) {
        return open(table).stream().map(row -> row.get("code")).collect(Collectors.toSet());
    }

    /** The agencies of a kind for an area: its own, or those of the nearest area above it that has one. */
    List<String> agencies(String kind, String area) {
        for (Optional<String> at = Optional.of(area); at.isPresent(); at = above(at.get())) {
            String code = at.get();
            List<String> here = open("agency").stream()
                    .filter(row ->
                            row.get("kind").equals(kind) && row.get("area_code").equals(code))
                    .map(row -> row.get("code"))
                    .toList();
            if (!here.isEmpty()) {
                return here;
            }
        }
        return List.of();
    }

    private Optional<String> above(String area) {
        return rows("area").stream()
                .filter(row -> row.get("code").equals(area))
                .map(row -> row.get("parent_code"))
                .filter(parent -> !parent.isEmpty())
                .findFirst();
    }

    static List<Path> files() {
        try (Stream<Path> all = Files.walk(HOME)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }
}
