package vn.khanhhoa.thecovid.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The portal, started once for all tests of a run by the class that {@code ./mvnw -Prun} starts, and ended with it. */
public final class RunningPortal {
    private static @Nullable RunningPortal running;

    private final PortalProcess process;

    private RunningPortal(PortalProcess process) {
        this.process = process;
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
        return process.address().resolve(path).toString();
    }

    /** The first of what its database answers; "" for nothing. */
    public String stored(String query, Object... args) {
        try (Connection connection = process.database();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < args.length; i++) {
                statement.setObject(i + 1, args[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Objects.requireNonNullElse(rows.getString(1), "") : "";
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("the database does not answer", failure);
        }
    }

    private static RunningPortal start() {
        Path home = Path.of(System.getProperty("portal.home") + "-portal");
        PortalProcess.empty(home);
        PortalProcess process = PortalProcess.start(home, Map.of("PORTAL_TRUSTED_PROXIES", "127.0.0.1"));
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "stop-portal"));
        return new RunningPortal(process);
    }
}
