package vn.khanhhoa.thecovid.card.print;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How cards come onto paper. */
public enum CardFormat {
    /** Front and back of the usual card, a page each. */
    A6(ErrorCorrectionLevel.Q, A6Card.WIDTH, A6Card.HEIGHT),
    /** The same twice as large on A4, for eyes that need it. */
    LARGE(ErrorCorrectionLevel.Q, 2 * A6Card.WIDTH, 2 * A6Card.HEIGHT),
    /** As a bank card, front and back, a page each. */
    BANK(ErrorCorrectionLevel.M, BankCard.WIDTH, BankCard.HEIGHT),
    /** Eight A7 cards on an A4 sheet, with cut marks. */
    SHEET(ErrorCorrectionLevel.Q, 2 * A7Card.WIDTH, 4 * A7Card.HEIGHT);

    private final ErrorCorrectionLevel level;
    private final double width;
    private final double height;

    CardFormat(ErrorCorrectionLevel level, double width, double height) {
        this.level = level;
        this.width = width;
        this.height = height;
    }

    /** Of a page, in millimetres. */
    double width() {
        return width;
    }

    double height() {
        return height;
    }

    QrCode code(CardFace face) {
        return QrCode.of(face.token(), level);
    }

    /** As in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CardFormat> of(String code) {
        return Stream.of(values()).filter(format -> format.code().equals(code)).findFirst();
    }

    public String key() {
        return "card.format." + code();
    }
}
