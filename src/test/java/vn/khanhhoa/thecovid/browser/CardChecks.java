package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Cards as a post meets them: on paper, and asked about over the API. */
final class CardChecks {
    private CardChecks() {}

    static byte[] download(Visitor visitor, String address) {
        APIResponse answer = visitor.page()
                .request()
                .get(visitor.page().url().replaceFirst("(https?://[^/]+).*", "$1")
                        + address.replaceFirst("^https?://[^/]+", ""));
        assertThat(answer.status()).as(address).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).startsWith("application/pdf");
        return answer.body();
    }

    /** What the portal says of a token. */
    static String verify(Visitor post, String token) {
        post.open("/public/check");
        APIResponse answer = post.page()
                .request()
                .post(
                        post.page().url().replace("/public/check", "/api/v1/verifications"),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData("{\"token\":\"" + token + "\"}"));
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Its first page as a PNG. */
    static byte[] pictureOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 200), "png", out);
            return out.toByteArray();
        }
    }

    /** Drawn by a PDF reader and read by a QR reader that have nothing to do with how it was made. */
    static String codeOn(byte[] pdf) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ReaderException unreadable = NotFoundException.getNotFoundInstance();
            for (int dotsPerInch : new int[] {150, 200, 300}) {
                BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, dotsPerInch);
                try {
                    return new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page))))
                            .getText();
                } catch (ReaderException coarse) {
                    unreadable = coarse;
                }
            }
            throw unreadable;
        }
    }
}
