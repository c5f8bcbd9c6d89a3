package vn.khanhhoa.thecovid.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Files that are in order, with cells that are not: what people paste and programs write. The same seed writes the same. */
public final class HostileRows {
    private static final String[] PIECES = {
        "ế",
        "e\u0302\u0301",
        "\u0001",
        "\u0000",
        "_x0000_",
        "\uD842\uDFB7",
        "\uD800",
        "\uFFFF",
        "\u200B\u200F",
        "\uFEFF",
        "\u00A0",
        "\"",
        "\\",
        "'",
        "<&>",
        "]]>",
        "=1+1",
        "%_",
        "\r\n",
        "\t",
        ";",
        ",",
        "0",
        "1E400",
        "45000.5",
        "31/02/1990",
        "00/00/0000",
        "9999999999999999999",
        "Hộ chiếu",
        "CMND",
        "LV_DN;",
        "NguyÔn",
        "Ð"
    };
    private static final int[] LENGTHS = {1, 1, 2, 9, 12, 200, 500, 1_999, 2_001, 40_000};

    private HostileRows() {}

    /** One of four kinds of file, with a fifth of the cells of some rows spoilt. */
    public static byte[] file(ListFiles people, long seed) {
        Random random = new Random(seed);
        List<List<String>> rows = people.rows();
        for (int i = 0; i < rows.size(); i += 1 + random.nextInt(3)) {
            spoil(rows, rows.get(i), random);
        }
        return switch ((int) (seed % 4)) {
            case 0 -> people.xlsx();
            case 1 -> people.csv(random.nextBoolean() ? ';' : ',', true);
            case 2 -> OldWorkbooks.labels(ListFiles.headings(), rows);
            default -> json(rows).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static void spoil(List<List<String>> rows, List<String> row, Random random) {
        boolean all = random.nextInt(8) == 0;
        for (int column = 0; column < row.size(); column++) {
            if (all || random.nextInt(5) == 0) {
                row.set(column, spoilt(rows, row, column, random));
            }
        }
    }

    private static String spoilt(List<List<String>> rows, List<String> row, int column, Random random) {
        String piece = PIECES[random.nextInt(PIECES.length)];
        int length = LENGTHS[random.nextInt(LENGTHS.length)];
        return switch (random.nextInt(4)) {
            case 0 -> rows.get(random.nextInt(rows.size())).get(column);
            case 1 -> row.get(column) + piece;
            case 2 -> piece + row.get(column);
            default -> piece.repeat(1 + length / piece.length()).substring(0, length);
        };
    }

    private static String json(List<List<String>> rows) {
        return rows.stream()
                .map(HostileRows::object)
                .collect(Collectors.joining(",", "{\"form\":\"M01\",\"rows\":[", "]}"));
    }

    private static String object(List<String> row) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < row.size(); i++) {
            json.append(i == 0 ? "\"" : ",\"")
                    .append(ListFiles.form().columns().get(i).key())
                    .append("\":\"");
            row.get(i).chars().forEach(letter -> json.append("\\u%04x".formatted(letter)));
            json.append('"');
        }
        return json.append('}').toString();
    }
}
