package vn.khanhhoa.thecovid.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** A random order that its seed gives again: whoever has the seed and the numbers comes to the same. */
record Sample(String seed) {
    /** By the SHA-256 of seed, colon and number. */
    List<Long> inOrder(List<Long> numbers) {
        return numbers.stream().sorted(Comparator.comparing(this::hash)).toList();
    }

    private String hash(long number) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((seed + ":" + number).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
