package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Downloads;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.FormAdministration;

/**
 * Files of one version of a form, {@code ?code=M01&version=2}: {@code workbook} (.xlsx), and {@code templates} and
 * {@code columns} (CSV) as in a reference pack.
 */
@WebServlet("/admin/form-files/*")
public class FormFilesServlet extends HttpServlet {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv;charset=UTF-8";

    @Inject
    private FormAdministration administration;

    @Inject
    private FormAddress address;

    @Inject
    private CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String code = address.code();
            int version = address.version();
            String name = code + "-" + version;
            switch (Objects.requireNonNullElse(request.getPathInfo(), "")) {
                case "/workbook" ->
                    send(response, XLSX, name + ".xlsx", administration.workbook(actor.get(), code, version));
                case "/templates" ->
                    send(
                            response,
                            CSV,
                            name + "-form_template.csv",
                            bytes(administration.templateFile(actor.get(), code, version)));
                case "/columns" ->
                    send(
                            response,
                            CSV,
                            name + "-form_column.csv",
                            bytes(administration.columnFile(actor.get(), code, version)));
                default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (NotFound absent) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpServletResponse response, String mediaType, String name, byte[] content)
            throws IOException {
        try (OutputStream out = Downloads.begin(response, mediaType, name)) {
            out.write(content);
        }
    }
}
