package vn.khanhhoa.thecovid.browser;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** What a camera sees that codes are held before, one after the other: uncompressed video (YUV4MPEG2). */
final class CodeFilm {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES_A_SECOND = 10;
    private static final byte PAPER = (byte) 0xE6;
    private static final byte INK = 0x1E;
    private static final byte GREY = (byte) 0x80;

    private CodeFilm() {}

    /** Each code for that many frames, with half as many without any after it; the browser begins again at the end. */
    static Path of(Path file, int frames, String... codes) throws IOException, WriterException {
        return of(file, frames, 0, codes);
    }

    /** @param pixels a module; 0 for as large as fits */
    static Path of(Path file, int frames, int pixels, String... codes) throws IOException, WriterException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F" + FRAMES_A_SECOND + ":1 Ip A1:1 C420jpeg\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (String code : codes) {
                byte[] picture = frame(code, pixels);
                for (int i = 0; i < frames; i++) {
                    out.write(picture);
                }
                for (int i = 0; i < frames / 2; i++) {
                    out.write(frame("", 0));
                }
            }
        }
        return file;
    }

    private static BitMatrix modules(String code, int side) throws WriterException {
        return new QRCodeWriter()
                .encode(
                        code,
                        BarcodeFormat.QR_CODE,
                        side,
                        side,
                        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
    }

    private static byte[] frame(String code, int pixels) throws WriterException {
        byte[] luminance = new byte[WIDTH * HEIGHT];
        Arrays.fill(luminance, PAPER);
        if (!code.isEmpty()) {
            // As large as whole pixels a module allow.
            BitMatrix modules = modules(
                    code, pixels == 0 ? HEIGHT - 20 : pixels * modules(code, 0).getWidth());
            int left = (WIDTH - modules.getWidth()) / 2;
            int top = (HEIGHT - modules.getHeight()) / 2;
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y)) {
                        luminance[(top + y) * WIDTH + left + x] = INK;
                    }
                }
            }
        }
        byte[] colour = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(colour, GREY);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes("FRAME\n".getBytes(StandardCharsets.US_ASCII));
        frame.writeBytes(luminance);
        frame.writeBytes(colour);
        return frame.toByteArray();
    }
}
