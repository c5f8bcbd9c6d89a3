package vn.khanhhoa.thecovid.card.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Cards to print: a usual one, and one on which everything is as long as it gets. */
final class Faces {
    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    /** As long as a usual token, and of the same alphabet. */
    static final String TOKEN = "KH1:"
            + "RRQ989O60BO03-7HFCD8BH:K8JCV493F3E1GE9I3F3$NC7123F3NNC700L8AR5BN7F5"
                    .repeat(5)
                    .substring(0, 294);

    private static final Letterhead HEAD = Letterhead.plain("Tỉnh Khánh Hòa", "Sở Công Thương tỉnh Khánh Hòa", "1022");

    private Faces() {}

    /** A picture of one colour with a transparent half. */
    static byte[] png(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int pixel = 0; pixel < width * height / 2; pixel++) {
            picture.setRGB(pixel % width, pixel / width, 0xFFC8102E);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    static CardFace usual() {
        return usual(VIETNAMESE);
    }

    static CardFace usual(Locale language) {
        return card(language, "Nguyễn Hoàng Phương Thảo", TOKEN);
    }

    static CardFace named(String name) {
        return card(VIETNAMESE, name, TOKEN);
    }

    static CardFace card(Locale language, String name, String token) {
        return new CardFace(
                language,
                HEAD,
                "Thẻ đi làm",
                "KH7-2XQ4-9MT3-G",
                name,
                1987,
                "0678",
                "Công ty TNHH Chế biến Thủy sản Nha Trang",
                "Nhà máy số 2, Khu công nghiệp Suối Dầu, huyện Cam Lâm",
                List.of(
                        "Làm việc tại doanh nghiệp, nhà máy, khu công nghiệp",
                        "Qua chốt liên huyện",
                        "Lái xe hàng, giao hàng"),
                List.of("05:30–19:00, thứ Hai đến thứ Bảy", "Nha Trang – Diên Khánh – Cam Lâm"),
                LocalDate.of(2021, 10, 11),
                LocalDate.of(2021, 10, 30),
                token);
    }

    static CardFace longest() {
        return new CardFace(
                VIETNAMESE,
                new Letterhead(
                        "Tỉnh Thừa Thiên Huế và các đơn vị hành chính trực thuộc Trung ương",
                        "THẺ ĐI ĐƯỜNG VÀ LÀM VIỆC TRONG THỜI GIAN PHÒNG, CHỐNG DỊCH",
                        "CARD FOR TRAVEL AND WORK WHILE MOVEMENT IS RESTRICTED",
                        "Ban Quản lý Khu kinh tế Vân Phong và các khu công nghiệp tỉnh Khánh Hòa, Phòng Quản lý Lao động",
                        "0258 3822 922 – 1900 9095",
                        Emblem.read(png(900, 300)).orElseThrow()),
                "Thẻ đi lại phục vụ vận chuyển hàng hóa thiết yếu",
                "KHW-WWWW-MMMM-W",
                "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phượng Ngọc Quỳnh Trường Xuân Hương Giang Đông Phương",
                1987,
                "WMWM",
                "Tổng công ty Đầu tư Phát triển Hạ tầng Khu kinh tế và Khu công nghiệp Vân Phong – Chi nhánh Xí nghiệp "
                        + "Liên hợp Chế biến Nông Lâm Thủy Hải sản Xuất khẩu Ninh Hòa",
                "Phân xưởng " + "Khánhhòaninhhòavạnninhdiênkhánh".repeat(5) + " số 12",
                Collections.nCopies(12, "Nghề tiếp xúc nhiều người (thu ngân, tiểu thương, lễ tân), Ẵ Ễ Ỗ Ữ"),
                Collections.nCopies(4, "Quốc lộ 1 – Quốc lộ 26 – Đường tỉnh 656 – Hương lộ 39, 00:00–24:00 hằng ngày"),
                LocalDate.of(2021, 10, 11),
                LocalDate.of(2021, 12, 31),
                TOKEN);
    }

    static CardFace shortest() {
        return new CardFace(
                Locale.ENGLISH,
                Letterhead.plain("Khánh Hòa Province", "Nha Trang", "1022"),
                "Work card",
                "KH0-0000-0000-0",
                "An",
                2001,
                "",
                "",
                "",
                List.of(),
                List.of(),
                LocalDate.of(2021, 10, 11),
                LocalDate.of(2021, 10, 11),
                "KH1:ABC");
    }
}
