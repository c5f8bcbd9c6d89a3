package vn.khanhhoa.thecovid.card.print;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.lowagie.text.Image;
import com.lowagie.text.ImgRaw;
import java.io.IOException;
import java.util.Arrays;
import vn.khanhhoa.thecovid.platform.paper.Pen;

/**
 * A token as a QR code: error correction Q where nothing else is said, a quiet zone of four modules, one bit a pixel. A module is several pixels wide,
 * for viewers that smooth what they enlarge.
 *
 * @param image with its quiet zone; only what is dark is painted, so that nothing beside it is covered
 * @param modules on a side, without the quiet zone
 */
record QrCode(Image image, int modules) {
    private static final int QUIET_MODULES = 4;
    private static final int PIXELS = 4; // half an octet, on which bits() relies

    static QrCode of(String token) {
        return of(token, ErrorCorrectionLevel.Q);
    }

    static QrCode of(String token, ErrorCorrectionLevel level) {
        byte[][] matrix = QrMatrix.of(token, level);
        int side = (matrix.length + 2 * QUIET_MODULES) * PIXELS;
        Image image = new ImgRaw(side, side, 1, 1, bits(matrix, side));
        image.makeMask();
        return new QrCode(image, matrix.length);
    }

    /** The symbol's own place and side; its quiet zone lies around it. */
    void draw(Pen pen, String alternative, double x, double y, double side) throws IOException {
        double quiet = side * QUIET_MODULES / modules;
        double whole = side + 2 * quiet;
        pen.image(image, alternative, x - quiet, y - quiet, whole, whole);
    }

    private static byte[] bits(byte[][] matrix, int side) {
        int stride = (side + 7) / 8;
        byte[] bits = new byte[stride * side];
        Arrays.fill(bits, (byte) 0xFF);
        for (int y = 0; y < matrix.length; y++) {
            int row = (y + QUIET_MODULES) * PIXELS * stride;
            for (int x = 0; x < matrix.length; x++) {
                if (matrix[y][x] == 1) {
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
