package vn.khanhhoa.thecovid.stafflist.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each file is read with a heap of 256 MB, its own bytes included. */
class BoundedMemoryTest {
    private static final int NEARLY_TWENTY_MB = 19 << 20;

    @TempDir
    Path folder;

    @Test
    void the_largest_list_that_is_taken() throws Exception {
        ListFiles list = ListFiles.m01(20_000, 0, 1);
        Random random = new Random(1);
        for (List<String> row : list.rows()) {
            ListFiles.set(row, "note", noise(random, 200));
            ListFiles.set(row, "address", noise(random, 200));
            ListFiles.set(row, "route", noise(random, 200));
        }
        assertThat(probe(list.xlsx())).isEqualTo("READ 20000");
        assertThat(probe(list.csv(';', true))).isEqualTo("READ 20000");
    }

    @Test
    void as_many_shared_texts_as_fit() throws Exception {
        StringBuilder texts = new StringBuilder("<sst>");
        while (texts.length() < 25 << 20) {
            texts.append("<si><t>").append(texts.length() % 9973).append("ế</t></si>");
        }
        Map<String, byte[]> parts = new HashMap<>(ListFiles.parts("<row><c r=\"B2\"><v>1</v></c></row>"));
        parts.put("xl/sharedStrings.xml", texts.append("</sst>").toString().getBytes(StandardCharsets.UTF_8));
        assertThat(probe(ListFiles.zip(parts))).isEqualTo("READ 0");
    }

    @Test
    void names_depth_and_attributes_without_end() throws Exception {
        Random random = new Random(2);
        StringBuilder deep = new StringBuilder();
        while (deep.length() < NEARLY_TWENTY_MB) {
            String name = noise(random, 9);
            deep.append("<x")
                    .append(name)
                    .append(" y")
                    .append(name)
                    .append("='")
                    .append(name)
                    .append("'>");
        }
        assertThat(probe(ReadingAWorkbookTest.sheet(deep.toString()))).isEqualTo("DAMAGED");
    }

    private static String noise(Random random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private String probe(byte[] file) throws IOException, InterruptedException {
        Path path = Files.write(folder.resolve("upload"), file);
        assertThat(file.length).isLessThan(20 << 20);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapProbe.class.getName(),
                        path.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.strip();
    }
}
