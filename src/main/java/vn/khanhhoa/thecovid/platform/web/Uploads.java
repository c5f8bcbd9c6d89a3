package vn.khanhhoa.thecovid.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * Files come by the pages that ask for them, from whoever is signed in, and are no larger than any reader takes; all else is
 * refused before a byte of it is looked at. They are held in memory until the page has sealed them, never on the disk, so
 * what all uploads that run may hold together is bounded too.
 */
@WebFilter(servletNames = "Faces")
public class Uploads implements Filter {
    static final Set<String> PAGES = Set.of(
            "/admin/card-letterhead",
            "/admin/forms",
            "/agency-head/posts",
            "/agency/entry-exception",
            "/agency/entry-paper",
            "/criteria-office/criteria-set",
            "/criteria-office/criteria-sets",
            "/criteria-office/matrices",
            "/criteria-office/matrix",
            "/health-data/source",
            "/health-office/exception-entry",
            "/organisation/registration",
            "/organisation/staff-list");

    /** A little more than the largest file, whose page says by itself that it is too large. web.xml has the same. */
    private static final long LARGEST = 21 << 20;

    /** How much more is read and thrown away, so that whoever sent it comes to read the answer. */
    private static final long DISCARDED = 64 << 20;

    private static final int MEGABYTE = 1 << 20;
    private static final Pattern READABLE = Pattern.compile(
            "multipart/form-data\\s*;(?:.*;)?\\s*boundary\\s*=\\s*\"?[^\\s\";,].*", Pattern.CASE_INSENSITIVE);
    private static final int SHARE_OF_MEMORY = 4;

    private final Semaphore megabytes =
            new Semaphore((int) Math.min(4_096, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / MEGABYTE));

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest sent = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        long length = sent.getContentLengthLong();
        if (!isMultipart(sent)) {
            chain.doFilter(request, response);
        } else if (!sent.getMethod().equals("POST")
                || !PAGES.contains(OwnPath.of(sent))
                || sent.getUserPrincipal() == null) {
            BareAnswer.give(sent, answer, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (!READABLE.matcher(sent.getContentType().strip()).matches()) {
            BareAnswer.give(sent, answer, HttpServletResponse.SC_BAD_REQUEST);
        } else if (length < 0) {
            BareAnswer.give(sent, answer, HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > LARGEST) {
            refuse(sent, answer, "too-large");
        } else {
            take(sent, answer, chain, (int) (length / MEGABYTE) + 1);
        }
    }

    private void take(HttpServletRequest sent, HttpServletResponse answer, FilterChain chain, int size)
            throws IOException, ServletException {
        if (!megabytes.tryAcquire(size)) {
            refuse(sent, answer, "busy");
            return;
        }
        try {
            chain.doFilter(sent, answer);
        } finally {
            megabytes.release(size);
        }
    }

    private static boolean isMultipart(HttpServletRequest sent) {
        String type = sent.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** The page anew, which says why. */
    private static void refuse(HttpServletRequest sent, HttpServletResponse answer, String why) throws IOException {
        InputStream body = sent.getInputStream();
        byte[] unread = new byte[64 * 1024];
        long left = DISCARDED;
        for (int read = body.read(unread); read > 0 && left > 0; read = body.read(unread)) {
            left -= read;
        }
        String query = sent.getQueryString() == null ? "" : sent.getQueryString() + "&";
        answer.sendRedirect(OwnPath.of(sent) + "?" + query + "upload=" + why);
    }
}
