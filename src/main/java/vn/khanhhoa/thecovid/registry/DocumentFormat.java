package vn.khanhhoa.thecovid.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.khanhhoa.thecovid.shared.OneLine;

/** The kinds of file that a document may be, told by what is in them and not by what they are called. */
public enum DocumentFormat {
    PDF("application/pdf", ".pdf"),
    JPEG("image/jpeg", ".jpg"),
    PNG("image/png", ".png"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");

    private static final byte[] PDF_HEAD = ascii("%PDF-");
    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

    private final String mediaType;
    private final String extension;

    DocumentFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** Empty for anything else, a Word file with macros among it. */
    public static Optional<DocumentFormat> of(byte[] content) {
        if (startsWith(content, PDF_HEAD)) {
            return Optional.of(PDF);
        }
        if (startsWith(content, JPEG_HEAD)) {
            return Optional.of(JPEG);
        }
        if (startsWith(content, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        return startsWith(content, ZIP_HEAD) && isPlainWord(content) ? Optional.of(DOCX) : Optional.empty();
    }

    /** A zip lists the names of its entries in clear text: nothing needs to be unpacked. */
    private static boolean isPlainWord(byte[] content) {
        String names = new String(content, StandardCharsets.ISO_8859_1);
        return names.contains("word/document.xml")
                && !names.toLowerCase(Locale.ROOT).contains("vbaproject.bin");
    }

    private static boolean startsWith(byte[] content, byte[] head) {
        return content.length > head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The name that the file is kept under: without path and unseen characters, ending as its content asks for. */
    public String named(String fileName, int longest) {
        String name =
                OneLine.ofFile(fileName, longest).replaceAll("[\"<>|:*?]", "").strip();
        String lower = name.toLowerCase(Locale.ROOT);
        boolean fits = lower.endsWith(extension) || this == JPEG && lower.endsWith(".jpeg");
        String stem = fits ? name.substring(0, name.lastIndexOf('.')) : name;
        int room = longest - extension.length();
        return (stem.length() > room ? stem.substring(0, room) : stem) + extension;
    }
}
