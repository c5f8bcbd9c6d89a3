package vn.khanhhoa.thecovid.card.token;

import static vn.khanhhoa.thecovid.card.token.TokenRejection.BAD_BASE45;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.BAD_SIGNATURE;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.FOREIGN_CODE;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.MALFORMED;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.NOT_A_CARD;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.TOO_LONG;
import static vn.khanhhoa.thecovid.card.token.TokenRejection.UNKNOWN_KEY;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.util.BigIntegers;

/** Genuine tokens that somebody spoilt in some way, each with the reasons by which it may rightly be refused. */
final class MutatedTokens {
    /** @param rightly one of these, as nothing else is wrong with it */
    record Mutation(String text, Set<TokenRejection> rightly) {}

    private static final int PREFIX = TokenSigner.PREFIX.length();
    private static final int KID = 8;
    private static final int KID_END = 11;
    private static final int PAYLOAD = 14;
    private static final String[] FOREIGN = {"HC1:", "LT1:", "shc:/", "DC04"};
    private static final int KINDS = 15;

    private final Random random;
    private final String token = Tokens.signer().sign(Tokens.usual());
    private final byte[] message = Tokens.bytes(token);
    private final byte[] other = Tokens.bytes(Tokens.signer()
            .sign(Tokens.claims(
                    "Nguyễn Hoàng Phương Thào",
                    "0679",
                    Tokens.usual().activities(),
                    Tokens.usual().route())));

    MutatedTokens(long seed) {
        random = new Random(seed);
    }

    Mutation next() {
        int signature = message.length - Es256.SIGNATURE_BYTES;
        return switch (random.nextInt(KINDS)) {
            case 0 -> of(flipped(PAYLOAD, signature - 2), BAD_SIGNATURE);
            case 1 -> of(flipped(signature, message.length), BAD_SIGNATURE);
            case 2 -> of(flipped(KID, KID_END), UNKNOWN_KEY);
            case 3 -> of(Arrays.copyOf(message, random.nextInt(message.length)), MALFORMED);
            case 4 -> of(Arrays.copyOf(message, message.length + 1 + random.nextInt(40)), MALFORMED);
            case 5 -> cut();
            case 6 ->
                new Mutation(
                        replaced(PREFIX + random.nextInt(token.length() - PREFIX), "abcxyz_ế\n"), Set.of(BAD_BASE45));
            case 7 -> new Mutation(replaced(random.nextInt(PREFIX), "XYZ56"), Set.of(NOT_A_CARD));
            case 8 ->
                new Mutation(FOREIGN[random.nextInt(FOREIGN.length)] + token.substring(PREFIX), Set.of(FOREIGN_CODE));
            case 9 -> new Mutation(token.repeat(TokenReader.MAX_LENGTH / token.length() + 1), Set.of(TOO_LONG));
            case 10 -> new Mutation("KH1:" + token.substring(PREFIX), Set.of(MALFORMED));
            case 11 -> of(joined(message, other, signature), BAD_SIGNATURE);
            case 12 -> of(joined(other, message, signature), BAD_SIGNATURE);
            case 13 -> of(twin(), BAD_SIGNATURE);
            default -> swapped();
        };
    }

    private static Mutation of(byte[] bytes, TokenRejection reason) {
        return new Mutation(Tokens.text(bytes), Set.of(reason));
    }

    /** One to three bits. */
    private byte[] flipped(int from, int to) {
        byte[] flipped = message.clone();
        do {
            int bits = 1 + random.nextInt(3);
            for (int bit = 0; bit < bits; bit++) {
                flipped[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
            }
        } while (Arrays.equals(flipped, message));
        return flipped;
    }

    private Mutation cut() {
        int length = random.nextInt(token.length());
        return new Mutation(
                token.substring(0, length), length < PREFIX ? Set.of(NOT_A_CARD) : EnumSet.of(MALFORMED, BAD_BASE45));
    }

    private String replaced(int at, String by) {
        return token.substring(0, at) + by.charAt(random.nextInt(by.length())) + token.substring(at + 1);
    }

    /** What one says under the signature of the other. */
    private static byte[] joined(byte[] says, byte[] signs, int signature) {
        byte[] joined = says.clone();
        System.arraycopy(signs, signature, joined, signature, Es256.SIGNATURE_BYTES);
        return joined;
    }

    private byte[] twin() {
        int at = message.length - Es256.SIGNATURE_BYTES / 2;
        byte[] twin = message.clone();
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(message, at, message.length));
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, Es256.P256.getN().subtract(s)), 0, twin, at, 32);
        return twin;
    }

    private Mutation swapped() {
        char[] text = token.toCharArray();
        int one = PREFIX + random.nextInt(text.length - PREFIX);
        int two = PREFIX + random.nextInt(text.length - PREFIX);
        if (text[one] == text[two]) {
            return next();
        }
        char kept = text[one];
        text[one] = text[two];
        text[two] = kept;
        return new Mutation(
                new String(text),
                EnumSet.complementOf(EnumSet.of(
                        NOT_A_CARD, FOREIGN_CODE, TOO_LONG, TokenRejection.EXPIRED, TokenRejection.WRONG_ISSUER)));
    }
}
