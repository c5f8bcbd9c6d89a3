package vn.khanhhoa.thecovid.platform;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;

/** The portal's typeface for plain documents on paper. */
public final class PdfFonts {
    private PdfFonts() {}

    public static Font regular(float size) {
        return new Font(font("NotoSans-Regular"), size);
    }

    public static Font bold(float size) {
        return new Font(font("NotoSans-Bold"), size);
    }

    private static BaseFont font(String name) {
        String file = "/fonts/" + name + ".ttf";
        try (InputStream stream = PdfFonts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no font " + file);
            }
            return BaseFont.createFont(
                    name + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, stream.readAllBytes(), null);
        } catch (IOException failure) {
            throw new IllegalStateException("the font cannot be read: " + file, failure);
        }
    }
}
