package vn.khanhhoa.thecovid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A package of Debian that tests need: installed where we may, asked for with the line to type where we may not. */
public final class DebianPackage {
    private static final Path APT_GET = Path.of("/usr/bin/apt-get");

    private DebianPackage() {}

    public static void install(String name, String forWhat) {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(APT_GET)) {
            throw new IllegalStateException(forWhat + ". Type: sudo apt-get update && sudo apt-get install -y " + name);
        }
        run("apt-get", "update");
        run("apt-get", "install", "-y", "--no-install-recommends", name);
    }

    /** Returns what it said. */
    public static String run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
            }
            return said;
        } catch (IOException failure) {
            throw new IllegalStateException(String.join(" ", command) + " failed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
