package vn.khanhhoa.thecovid.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Accounts and one organisation to try the portal with. Only where the embedded database is used; never packaged. */
final class DemoProvince {
    private final Path folder;

    DemoProvince(Path folder) {
        this.folder = folder;
    }

    void load(Database database) {
        new ReferencePack(ReferencePack.in(folder)).load(database, "demo");
    }

    /** The lines that tell who may sign in. */
    List<String> welcome() {
        try {
            return Files.readAllLines(folder.resolve("welcome.txt"));
        } catch (IOException failure) {
            throw new StartFailure("the demo province cannot be read", failure);
        }
    }
}
