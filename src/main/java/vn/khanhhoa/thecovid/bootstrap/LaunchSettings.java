package vn.khanhhoa.thecovid.bootstrap;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What the operator may set: {@code portal.port} as a system property or {@code PORTAL_PORT} in the environment, and so
 * on for each name. The README lists them.
 */
record LaunchSettings(
        Path home,
        int port,
        String address,
        Path war,
        Path server,
        String pack,
        Optional<Path> demo,
        Optional<GivenDatabase> database,
        boolean logToConsole) {

    /** A database that the operator runs; the owner account differs from the portal's own where it is given. */
    record GivenDatabase(String url, Credentials portal, Credentials owner) {}

    static LaunchSettings read() {
        Optional<GivenDatabase> given = value("portal.db.url").map(url -> {
            Credentials portal = new Credentials(required("portal.db.user"), required("portal.db.password"));
            Credentials owner = value("portal.db.owner.user")
                    .map(user -> new Credentials(user, required("portal.db.owner.password")))
                    .orElse(portal);
            return new GivenDatabase(url, portal, owner);
        });
        return new LaunchSettings(
                Path.of(value("portal.home").orElse(".portal")).toAbsolutePath().normalize(),
                port(value("portal.port").orElse("8080")),
                value("portal.address").orElse("127.0.0.1"),
                Path.of(required("portal.war")),
                Path.of(required("portal.server")),
                value("portal.pack").orElse("khanh-hoa-2021"),
                given.isPresent() ? Optional.empty() : value("portal.demo").map(Path::of),
                given,
                value("portal.log").orElse("").equals("console"));
    }

    URI localUrl() {
        String host = address.equals("0.0.0.0") ? "127.0.0.1" : address;
        return URI.create("http://" + host + ":" + port + "/");
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new StartFailure("portal.port is not a number: " + text, notANumber);
        }
        throw new StartFailure("portal.port is out of range: " + text);
    }

    private static String required(String name) {
        return value(name).orElseThrow(() -> new StartFailure("the setting " + name + " is missing"));
    }

    private static Optional<String> value(String name) {
        String environmentName = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(environmentName)))
                .filter(text -> !text.isBlank());
    }
}
