package vn.khanhhoa.thecovid.audit.chain;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a trail from the command line: with a file, an exported part; without one, the whole chain in the database that
 * {@code TRAIL_DB_URL}, {@code TRAIL_DB_USER} and {@code TRAIL_DB_PASSWORD} name, by the keys in {@code TRAIL_KEYSTORE}.
 * Ends with 0 where all holds, 1 at a fault and 2 where it could not look.
 */
@SuppressWarnings("SystemOut") // the console is this program's screen
public final class VerifyTrail {
    private static final int HOLDS = 0;
    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(10);

    private VerifyTrail() {}

    public static void main(String[] args) {
        int exit;
        try {
            exit = args.length == 0 ? database() : file(Path.of(args[0]));
        } catch (IOException | SQLException | GeneralSecurityException | IllegalArgumentException failure) {
            System.err.println("The trail was not checked: " + failure.getMessage());
            exit = NOT_CHECKED;
        }
        System.exit(exit);
    }

    private static int database() throws SQLException, IOException, GeneralSecurityException {
        Map<String, PublicKey> keys = keys(
                Path.of(setting("TRAIL_KEYSTORE")),
                setting("TRAIL_KEYSTORE_PASSWORD").toCharArray());
        try (Connection connection = DriverManager.getConnection(
                setting("TRAIL_DB_URL"), setting("TRAIL_DB_USER"), setting("TRAIL_DB_PASSWORD"))) {
            long[] seals = {0};
            Optional<ChainFault> fault = new StoredChain(connection)
                    .check(keys, Instant.now(Clock.systemUTC()).minus(SEALED_WITHIN), number -> seals[0] = number);
            keys.keySet().forEach(name -> System.out.println("Key " + name));
            return told(fault, seals[0] + " records in the chain");
        }
    }

    private static int file(Path path) throws IOException {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            ExportedChain.Result result = ExportedChain.check(reader);
            result.keys().forEach((given, key) -> System.out.println("Key " + KeyNames.of(key)));
            System.out.println("After " + result.start());
            System.out.println("Up to " + result.end());
            return told(
                    result.fault(),
                    result.end().number() - result.start().number() + " records and " + result.checkpoints()
                            + " checkpoints in the file; compare the key with the one that the province published");
        }
    }

    private static int told(Optional<ChainFault> fault, String extent) {
        fault.ifPresentOrElse(
                found -> System.out.println(
                        "BROKEN: " + found.kind() + " at seal " + found.sealNumber() + ", record " + found.recordId()),
                () -> System.out.println("HOLDS: " + extent));
        return fault.isPresent() ? BROKEN : HOLDS;
    }

    private static Map<String, PublicKey> keys(Path keystore, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(keystore.toFile())) {
            store.load(in, password);
        }
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        for (String alias : Collections.list(store.aliases())) {
            if (alias.startsWith("seal-")) {
                PublicKey key = store.getCertificate(alias).getPublicKey();
                keys.put(KeyNames.of(key), key);
            }
        }
        return keys;
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalArgumentException("the setting " + name + " is missing");
        }
        return value;
    }
}
