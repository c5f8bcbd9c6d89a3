package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.browser.InBrowser;
import vn.khanhhoa.thecovid.browser.Visitor;

/** The scanner's reader of codes, in JavaScript with the browser's cryptography, says of each code what ours says. */
@InBrowser
class ReadingTokensBrowserIT {
    private static final int MUTATIONS = 3000;
    private static final int NOISE = 2500;
    private static final int NAMES = 400;
    private static final long SEED = 20211101;
    private static final TrustedKey WITHDRAWN = key();
    private static final KeyId OTHER = KeyId.ofBytes(new byte[] {1, 2, 3});

    private static final String READ = """
            async ({ bundle, texts, now }) => {
              const { readTrust } = await import("/scan/documents.js");
              const { TokenReader } = await import("/scan/token.js");
              const trust = await readTrust(Uint8Array.from(atob(bundle), (octet) => octet.charCodeAt(0)), null);
              const reader = new TokenReader(trust);
              const told = [];
              for (const text of texts) {
                const { reason, claims } = await reader.read(text, now);
                told.push([reason ?? "genuine", ...(claims ? [claims.number, claims.place ?? -1, claims.notBefore,
                    claims.expires, claims.name, claims.birthYear, claims.idTail, claims.activities.join(" "),
                    claims.route.join(" ")] : [])].join("|"));
              }
              return told;
            }""";

    private final Random random = new Random(SEED);

    @Test
    void whatever_a_code_is_both_say_the_same_of_it(Visitor post) {
        post.open("/scan");
        List<String> codes = codes();
        Set<String> reasons = new TreeSet<>();
        for (Instant now : List.of(Tokens.NOON, Tokens.FROM.minusMillis(1), Tokens.FROM, Tokens.UNTIL)) {
            List<String> asked = now.equals(Tokens.NOON) ? codes : codes.subList(0, NAMES);
            List<String> told = told(post, asked, now);
            for (int i = 0; i < asked.size(); i++) {
                String ours = ours(asked.get(i), now);
                assertThat(told.get(i)).as("%s at %s", asked.get(i), now).isEqualTo(ours);
                reasons.add(ours.replaceFirst("\\|.*", ""));
            }
        }
        Set<String> all = Arrays.stream(TokenRejection.values())
                .map(TokenRejection::code)
                .collect(Collectors.toCollection(TreeSet::new));
        all.add("genuine");
        assertThat(reasons).isEqualTo(all);
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) {
            codes.add(Tokens.signer().sign(someone()));
        }
        MutatedTokens mutated = new MutatedTokens(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            codes.add(mutated.next().text());
        }
        byte[] header = CoseSign1.header(Tokens.TRUSTED.id());
        byte[] payload = ClaimsCodec.write(Tokens.ISSUER, Tokens.usual());
        byte[] first = FirstClaimsCodec.write(Tokens.ISSUER, Tokens.first());
        for (int i = 0; i < NOISE; i++) {
            codes.add(Tokens.sealed(header, noise(payload, 1 + i % 3)));
            codes.add("KH1:" + Tokens.sealed(header, noise(first, i % 3)).substring(4));
        }
        codes.add(Tokens.sealed(CoseSign1.header(WITHDRAWN.id()), payload));
        codes.add(Tokens.sealed(CoseSign1.header(OTHER), payload));
        codes.add(Tokens.signer("PY").sign(Tokens.usual()));
        for (byte[] odd : List.of(
                new byte[] {(byte) 0xA0},
                new CborWriter().map(1).integer(1).integer(-7).toBytes(),
                new CborWriter()
                        .map(2)
                        .integer(1)
                        .integer(-8)
                        .integer(4)
                        .bytes(new byte[3])
                        .toBytes(),
                new CborWriter()
                        .map(2)
                        .integer(1)
                        .integer(-7)
                        .integer(4)
                        .text("abc")
                        .toBytes(),
                new CborWriter()
                        .map(2)
                        .integer(1)
                        .integer(-7)
                        .integer(4)
                        .bytes(new byte[9])
                        .toBytes(),
                new byte[] {0x18, 1},
                new byte[0])) {
            codes.add(Tokens.sealed(odd, payload));
        }
        codes.addAll(List.of(
                "",
                "KH2",
                "KH2:",
                "KH1:",
                "kh2:6BF",
                " KH2:6BF",
                "HC1:6BFOXN",
                "LT1:",
                "NZCP:/1/2KCE",
                "shc:/5676",
                "DC04FR",
                "KH2:GGX",
                "KH2:0",
                "KH2:ZZ",
                "KH2:00\u0000",
                "KH2:\uD83D\uDE00",
                "https://example.vn/",
                "KH2:" + "0".repeat(1996),
                "KH2:" + "0".repeat(1997),
                "\u1EBF".repeat(3000)));
        return codes;
    }

    /** Names with and without letters of the table, in capitals or not, and longer than a card holds. */
    private CardClaims someone() {
        String[] words = {
            "Nguyễn",
            "Thị",
            "PHƯƠNG",
            "thảo",
            "Hoàng-Anh",
            "McDonald",
            "Đỗ",
            "O'Neill",
            "山",
            "Zoë",
            "ß",
            "3",
            "Trần (Hà)"
        };
        String name = random.ints(1 + random.nextInt(14), 0, words.length)
                .mapToObj(word -> words[word])
                .collect(Collectors.joining(random.nextBoolean() ? " " : "  "));
        String[] codes = {"LV_DN", "QC_LIENHUYEN", "VT_HANG", "TTHC", "A1", "X"};
        List<String> activities = random.ints(random.nextInt(6), 0, codes.length)
                .mapToObj(code -> codes[code])
                .toList();
        String[] areas = {"22327", "1", "99999999", "X1", "056", "0"};
        List<String> route = random.ints(random.nextInt(4), 0, areas.length)
                .mapToObj(area -> areas[area])
                .toList();
        String[] tails = {"", "0678", "678", "C45", "0000", "ABCD"};
        String number =
                Long.toString(random.nextLong(1L << 45), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        return new CardClaims(
                CardKind.WORK,
                "0".repeat(9 - Math.min(9, number.length())) + number.substring(Math.max(0, number.length() - 9)),
                random.nextInt(CardClaims.MAX_PLACE),
                Tokens.FROM,
                Tokens.UNTIL,
                name,
                1850 + random.nextInt(350),
                tails[random.nextInt(tails.length)],
                activities,
                route);
    }

    private byte[] noise(byte[] payload, int changes) {
        byte[] noise =
                Arrays.copyOf(payload, payload.length - (random.nextInt(8) == 0 ? random.nextInt(payload.length) : 0));
        for (int change = 0; change < changes && noise.length > 0; change++) {
            noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
        }
        return noise;
    }

    private static List<String> told(Visitor post, List<String> texts, Instant now) {
        byte[] bundle = new TrustBundle(
                        Tokens.ISSUER, Tokens.NOON, Tokens.UNTIL, List.of(Tokens.TRUSTED), List.of(WITHDRAWN.id()))
                .signed(Tokens.signer());
        Object told = post.page()
                .evaluate(
                        READ,
                        Map.of("bundle", Base64.getEncoder().encodeToString(bundle), "texts", texts, "now", (double)
                                now.toEpochMilli()));
        return ((List<?>) Objects.requireNonNull(told))
                .stream().map(String::valueOf).toList();
    }

    private static String ours(String text, Instant now) {
        TokenCheck check = new TokenReader(
                        Tokens.ISSUER,
                        List.of(Tokens.TRUSTED),
                        List.of(WITHDRAWN.id()),
                        Clock.fixed(now, ZoneOffset.UTC))
                .read(text);
        if (check instanceof TokenCheck.Genuine genuine) {
            return "genuine|" + told(genuine.claims());
        } else if (check instanceof TokenCheck.OutOfTime late) {
            return late.reason().code() + "|" + told(late.claims());
        }
        return ((TokenCheck.Rejected) check).reason().code();
    }

    private static String told(CardClaims claims) {
        return String.join(
                "|",
                claims.cardNumber(),
                String.valueOf(claims.statusPlace()),
                String.valueOf(claims.notBefore().getEpochSecond()),
                String.valueOf(claims.expiresAt().getEpochSecond()),
                claims.name(),
                String.valueOf(claims.birthYear()),
                claims.idTail(),
                String.join(" ", claims.activities()),
                String.join(" ", claims.route()));
    }

    private static TrustedKey key() {
        return TrustedKey.of((java.security.interfaces.ECPublicKey)
                Tokens.keyPair("secp256r1").getPublic());
    }
}
