package vn.khanhhoa.thecovid.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** The session's cookie is written by the server itself, past every filter. */
@WebListener
public class SecureSession implements ServletContextListener {
    @Inject
    private PublicAddress address;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (address.isSecure()) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
