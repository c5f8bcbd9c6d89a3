package vn.khanhhoa.thecovid.card.print;

import com.lowagie.text.Image;
import com.lowagie.text.ImgRaw;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import vn.khanhhoa.thecovid.platform.paper.Pen;

/** The emblem of an agency, ready to be printed: on white, and no finer than paper shows. */
public final class Emblem {
    /** Of a file. */
    public static final int LARGEST_FILE = 500_000;
    /** Of a picture, on a side. */
    public static final int LARGEST_SIDE = 4_000;

    private static final int FINEST_SIDE = 320;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final Image image;
    private final double widthToHeight;

    private Emblem(Image image, double widthToHeight) {
        this.image = image;
        this.widthToHeight = widthToHeight;
    }

    /** Empty for what is not a PNG picture within the bounds; its size is looked at before any of it is unpacked. */
    public static Optional<Emblem> read(byte[] file) {
        if (file.length > LARGEST_FILE || !isPng(file)) {
            return Optional.empty();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                return width > LARGEST_SIDE || height > LARGEST_SIDE
                        ? Optional.empty()
                        : Optional.of(of(reader.read(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    /** Within the room; answers with the width that it takes. */
    double draw(Pen pen, String alternative, double x, double y, double mostWidth, double mostHeight)
            throws IOException {
        double height = Math.min(mostHeight, mostWidth / widthToHeight);
        pen.image(image, alternative, x, y + (mostHeight - height) / 2, height * widthToHeight, height);
        return height * widthToHeight;
    }

    private static boolean isPng(byte[] file) {
        for (int at = 0; at < PNG.length; at++) {
            if (file.length <= at || file[at] != PNG[at]) {
                return false;
            }
        }
        return true;
    }

    private static Emblem of(BufferedImage picture) throws IOException {
        double scale = Math.min(1, (double) FINEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            for (int pixel : small.getRGB(0, 0, width, height, null, 0, width)) {
                deflater.write(pixel >> 16);
                deflater.write(pixel >> 8);
                deflater.write(pixel);
            }
        }
        Image image = new ImgRaw(width, height, 3, 8, packed.toByteArray());
        image.setDeflated(true);
        return new Emblem(image, (double) width / height);
    }
}
