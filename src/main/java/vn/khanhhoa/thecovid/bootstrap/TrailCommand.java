package vn.khanhhoa.thecovid.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code verify-trail}: checks the chain over the trail, or an exported part of it, in a process of its own, because the
 * check belongs to the application and not to the launcher.
 */
final class TrailCommand {
    static final String NAME = "verify-trail";
    private static final String CHECK = "vn.khanhhoa.thecovid.audit.chain.VerifyTrail";
    /** What {@code Keystore} takes where the operator sets none. */
    private static final String DEFAULT_KEYSTORE_PASSWORD = "the-file-is-the-secret";

    private TrailCommand() {}

    static int ofDatabase(LaunchSettings settings, Database database) throws InterruptedException {
        return run(
                List.of(),
                Map.of(
                        "TRAIL_DB_URL", database.url(),
                        "TRAIL_DB_USER", database.portal().user(),
                        "TRAIL_DB_PASSWORD", database.portal().password(),
                        "TRAIL_KEYSTORE",
                                settings.home().resolve("keystore.p12").toString(),
                        "TRAIL_KEYSTORE_PASSWORD",
                                Optional.ofNullable(System.getenv("PORTAL_KEYSTORE_PASSWORD"))
                                        .orElse(DEFAULT_KEYSTORE_PASSWORD)));
    }

    static int ofFile(String file) throws InterruptedException {
        return run(List.of(Path.of(file).toAbsolutePath().toString()), Map.of());
    }

    private static int run(List<String> arguments, Map<String, String> environment) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-classpath",
                System.getProperty("java.class.path"),
                CHECK));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (IOException failure) {
            throw new StartFailure("the check of the trail does not start", failure);
        }
    }
}
