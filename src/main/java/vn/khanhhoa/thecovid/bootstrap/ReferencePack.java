package vn.khanhhoa.thecovid.bootstrap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The data that a portal starts from. {@code order.txt} names the tables; beside it, {@code <name>.sql} is the statement
 * that makes one line of {@code <name>.csv} a row, with the columns of the file as named parameters. The file is taken
 * from the pack, or from {@code common}. The statements are idempotent, so a start that was cut off is simply repeated;
 * a finished pack is never loaded again, because from then on its rows are changed in the portal.
 */
final class ReferencePack {
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    private final Files files;

    /** Where the pack's files are: on the class path, or in a folder. */
    interface Files {
        Optional<InputStream> open(String path) throws IOException;
    }

    ReferencePack(Files files) {
        this.files = files;
    }

    static Files onClassPath() {
        return path -> Optional.ofNullable(ReferencePack.class.getResourceAsStream("/sql/reference/" + path));
    }

    static Files in(java.nio.file.Path folder) {
        return path -> {
            java.nio.file.Path file = folder.resolve(path);
            return java.nio.file.Files.exists(file)
                    ? Optional.of(java.nio.file.Files.newInputStream(file))
                    : Optional.empty();
        };
    }

    void load(Database database, String pack) {
        try (Connection connection = database.connectAsOwner()) {
            connection.setAutoCommit(false);
            if (isLoaded(connection, pack)) {
                return;
            }
            for (String name : text("order.txt").lines().map(String::strip).toList()) {
                if (!name.isEmpty()) {
                    loadTable(connection, name, pack);
                }
            }
            markLoaded(connection, pack);
            connection.commit();
        } catch (IOException | SQLException failure) {
            throw new StartFailure("the reference pack " + pack + " cannot be loaded", failure);
        }
    }

    /**
     * Adds what a later version of the portal brought to tables whose rows are never changed or taken away, only followed by
     * others: {@code completed.txt} names them.
     */
    void complete(Database database) {
        try (Connection connection = database.connectAsOwner()) {
            connection.setAutoCommit(false);
            for (String name : text("completed.txt").lines().map(String::strip).toList()) {
                loadTable(connection, name, "common");
            }
            connection.commit();
        } catch (IOException | SQLException failure) {
            throw new StartFailure("the reference data cannot be completed", failure);
        }
    }

    private static boolean isLoaded(Connection connection, String pack) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM platform_reference_pack WHERE code = ?")) {
            statement.setString(1, pack);
            return statement.executeQuery().next();
        }
    }

    private static void markLoaded(Connection connection, String pack) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO platform_reference_pack (code, loaded_at) VALUES (?, UTC_TIMESTAMP(6))")) {
            statement.setString(1, pack);
            statement.execute();
        }
    }

    private void loadTable(Connection connection, String name, String pack) throws IOException, SQLException {
        String sql = text(name + ".sql");
        List<String> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(sql);
        while (matcher.find()) {
            parameters.add(matcher.group(1));
        }
        InputStream csv = files.open(pack + "/" + name + ".csv")
                .or(() -> orEmpty("common/" + name + ".csv"))
                .orElseThrow(() -> new StartFailure("the pack " + pack + " has no " + name + ".csv"));
        try (Reader reader = new InputStreamReader(csv, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reader);
                PreparedStatement statement =
                        connection.prepareStatement(matcher.reset().replaceAll("?"))) {
            for (NamedCsvRecord row : rows) {
                insert(statement, parameters, row, name);
            }
        }
    }

    private static void insert(PreparedStatement statement, List<String> parameters, NamedCsvRecord row, String name) {
        try {
            for (int index = 0; index < parameters.size(); index++) {
                String value = row.getField(parameters.get(index));
                statement.setString(index + 1, value.isEmpty() ? null : value);
            }
            statement.execute();
        } catch (SQLException | RuntimeException failure) {
            throw new StartFailure(name + ".csv, line " + row.getStartingLineNumber(), failure);
        }
    }

    private Optional<InputStream> orEmpty(String path) {
        try {
            return files.open(path);
        } catch (IOException failure) {
            throw new StartFailure(path + " cannot be read", failure);
        }
    }

    private String text(String path) throws IOException {
        try (InputStream stream =
                files.open(path).orElseThrow(() -> new StartFailure("the reference data lack " + path))) {
            // Comments would be searched for parameters.
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^\\s*--.*$", "");
        }
    }

    /** Whether an earlier start already loaded a pack, of whatever name. */
    static boolean anyLoaded(Database database) {
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            return statement
                    .executeQuery("SELECT 1 FROM platform_reference_pack LIMIT 1")
                    .next();
        } catch (SQLException failure) {
            throw new StartFailure("the database does not answer", failure);
        }
    }
}
