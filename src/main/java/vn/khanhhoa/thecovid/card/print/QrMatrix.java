package vn.khanhhoa.thecovid.card.print;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The modules of a QR code (ISO/IEC 18004), with the mask under which no place inside looks like one of the three finders
 * at its corners: readers of the ZXing family, in many phones and browsers, stop at the first three that they find, and gave
 * up one code of fifty when all had one mask, or the one that the standard's penalties choose. Of eight masks the first
 * without such a place is taken, else the one with the fewest. The others are made of the first by what two masks differ in,
 * which is the same for all codes of one size.
 */
final class QrMatrix {
    private static final int MASKS = 8;
    private static final int FIRST = 3;
    private static final int FINDER = 7;
    /** Dark, light, three dark, light, dark, with light on both sides. */
    private static final int LIKE_A_FINDER = 0b0_1011101_0;

    private static final int WINDOW = 0b1_1111111_1;
    private static final Map<Size, byte[][][]> DIFFERENCES = new ConcurrentHashMap<>();

    private record Size(int modules, ErrorCorrectionLevel level) {}

    private QrMatrix() {}

    /** By row, then by column; 1 is dark. */
    static byte[][] of(String token, ErrorCorrectionLevel level) {
        byte[][] first = masked(token, level, FIRST);
        int fewest = likeFinders(first);
        byte[][] best = first;
        byte[][][] differences = fewest == 0
                ? new byte[0][][]
                : DIFFERENCES.computeIfAbsent(new Size(first.length, level), size -> differences(token, level, first));
        for (int other = 0; other < differences.length && fewest > 0; other++) {
            byte[][] matrix = exclusiveOr(first, differences[other]);
            int found = likeFinders(matrix);
            if (found < fewest) {
                fewest = found;
                best = matrix;
            }
        }
        return best;
    }

    private static byte[][] masked(String token, ErrorCorrectionLevel level, int mask) {
        try {
            ByteMatrix matrix = Encoder.encode(token, level, Map.of(EncodeHintType.QR_MASK_PATTERN, mask))
                    .getMatrix();
            return matrix.getArray();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds a token of " + token.length(), tooLong);
        }
    }

    private static byte[][][] differences(String token, ErrorCorrectionLevel level, byte[][] first) {
        byte[][][] differences = new byte[MASKS - 1][][];
        for (int other = 0; other < differences.length; other++) {
            differences[other] = exclusiveOr(first, masked(token, level, (FIRST + 1 + other) % MASKS));
        }
        return differences;
    }

    private static byte[][] exclusiveOr(byte[][] one, byte[][] two) {
        byte[][] result = new byte[one.length][one.length];
        for (int y = 0; y < one.length; y++) {
            for (int x = 0; x < one.length; x++) {
                result[y][x] = (byte) (one[y][x] ^ two[y][x]);
            }
        }
        return result;
    }

    /** How many places look like a finder to a reader that goes along the rows, or along the columns of a card held askew. */
    static int likeFinders(byte[][] matrix) {
        int side = matrix.length;
        int found = 0;
        for (int line = 0; line < side; line++) {
            int row = 0;
            int column = 0;
            for (int at = 0; at <= side; at++) {
                boolean inside = at < side;
                row = row << 1 & WINDOW | (inside ? matrix[line][at] : 0);
                column = column << 1 & WINDOW | (inside ? matrix[at][line] : 0);
                int middle = at - FINDER / 2 - 1;
                if (row == LIKE_A_FINDER && !isFinder(side, middle, line) && isCrossed(matrix, middle, line, 0, 1)) {
                    found++;
                }
                if (column == LIKE_A_FINDER && !isFinder(side, line, middle) && isCrossed(matrix, line, middle, 1, 0)) {
                    found++;
                }
            }
        }
        return found;
    }

    private static boolean isFinder(int side, int x, int y) {
        int far = side - FINDER;
        return x < FINDER && (y < FINDER || y >= far) || x >= far && y < FINDER;
    }

    /** Whether it is much like a finder in the other direction too, as readers judge that: by half a module. */
    private static boolean isCrossed(byte[][] matrix, int x, int y, int right, int down) {
        int middleBefore = run(matrix, x, y, -right, -down, 1);
        int middleAfter = run(matrix, x, y, right, down, 1);
        int middle = middleBefore + middleAfter - 1;
        int lightBefore = run(matrix, x - right * middleBefore, y - down * middleBefore, -right, -down, 0);
        int lightAfter = run(matrix, x + right * middleAfter, y + down * middleAfter, right, down, 0);
        int before = middleBefore + lightBefore;
        int after = middleAfter + lightAfter;
        int darkBefore = run(matrix, x - right * before, y - down * before, -right, -down, 1);
        int darkAfter = run(matrix, x + right * after, y + down * after, right, down, 1);
        double whole = middle + lightBefore + lightAfter + darkBefore + darkAfter;
        double module = whole / FINDER;
        return darkBefore > 0
                && darkAfter > 0
                && Math.abs(whole - FINDER) < 0.4 * FINDER
                && Math.abs(middle - 3 * module) < 1.5 * module
                && isOne(lightBefore, module)
                && isOne(lightAfter, module)
                && isOne(darkBefore, module)
                && isOne(darkAfter, module);
    }

    private static boolean isOne(int length, double module) {
        return Math.abs(length - module) < 0.5 * module;
    }

    private static int run(byte[][] matrix, int x, int y, int right, int down, int colour) {
        int length = 0;
        int column = x;
        int row = y;
        while (column >= 0
                && row >= 0
                && column < matrix.length
                && row < matrix.length
                && matrix[row][column] == colour) {
            length++;
            column += right;
            row += down;
        }
        return length;
    }
}
