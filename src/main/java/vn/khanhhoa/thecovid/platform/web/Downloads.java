package vn.khanhhoa.thecovid.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import vn.khanhhoa.thecovid.platform.Attachment;

/** Hands a file out under its name, always as an attachment and never to be stored on the way. */
public final class Downloads {
    private Downloads() {}

    public static OutputStream begin(HttpServletResponse response, String mediaType, String fileName)
            throws IOException {
        response.setContentType(mediaType);
        response.setHeader(Attachment.HEADER, Attachment.named(fileName));
        return response.getOutputStream();
    }
}
