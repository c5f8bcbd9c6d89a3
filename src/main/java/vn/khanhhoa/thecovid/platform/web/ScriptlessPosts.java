package vn.khanhhoa.thecovid.platform.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * PrimeFaces refuses a posted form without the nonce of the page's security policy, which its script adds. Plain pages
 * do not load that script, and no reader needs one: a whole new page may as well have the nonce of its view, or a fresh
 * one. Partial updates must bring their own.
 */
@WebFilter(servletNames = "Faces")
public class ScriptlessPosts implements Filter {
    private static final String NONCE = "primefaces.nonce";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest sent = (HttpServletRequest) request;
        boolean whole = sent.getMethod().equals("POST") && sent.getHeader("Faces-Request") == null;
        chain.doFilter(whole ? new WithNonce(sent) : sent, response);
    }

    private static final class WithNonce extends HttpServletRequestWrapper {
        private final String fresh =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

        WithNonce(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String given = super.getParameter(name);
            return given == null && name.equals(NONCE) ? ofView() : given;
        }

        private String ofView() {
            FacesContext context = FacesContext.getCurrentInstance();
            Map<String, Object> view = context == null || context.getViewRoot() == null
                    ? null
                    : context.getViewRoot().getViewMap(false);
            return view != null && view.get(NONCE) instanceof String nonce ? nonce : fresh;
        }
    }
}
