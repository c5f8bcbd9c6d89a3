package vn.khanhhoa.thecovid.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** Files like those of {@code src/test/resources/lists} with something broken; the same seed breaks the same. */
public final class HostileLists {
    private static final Path FOLDER = Path.of("src/test/resources/lists");
    private static final String[] PIECES = {
        "<",
        ">",
        "\"",
        "&",
        "&#x110000;",
        "<![CDATA[",
        "]]>",
        "<!DOCTYPE x>",
        "<row r=\"1048577\">",
        "<c r=\"XFE1\">",
        "t=\"s\"",
        "r=\"\"",
        "<table>",
        "<td colspan=99999 rowspan=99999>",
        "\u0000",
        "\uFFFF",
        ";",
        ",",
        "\t",
        "\r",
        "-1",
        "1E400",
        "99999999999999999999",
        "\"\"\"",
        "</sheetData>",
        "<si>",
        "ss:Index=\"9999999\"",
        "{",
        "}",
        "[",
        "]",
        ":",
        "null",
        "\\uD800",
        "\"rows\":[",
        "\"_row\":{}",
    };

    private final List<byte[]> originals = new ArrayList<>();

    public HostileLists() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> !path.toString().matches(".*\\.(txt|md)"))
                    .sorted()
                    .toList()) {
                originals.add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] make(long seed) {
        Random random = new Random(seed);
        byte[] original = originals.get((int) (seed % originals.size()));
        boolean zip = original[0] == 'P' && original[1] == 'K';
        if (zip && random.nextInt(4) > 0) {
            Map<String, byte[]> parts = new LinkedHashMap<>(ListFiles.unzip(original));
            List<String> names = new ArrayList<>(parts.keySet());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> parts.remove(name);
                case 1 -> parts.put(name, parts.get(names.get(random.nextInt(names.size()))));
                default -> parts.put(name, broken(Objects.requireNonNull(parts.get(name)), random));
            }
            return ListFiles.zip(parts);
        }
        return broken(original, random);
    }

    private static byte[] broken(byte[] original, Random random) {
        byte[] file = original.clone();
        for (int i = 0; i <= random.nextInt(4) && file.length > 8; i++) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(6)) {
                case 0 -> file = Arrays.copyOf(file, at);
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 ->
                    Arrays.fill(file, at, Math.min(file.length, at + 1 + random.nextInt(8)), (byte) random.nextInt());
                case 3 ->
                    file = inserted(file, at, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
                case 4 ->
                    file = inserted(
                            file, at, Arrays.copyOfRange(file, at, Math.min(file.length, at + random.nextInt(600))));
                default -> System.arraycopy(file, at, file, random.nextInt(at + 1), Math.min(16, file.length - at));
            }
        }
        return file;
    }

    private static byte[] inserted(byte[] file, int at, byte[] piece) {
        byte[] longer = Arrays.copyOf(file, file.length + piece.length);
        System.arraycopy(piece, 0, longer, at, piece.length);
        System.arraycopy(file, at, longer, at + piece.length, file.length - at);
        return longer;
    }
}
