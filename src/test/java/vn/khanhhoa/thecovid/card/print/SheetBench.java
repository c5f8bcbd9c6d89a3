package vn.khanhhoa.thecovid.card.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.card.print.CardPrinter.Order;
import vn.khanhhoa.thecovid.card.token.CardClaims;
import vn.khanhhoa.thecovid.card.token.CardKind;
import vn.khanhhoa.thecovid.card.token.MessageSigner;
import vn.khanhhoa.thecovid.card.token.TokenSigner;
import vn.khanhhoa.thecovid.card.token.TrustedKey;

/**
 * From claims to tokens to A4 sheets, against bare signatures plus the same sheets with QR images prepared
 * beforehand. In seconds of processor time, which a busy machine changes less.
 */
class SheetBench {
    private static final int CARDS = 10_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 1_000;
    private static final Order SHEETS = Order.of(CardFormat.SHEET, Faces.VIETNAMESE);

    private final KeyPair keys = keys();
    private final TokenSigner signer =
            new TokenSigner("KH", TrustedKey.of((ECPublicKey) keys.getPublic()).id(), MessageSigner.with((ECPrivateKey)
                    keys.getPrivate()));
    private final CardPrinter printer = new CardPrinter();

    @Test
    void ten_thousand_cards() throws IOException {
        run(WARM_UP);
        double[] figures = run(CARDS);
        System.out.printf(
                Locale.ROOT,
                "BENCH sheet.10000 ratio=%.2f (limit %.2f s = sign %.2f + images %.2f, ours %.2f s, %.1f MB)%n",
                figures[2] / (figures[0] + figures[1]),
                figures[0] + figures[1],
                figures[0],
                figures[1],
                figures[2],
                figures[3] / 1e6);
    }

    @Test
    void one_card() throws IOException {
        CardFace face = Faces.usual();
        long start = 0;
        for (int card = -300; card < 300; card++) {
            start = card == 0 ? THREADS.getCurrentThreadCpuTime() : start;
            printer.print(
                    Order.of(CardFormat.A6, Faces.VIETNAMESE),
                    List.of(face).iterator(),
                    OutputStream.nullOutputStream());
        }
        System.out.printf(
                Locale.ROOT, "BENCH card.a6 %.2f ms each%n", (THREADS.getCurrentThreadCpuTime() - start) / 300e6);
    }

    /** What stays in memory of cards that are out already, while the document is still being written. */
    @Test
    void memory_of_a_long_document() throws IOException {
        CardFace face = Faces.usual();
        long[] used = new long[2];
        Iterator<CardFace> faces = IntStream.range(0, 2 * CARDS)
                .mapToObj(card -> {
                    if (card == CARDS / 10 || card == 2 * CARDS - 1) {
                        used[card < CARDS ? 0 : 1] = usedMemory();
                    }
                    return face;
                })
                .iterator();
        printer.print(
                new Order(CardFormat.SHEET, Faces.VIETNAMESE, Optional.of("Sở Công Thương")),
                faces,
                OutputStream.nullOutputStream());
        System.out.printf(
                Locale.ROOT,
                "BENCH sheet.memory %.0f bytes a card, %.1f MB for 20,000%n",
                (used[1] - used[0]) / (1.9 * CARDS),
                (used[1] - used[0]) / 1.9 * 2 / 1e6);
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private double[] run(int cards) throws IOException {
        double sign = seconds(() -> signBare(cards));
        List<CardFace> prepared = new ArrayList<>();
        Map<String, QrCode> codes = new HashMap<>();
        for (int card = 0; card < cards; card++) {
            String token = signer.sign(claims(card));
            prepared.add(Faces.card(Faces.VIETNAMESE, claims(card).name(), token));
            codes.put(token, QrCode.of(token));
        }
        double bare = seconds(() -> printer.print(
                SHEETS,
                prepared.iterator(),
                face -> Objects.requireNonNull(codes.get(face.token())),
                OutputStream.nullOutputStream()));
        Counting out = new Counting();
        Iterable<CardFace> faces = () -> IntStream.range(0, cards)
                .mapToObj(card -> Faces.card(Faces.VIETNAMESE, claims(card).name(), signer.sign(claims(card))))
                .iterator();
        double ours = seconds(() -> printer.print(SHEETS, faces.iterator(), out));
        assertThat(out.bytes).isPositive();
        return new double[] {sign, bare, ours, out.bytes};
    }

    private void signBare(int cards) {
        ECDomainParameters curve = new ECDomainParameters(CustomNamedCurves.getByName("P-256"));
        ECPrivateKeyParameters key = new ECPrivateKeyParameters(((ECPrivateKey) keys.getPrivate()).getS(), curve);
        for (int card = 0; card < cards; card++) {
            ECDSASigner bare = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            bare.init(true, key);
            byte[] hash = new byte[32];
            hash[0] = (byte) card;
            hash[1] = (byte) (card >> 8);
            bare.generateSignature(hash);
        }
    }

    private static CardClaims claims(int card) {
        Instant from = Instant.parse("2021-10-10T17:00:00Z");
        return new CardClaims(
                CardKind.WORK,
                "72XQ49MT3",
                card,
                from,
                from.plusSeconds(20 * 86_400),
                "Nguyễn Thị Phương Thảo " + card,
                1960 + card % 40,
                String.format(Locale.ROOT, "%04d", card % 10_000),
                List.of("LV_DN", "QC_LIENHUYEN"),
                List.of("22327", "22366"));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int octet) {
            bytes++;
        }

        @Override
        public void write(byte[] block, int from, int length) {
            bytes += length;
        }
    }
}
