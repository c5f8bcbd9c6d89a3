package vn.khanhhoa.thecovid.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import vn.khanhhoa.thecovid.platform.Attachment;

/** Hands a file out, as an attachment under its name or to be looked at within a page; never to be stored on the way. */
public final class Downloads {
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");
    private static final String PDF = "application/pdf";

    private Downloads() {}

    /**
     * To be shown within a page of the portal and by no other, with all that it could do of its own forbidden. Browsers show no
     * PDF in a sandbox; their viewers run it apart from the page. What is neither picture nor PDF is an attachment.
     */
    public static OutputStream show(HttpServletResponse response, String mediaType, String fileName)
            throws IOException {
        boolean picture = PICTURES.contains(mediaType);
        if (!picture && !mediaType.equals(PDF)) {
            return begin(response, mediaType, fileName);
        }
        response.setContentType(mediaType);
        response.setHeader(Attachment.HEADER, Attachment.named(fileName).replaceFirst("^attachment", "inline"));
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
                        + (picture ? "; img-src 'self'; sandbox" : "; object-src 'self'"));
        return response.getOutputStream();
    }

    public static OutputStream begin(HttpServletResponse response, String mediaType, String fileName)
            throws IOException {
        response.setContentType(mediaType);
        response.setHeader(Attachment.HEADER, Attachment.named(fileName));
        return response.getOutputStream();
    }
}
