package vn.khanhhoa.thecovid.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Hands a file out under its name, always as an attachment and never to be stored on the way. */
public final class Downloads {
    private Downloads() {}

    public static OutputStream begin(HttpServletResponse response, String mediaType, String fileName)
            throws IOException {
        response.setContentType(mediaType);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20"));
        return response.getOutputStream();
    }
}
