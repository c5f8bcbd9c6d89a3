package vn.khanhhoa.thecovid.notification.wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a template leaves open, written {@code {ho_ten}}: in Vietnamese without marks, because administrators write them.
 * The subject of a mail is read by whoever sees the screen, so it holds nothing of a person.
 */
public enum Gap {
    HO_TEN(false, "Nguyễn Thị Ngọc Hà"),
    DON_VI(true, "Công ty TNHH Chế biến Hải sản Nha Trang"),
    CO_QUAN(true, "UBND phường Vĩnh Hòa"),
    MA_TRA_CUU(false, "7Q4M-2XWD-K9TB-3A"),
    LIEN_KET(false, "https://thecovid.example/citizen/status"),
    RIENG_TU(false, "https://thecovid.example/public/privacy"),
    DANH_SACH(true, "Ca sáng tháng 12"),
    SO_DE_NGHI(true, "128"),
    KET_QUA(true, "12 đã duyệt, 2 trả lại để bổ sung"),
    LY_DO(false, "Đề nghị còn thiếu dữ liệu cần để xét duyệt."),
    DIEU_CHINH(false, "thay đổi nội dung"),
    TU_NGAY(false, "01/12/2021"),
    DEN_NGAY(false, "31/12/2021");

    private final boolean inSubject;
    private final String example;

    Gap(boolean inSubject, String example) {
        this.inSubject = inSubject;
        this.example = example;
    }

    /** As it is written between braces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String written() {
        return "{" + word() + "}";
    }

    /** Key of the sentence that says what fills it. */
    public String key() {
        return "notification.gap." + word().replace('_', '-');
    }

    public boolean mayStandInSubject() {
        return inSubject;
    }

    /** What a preview fills it with, where the portal itself knows nothing better. */
    public String example() {
        return example;
    }

    public static Optional<Gap> of(String word) {
        return Arrays.stream(values()).filter(gap -> gap.word().equals(word)).findFirst();
    }
}
