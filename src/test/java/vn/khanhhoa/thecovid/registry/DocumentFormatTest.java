package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class DocumentFormatTest {
    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void tells_a_file_by_its_content() throws IOException {
        assertThat(DocumentFormat.of("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)))
                .contains(DocumentFormat.PDF);
        assertThat(DocumentFormat.of(zip("[Content_Types].xml", "word/document.xml")))
                .contains(DocumentFormat.DOCX);
    }

    @Test
    void refuses_macros_other_archives_and_anything_else() throws IOException {
        assertThat(DocumentFormat.of(zip("word/document.xml", "word/vbaProject.bin")))
                .isEmpty();
        assertThat(DocumentFormat.of(zip("xl/workbook.xml"))).isEmpty();
        assertThat(DocumentFormat.of("<html>%PDF-".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(DocumentFormat.of(new byte[0])).isEmpty();
    }

    @Test
    void names_a_file_after_its_content_and_without_a_path() {
        assertThat(DocumentFormat.PDF.named("C:\\Tài liệu\\Phương án.exe", 40)).isEqualTo("Phương án.exe.pdf");
        assertThat(DocumentFormat.JPEG.named("../ảnh.JPEG", 40)).isEqualTo("ảnh.jpg");
        assertThat(DocumentFormat.PNG.named("a".repeat(50), 20)).hasSize(20).endsWith(".png");
    }
}
