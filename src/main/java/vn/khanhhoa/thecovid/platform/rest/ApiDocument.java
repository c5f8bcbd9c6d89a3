package vn.khanhhoa.thecovid.platform.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * {@code GET /openapi}: {@code META-INF/openapi.yaml} as it was written (RFC 9512). The server would hand it out without its
 * lists of codes and without what is null in its examples.
 */
@WebServlet("/openapi")
public class ApiDocument extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/yaml;charset=UTF-8");
        response.setHeader("Cache-Control", "max-age=300");
        response.setHeader("Content-Disposition", "inline; filename=\"openapi.yaml\"");
        try (InputStream written = Objects.requireNonNull(getClass().getResourceAsStream("/META-INF/openapi.yaml"))) {
            written.transferTo(response.getOutputStream());
        }
    }
}
