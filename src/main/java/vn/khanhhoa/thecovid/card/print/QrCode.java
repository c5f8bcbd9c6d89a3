package vn.khanhhoa.thecovid.card.print;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.lowagie.text.Image;
import com.lowagie.text.ImgRaw;
import java.util.Arrays;
import java.util.Map;

/**
 * A token as a QR code (ISO/IEC 18004): error correction Q, a quiet zone of four modules, one bit a pixel. The mask is
 * fixed: to search for the best of eight takes nine times as long, and the data are signature bits, even already. A
 * module is several pixels wide, for viewers that smooth what they enlarge.
 *
 * @param image with its quiet zone
 * @param modules on a side, without the quiet zone
 */
record QrCode(Image image, int modules) {
    private static final int QUIET_MODULES = 4;
    private static final int PIXELS = 4; // half an octet, on which bits() relies
    private static final Map<EncodeHintType, ?> HINTS = Map.of(EncodeHintType.QR_MASK_PATTERN, 3);

    static QrCode of(String token) {
        try {
            ByteMatrix matrix =
                    Encoder.encode(token, ErrorCorrectionLevel.Q, HINTS).getMatrix();
            int modules = matrix.getWidth();
            int side = (modules + 2 * QUIET_MODULES) * PIXELS;
            return new QrCode(new ImgRaw(side, side, 1, 1, bits(matrix, side)), modules);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds a token of " + token.length(), tooLong);
        }
    }

    /** Side of the image for a symbol of this side. */
    double sideWithQuietZone(double symbol) {
        return symbol + 2 * quietZone(symbol);
    }

    double quietZone(double symbol) {
        return symbol * QUIET_MODULES / modules;
    }

    private static byte[] bits(ByteMatrix matrix, int side) {
        int stride = (side + 7) / 8;
        byte[] bits = new byte[stride * side];
        Arrays.fill(bits, (byte) 0xFF);
        for (int y = 0; y < matrix.getHeight(); y++) {
            int row = (y + QUIET_MODULES) * PIXELS * stride;
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    int pixel = (x + QUIET_MODULES) * PIXELS;
                    bits[row + pixel / 8] &= (byte) (pixel % 8 == 0 ? 0x0F : 0xF0);
                }
            }
            for (int copy = 1; copy < PIXELS; copy++) {
                System.arraycopy(bits, row, bits, row + copy * stride, stride);
            }
        }
        return bits;
    }
}
