package vn.khanhhoa.thecovid.platform.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Attachment;

/** A file as the body of a call. What it is, is seen from its content; the type only names it where the caller does not. */
public final class SentFile {
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String XLS = "application/vnd.ms-excel";
    public static final String FHIR = "application/fhir+json";
    public static final String CSV = "text/csv";
    public static final String ANY = MediaType.APPLICATION_OCTET_STREAM;
    public static final int LARGEST = 20 << 20;

    private SentFile() {}

    /** As a file to keep: a browser that is led here shows nothing of it as a page of the portal. */
    public static Response handedOut(byte[] content, String fileName) {
        return Response.ok(content)
                .header(Attachment.HEADER, Attachment.named(fileName))
                .build();
    }

    public static String name(@Nullable String given, @Nullable MediaType type) {
        if (given != null && !given.isBlank()) {
            return given;
        }
        if (type == null) {
            return "list";
        }
        return switch (type.getType() + "/" + type.getSubtype()) {
            case XLSX -> "list.xlsx";
            case XLS -> "list.xls";
            case CSV -> "list.csv";
            case FHIR -> "bundle.json";
            case MediaType.APPLICATION_JSON -> "list.json";
            default -> "list";
        };
    }
}
