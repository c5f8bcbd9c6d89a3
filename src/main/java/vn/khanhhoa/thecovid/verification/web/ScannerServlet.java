package vn.khanhhoa.thecovid.verification.web;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Texts;

/**
 * {@code GET /scan} and what it is made of: the scanner of the posts, an application of its own in the browser, outside Faces. Its
 * files, those of its libraries and its sentences are one build, named by what is in them; the service worker keeps one build whole.
 */
@WebServlet(
        urlPatterns = {ScannerServlet.SCANNER, ScannerServlet.SCANNER + "/*"},
        loadOnStartup = 2)
public class ScannerServlet extends HttpServlet {
    static final String SCANNER = "/scan";
    private static final String PAGE = "index.html";
    private static final String SERVICE_WORKER = "sw.js";
    private static final String SENTENCES = "texts.json";
    private static final String BUILD = "VERSION";
    private static final int BUILD_LENGTH = 10;

    /** Nothing from elsewhere, and nothing in the page itself that is not a file of the build. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';"
            + " img-src 'self' blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=UTF-8",
            "js", "text/javascript; charset=UTF-8",
            "css", "text/css; charset=UTF-8",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private Map<String, byte[]> files = Map.of();
    private String build = "";

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        try {
            Map<String, byte[]> shell = shell(config.getServletContext());
            build = digest(shell);
            shell.computeIfPresent(PAGE, (name, page) -> named(page, build));
            String kept = shell.keySet().stream()
                    .filter(name -> !name.equals(SERVICE_WORKER))
                    .map(name -> "\"" + (name.equals(PAGE) ? SCANNER : SCANNER + "/" + name) + "\"")
                    .collect(Collectors.joining(", ", "[", "]"));
            shell.computeIfPresent(
                    SERVICE_WORKER,
                    (name, worker) -> utf8(text(named(worker, build)).replace("/* FILES */ []", kept)));
            files = Map.copyOf(shell);
        } catch (IOException unreadable) {
            throw new ServletException("the scanner's files", unreadable);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
        String name = path.isEmpty() ? PAGE : path;
        byte[] file = files.get(name);
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = "\"" + build + "\"";
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", tag);
        if (name.equals(SERVICE_WORKER)) {
            response.setHeader("Service-Worker-Allowed", SCANNER);
        }
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }

    private static Map<String, byte[]> shell(ServletContext war) throws IOException {
        Map<String, byte[]> shell = new TreeMap<>();
        for (String path : war.getResourcePaths(SCANNER)) {
            shell.put(path.substring(SCANNER.length() + 1), read(war, path));
        }
        String idb = library(war, "idb") + "build/";
        shell.put("lib/idb/index.js", read(war, idb + "index.js"));
        shell.put("lib/idb/wrap-idb-value.js", read(war, idb + "wrap-idb-value.js"));
        shell.put("lib/zxing.js", read(war, library(war, "html5-qrcode") + "third_party/zxing-js.umd.min.js"));
        for (String weight : new String[] {"regular", "bold"}) {
            shell.put(
                    "font/" + weight + ".woff2",
                    read(war, "/resources/primefaces-thecovid/noto-sans-" + weight + ".woff2"));
        }
        shell.put(SENTENCES, sentences());
        return shell;
    }

    /** Of the one version that there is. */
    private static String library(ServletContext war, String name) throws IOException {
        @Nullable Set<String> versions = war.getResourcePaths("/webjars/" + name);
        if (versions == null || versions.size() != 1) {
            throw new IOException("not one WebJar " + name + ": " + versions);
        }
        return versions.iterator().next();
    }

    /** In both languages: the scanner speaks either without a network. */
    private static byte[] sentences() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        Texts.LANGUAGES.forEach(language -> {
            JsonObjectBuilder own = Json.createObjectBuilder();
            Texts.all(language, "scanner").forEach(own::add);
            Texts.all(language, "verification").entrySet().stream()
                    .filter(text -> text.getKey().startsWith("verification.title.")
                            || text.getKey().startsWith("verification.advice."))
                    .forEach(text -> own.add(text.getKey(), text.getValue()));
            all.add(language.getLanguage(), own);
        });
        return utf8(all.build().toString());
    }

    private static byte[] read(ServletContext war, String path) throws IOException {
        try (InputStream in = war.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("no " + path);
            }
            return in.readAllBytes();
        }
    }

    private static byte[] named(byte[] file, String build) {
        return utf8(text(file).replace(BUILD, build));
    }

    private static String digest(Map<String, byte[]> shell) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            shell.forEach((name, file) -> {
                digest.update(utf8(name));
                digest.update(file);
            });
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest())
                    .substring(0, BUILD_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
