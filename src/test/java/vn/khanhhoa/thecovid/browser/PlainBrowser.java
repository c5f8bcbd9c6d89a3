package vn.khanhhoa.thecovid.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a session who opens pages and sends their forms, without Chromium: of these there can be hundreds. */
final class PlainBrowser {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BOUNDARY = "----portal-form";

    /** @param address where the answer came from in the end */
    record Page(URI address, int status, String text) {
        /** The first group of what is found in the page. */
        String find(String regex) {
            Matcher found = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
            if (!found.find()) {
                throw new IllegalStateException("no " + regex + " on " + address.getPath() + ": " + status);
            }
            return found.group(1);
        }

        boolean has(String words) {
            return text.contains(words);
        }
    }

    private static final int MOST_REDIRECTS = 5;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI portal;
    private final Map<String, String> cookies = new TreeMap<>();
    private Page page = new Page(URI.create("/"), 0, "");

    PlainBrowser(URI portal) {
        this.portal = portal;
    }

    Page page() {
        return page;
    }

    PlainBrowser signIn(String email, String password) {
        open("/public/sign-in");
        send("form", Map.of("form:email", email, "form:password", password), "form:enter");
        if (!page.has("leave:out")) {
            throw new IllegalStateException(email + " is not let in: " + page.status());
        }
        return this;
    }

    Page open(String path) {
        return answered(HttpRequest.newBuilder(portal.resolve(path)));
    }

    /** A form of the page that is open, as it stands there but for some fields, by one of its buttons. */
    Page send(String form, Map<String, String> fields, String button) {
        Map<String, String> all = fields(form);
        all.putAll(fields);
        all.put(button, "");
        String body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return answered(HttpRequest.newBuilder(action(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What the form of a searched page sends. */
    Page search(String searched, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("", "page=" + encoded(searched), ""));
        return answered(HttpRequest.newBuilder(portal.resolve("/search"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A form with a file. */
    Page send(String form, String fileField, String fileName, byte[] file, String button) {
        Map<String, String> all = fields(form);
        all.remove(fileField);
        all.put(button, "");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((name, value) -> write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n"));
        write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fileField + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(file);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return answered(HttpRequest.newBuilder(action(form))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Page answered(HttpRequest.Builder request) {
        HttpResponse<String> response = sent(request);
        for (int redirects = 0; response.statusCode() / 100 == 3 && redirects < MOST_REDIRECTS; redirects++) {
            URI next = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            response = sent(HttpRequest.newBuilder(next));
        }
        page = new Page(response.uri(), response.statusCode(), response.body());
        return page;
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return response;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String form(String id) {
        return page.find("(<form[^>]*\\bid=\"" + id + "\".*?</form>)");
    }

    private URI action(String form) {
        Matcher action = Pattern.compile("<form[^>]*\\baction=\"([^\"]*)\"").matcher(form(form));
        if (!action.find()) {
            throw new IllegalStateException("a form without address");
        }
        return page.address().resolve(plain(action.group(1)));
    }

    /** What is hidden, written or chosen in a form; buttons send nothing unless they are pressed. */
    private Map<String, String> fields(String id) {
        String form = form(id);
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = Pattern.compile("<input\\b[^>]*>", Pattern.DOTALL).matcher(form);
        while (inputs.find()) {
            String input = inputs.group();
            String type = attribute(input, "type");
            boolean chosen = !type.equals("radio") && !type.equals("checkbox") || input.contains(" checked");
            if (!type.equals("submit")
                    && !type.equals("file")
                    && chosen
                    && !attribute(input, "name").isEmpty()) {
                fields.put(attribute(input, "name"), attribute(input, "value"));
            }
        }
        Matcher texts = Pattern.compile("<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL)
                .matcher(form);
        while (texts.find()) {
            fields.put(attribute(texts.group(1), "name"), plain(texts.group(2)));
        }
        Matcher choices = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL)
                .matcher(form);
        while (choices.find()) {
            Matcher chosen = Pattern.compile("<option\\b[^>]*\\bselected[^>]*>").matcher(choices.group(2));
            Matcher first = Pattern.compile("<option\\b[^>]*>").matcher(choices.group(2));
            if (chosen.find()) {
                fields.put(attribute(choices.group(1), "name"), attribute(chosen.group(), "value"));
            } else if (first.find()) {
                fields.put(attribute(choices.group(1), "name"), attribute(first.group(), "value"));
            }
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? plain(value.group(1)) : "";
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
