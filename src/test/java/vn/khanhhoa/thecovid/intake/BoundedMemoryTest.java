package vn.khanhhoa.thecovid.intake;

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
        assertThat(probe(list(100_000, 25).xlsx())).isEqualTo("READ 100000");
        ListFiles fewer = list(20_000, 200);
        assertThat(probe(fewer.xlsx())).isEqualTo("READ 20000");
        assertThat(probe(fewer.csv(';', true))).isEqualTo("READ 20000");
        assertThat(probe(page(fewer))).isEqualTo("READ 20000");
    }

    /** With so many letters in three of the cells that nothing like them comes again. */
    private static ListFiles list(int rows, int letters) {
        ListFiles list = ListFiles.m01(rows, 0, 1);
        Random random = new Random(1);
        for (List<String> row : list.rows()) {
            ListFiles.set(row, "note", noise(random, letters));
            ListFiles.set(row, "address", noise(random, letters));
            ListFiles.set(row, "route", noise(random, letters));
        }
        return list;
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

    @Test
    void the_largest_old_workbook() throws Exception {
        ListFiles list = ListFiles.m01(20_000, 0, 1);
        Random random = new Random(1);
        list.rows().forEach(row -> ListFiles.set(row, "note", noise(random, 90)));
        assertThat(probe(OldWorkbooks.labels(ListFiles.headings(), list.rows())))
                .isEqualTo("READ 20000");
        assertThat(probe(OldWorkbooks.sharedTexts(699_999))).isEqualTo("NO_ROWS");
    }

    @Test
    void pages_and_texts_of_nothing_but_beginnings() throws Exception {
        String[] beginnings = {"<table>", "<tr><td>", "<table><tr><td rowspan=60000>x", "<!--<", "<a b='", "&"};
        for (String beginning : beginnings) {
            String page = "<html>" + beginning.repeat(NEARLY_TWENTY_MB / beginning.length());
            assertThat(probe(page.getBytes(StandardCharsets.UTF_8))).isIn("NO_HEADER", "TOO_MUCH_INSIDE");
        }
        byte[] eightBit = new byte[NEARLY_TWENTY_MB];
        new Random(3).nextBytes(eightBit);
        for (int i = 0; i < eightBit.length; i++) {
            eightBit[i] = (byte) ((eightBit[i] & 0x7F) < 0x20 ? ' ' : eightBit[i]);
        }
        assertThat(probe(eightBit)).isEqualTo("NOT_UTF8");
    }

    private static byte[] page(ListFiles list) {
        StringBuilder page = new StringBuilder("<html><table>");
        row(page, ListFiles.headings());
        list.rows().forEach(cells -> row(page, cells));
        return page.append("</table>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void row(StringBuilder page, List<String> cells) {
        page.append("<tr>");
        cells.forEach(cell -> page.append("<td>").append(cell));
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
