package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.browser.InBrowser;
import vn.khanhhoa.thecovid.browser.Visitor;

/** What a scanner takes of keys, list, changes and sheet: as they were signed, of the one kind, and nothing that is older. */
@InBrowser
class ReadingDocumentsBrowserIT {
    private static final int FLIPS = 150;
    private static final int HALF = Es256.SIGNATURE_BYTES / 2;
    private static final Instant NOW = Instant.parse("2021-11-01T05:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofMinutes(5));

    private static final String READ = """
            async ({ asked }) => {
              const { readTrust, readList, readChanges, readSheet, Refused } = await import("/scan/documents.js");
              const bytes = (text) => Uint8Array.from(atob(text), (octet) => octet.charCodeAt(0));
              const told = [];
              for (const { kind, document, trust, has } of asked) {
                try {
                  const keys = await readTrust(bytes(trust), null);
                  const list = has && kind !== "trust" && kind !== "sheet" ? await readList(bytes(has), keys, null) : null;
                  if (kind === "trust") {
                    await readTrust(bytes(document), await readTrust(bytes(has || trust), null));
                  } else if (kind === "list") {
                    await readList(bytes(document), keys, list);
                  } else if (kind === "changes") {
                    await readChanges(bytes(document), keys, list);
                  } else {
                    await readSheet(bytes(document), keys, has ? await readSheet(bytes(has), keys, null) : null);
                  }
                  told.push("taken");
                } catch (failure) {
                  told.push(failure instanceof Refused ? failure.why : String(failure));
                }
              }
              return told;
            }""";

    private final SignedForPosts signed = new SignedForPosts();
    private final StatusList list = new StatusList();
    private final Random random = new Random(20211101);
    private final List<Map<String, String>> asked = new ArrayList<>();

    @Test
    void nothing_is_taken_in_which_a_bit_was_changed(Visitor post) {
        list.set(1, CardStatus.SUSPENDED);
        Map<String, byte[]> documents = Map.of(
                "trust",
                signed.trust(NOW),
                "list",
                signed.list(list, NOW),
                "changes",
                changes(BEFORE, NOW),
                "sheet",
                signed.sheet("{\"rules\":[]}", NOW));
        documents.forEach((kind, document) -> {
            for (int flip = 0; flip < FLIPS; flip++) {
                byte[] spoilt = document.clone();
                // Every other one where only the cryptography can tell.
                int at = flip % 2 == 0
                        ? random.nextInt(document.length)
                        : document.length - 1 - random.nextInt(Es256.SIGNATURE_BYTES);
                spoilt[at] ^= (byte) (1 << random.nextInt(8));
                ask(kind, spoilt, kind.equals("changes") ? signed.list(list, BEFORE) : new byte[0]);
            }
            ask(kind, twin(document), kind.equals("changes") ? signed.list(list, BEFORE) : new byte[0]);
        });

        assertThat(told(post)).isSubsetOf("unsigned", "malformed").hasSize(documents.size() * (FLIPS + 1));
    }

    @Test
    void what_is_good_is_taken_once_and_nothing_older_or_of_another_kind_after_it(Visitor post) {
        byte[] has = signed.list(list, NOW);
        byte[] had = signed.list(list, BEFORE);
        ask("trust", signed.trust(NOW), signed.trust(BEFORE));
        ask("list", has, had);
        ask("changes", changes(BEFORE, NOW), had);
        ask("sheet", signed.sheet("{}", NOW), signed.sheet("{}", BEFORE));
        assertThat(told(post)).containsOnly("taken").hasSize(4);

        ask("trust", signed.trust(BEFORE), signed.trust(NOW));
        ask("list", had, has);
        ask("changes", changes(BEFORE.minusSeconds(9), BEFORE), has);
        ask("sheet", signed.sheet("{}", BEFORE), signed.sheet("{}", NOW));
        assertThat(told(post)).containsOnly("older").hasSize(4);

        ask("changes", changes(NOW.minusSeconds(1), NOW), had); // what was between is missing
        assertThat(told(post)).containsExactly("elsewhere");
        ask("list", changes(BEFORE, NOW), had);
        ask("changes", has, had);
        ask("sheet", signed.trust(NOW), new byte[0]);
        ask("trust", signed.sheet("{}", NOW), new byte[0]);
        assertThat(told(post)).containsOnly("malformed").hasSize(4);
    }

    private byte[] changes(Instant since, Instant madeAt) {
        return signed.changes(list, new TreeMap<>(Map.of(1L, CardStatus.VALID_GREEN)), since, madeAt);
    }

    /** The same document under the other of the two signatures that verify. */
    private static byte[] twin(byte[] document) {
        byte[] twin = document.clone();
        int at = document.length - HALF;
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(document, at, document.length));
        System.arraycopy(BigIntegers.asUnsignedByteArray(HALF, Es256.P256.getN().subtract(s)), 0, twin, at, HALF);
        return twin;
    }

    private void ask(String kind, byte[] document, byte[] has) {
        asked.add(Map.of(
                "kind", kind, "document", base64(document), "trust", base64(signed.trust(BEFORE)), "has", base64(has)));
    }

    private List<String> told(Visitor post) {
        post.open("/scan");
        List<?> told = (List<?>) Objects.requireNonNull(post.page().evaluate(READ, Map.of("asked", asked)));
        asked.clear();
        return told.stream().map(String::valueOf).toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
