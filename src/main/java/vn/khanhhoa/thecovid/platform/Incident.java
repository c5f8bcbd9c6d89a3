package vn.khanhhoa.thecovid.platform;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A bug or an outage: logged whole under a short id that the person who met it can read out. */
public final class Incident {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Incident() {}

    public static String log(Logger log, Level level, Throwable failure) {
        String id = String.format(Locale.ROOT, "%08X", RANDOM.nextInt());
        log.log(level, failure, () -> "incident " + id);
        return id;
    }
}
