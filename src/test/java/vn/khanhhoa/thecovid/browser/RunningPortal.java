package vn.khanhhoa.thecovid.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The portal, started once for all tests of a run by the class that {@code ./mvnw -Prun} starts, and ended with it. */
public final class RunningPortal {
    private static @Nullable RunningPortal running;

    private final URI address;

    private RunningPortal(URI address) {
        this.address = address;
    }

    public static synchronized RunningPortal get() {
        RunningPortal portal = running;
        if (portal == null) {
            portal = start();
            running = portal;
        }
        return portal;
    }

    /** Of a path that begins with a slash. */
    public String url(String path) {
        return address.resolve(path).toString();
    }

    private static RunningPortal start() {
        Path home = Path.of(System.getProperty("portal.home") + "-portal");
        PortalProcess.empty(home);
        PortalProcess process = PortalProcess.start(home, Map.of("PORTAL_TRUSTED_PROXIES", "127.0.0.1"));
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "stop-portal"));
        return new RunningPortal(process.address());
    }
}
